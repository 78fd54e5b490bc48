import { keepable } from '../../../contract/json/keepable.ts'
import { named } from '../../../contract/shown.ts'
import { type Comparison, comparisons, type Filter } from './filter.ts'
import { invalidFilter } from './invalid-filter.ts'
import { type Token, tokensOf } from './tokens.ts'

const longest = 8 * 1024
const deepest = 32

/** Reads a filter. Refuses with `invalidFilter` what is too long, too deep, or not as the standard writes it. */
export function parseFilter(text: string): Filter {
  if (Buffer.byteLength(text) > longest) throw invalidFilter(`it is longer than ${longest} bytes`, `长度超过 ${longest} 字节`)
  const reader = readerOf(tokensOf(text))
  const filter = alternatives(reader, 1)
  reader.expect('end')
  return filter
}

interface TokenReader {
  peek(): Token
  next(): Token
  /** Takes the word when it is the next one, in any letter case. */
  takes(word: string): boolean
  expect(kind: Token['kind']): Token
}

function readerOf(tokens: readonly Token[]): TokenReader {
  let at = 0
  const peek = () => tokens[Math.min(at, tokens.length - 1)] as Token
  const next = () => {
    const token = peek()
    at++
    return token
  }
  return {
    peek,
    next,
    takes: (word) => {
      const token = peek()
      const is = token.kind === 'word' && token.text.toLowerCase() === word
      if (is) at++
      return is
    },
    expect: (kind) => {
      const token = next()
      if (token.kind !== kind) throw unexpected(token)
      return token
    },
  }
}

/** `and` binds more tightly than `or`. */
function alternatives(reader: TokenReader, depth: number): Filter {
  return chain(reader, 'or', () => chain(reader, 'and', () => single(reader, depth)))
}

function chain(reader: TokenReader, kind: 'and' | 'or', part: () => Filter): Filter {
  const first = part()
  const parts = [first]
  while (reader.takes(kind)) parts.push(part())
  return parts.length === 1 ? first : { kind, parts }
}

function single(reader: TokenReader, depth: number): Filter {
  if (depth > deepest) throw invalidFilter(`it nests deeper than ${deepest} levels`, `嵌套超过 ${deepest} 层`)
  if (reader.peek().kind === '(') return grouped(reader, depth)
  const name = reader.expect('word').text
  if (name.toLowerCase() === 'not' && reader.peek().kind === '(') return { kind: 'not', part: grouped(reader, depth) }
  return reader.peek().kind === '[' ? within(reader, name, depth) : judged(reader, name)
}

function grouped(reader: TokenReader, depth: number): Filter {
  reader.expect('(')
  const filter = alternatives(reader, depth + 1)
  reader.expect(')')
  return filter
}

/** `emails[type eq "work"]`; with `.value eq "…"` behind it, that too is said of the same entry. */
function within(reader: TokenReader, path: string, depth: number): Filter {
  reader.expect('[')
  const part = alternatives(reader, depth + 1)
  const close = reader.next()
  if (close.kind === ']') return { kind: 'within', path, part }
  if (close.kind !== '].') throw unexpected(close)
  const more = judged(reader, reader.expect('word').text)
  return { kind: 'within', path, part: { kind: 'and', parts: [part, more] } }
}

function judged(reader: TokenReader, path: string): Filter {
  const token = reader.expect('word')
  const operator = token.text.toLowerCase()
  if (operator === 'pr') return { kind: 'present', path }
  if (!(comparisons as readonly string[]).includes(operator)) throw unexpected(token)
  return { kind: 'compare', path, comparison: operator as Comparison, value: comparedValue(reader.next()) }
}

function comparedValue(token: Token): string | number | boolean | null {
  if (token.kind === 'value') {
    if (typeof token.value === 'number' || keepable(token.value)) return token.value
    throw invalidFilter('a text holds U+0000 or half of a surrogate pair', '文本包含 U+0000 或不成对的代理字符')
  }
  const word = token.kind === 'word' ? token.text.toLowerCase() : ''
  if (word === 'true' || word === 'false') return word === 'true'
  if (word === 'null') return null
  throw unexpected(token)
}

function unexpected({ text }: Token): Error {
  return invalidFilter(`\`${named(text)}\` is not expected there`, `\`${named(text)}\` 出现的位置不正确`)
}
