import { named } from '../../../contract/shown.ts'
import { invalidFilter } from './invalid-filter.ts'

export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'value'; readonly text: string; readonly value: string | number }
  | { readonly kind: '(' | ')' | '[' | ']' | '].' | 'end'; readonly text: string }

/** Texts and numbers are JSON's; a name may hold a URN and sub-attributes. No two alternatives begin alike, so reading takes no second try. */
const patterns =
  / +|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.:$-]))|([A-Za-z$][\w.:$-]*)|(\]\.|[()[\]])/uy

/** The words of a filter, with an end behind them. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const pattern = new RegExp(patterns)
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const match = pattern.exec(text)
    if (!match) throw invalidFilter(`\`${named(text.slice(at))}\` cannot be read`, `无法解析 \`${named(text.slice(at))}\``)
    const [, string, number, word, sign] = match
    if (string !== undefined) tokens.push({ kind: 'value', text: string, value: JSON.parse(string) as string })
    else if (number !== undefined) tokens.push({ kind: 'value', text: number, value: Number(number) })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else if (sign !== undefined) tokens.push({ kind: sign as '(', text: sign })
  }
  return [...tokens, { kind: 'end', text: 'the end' }]
}
