import type { TSchema } from 'typebox'
import { named } from '../../contract/shown.ts'
import { problem } from './problem.ts'

/** Reads `a=1&b=2` to texts. Refuses what cannot be decoded and names that come twice. */
export function readQuery(query: string): Record<string, string> {
  const values = new Map<string, string>()
  for (const pair of query.split('&')) {
    if (pair === '') continue
    const sign = pair.indexOf('=')
    const name = decode(sign < 0 ? pair : pair.slice(0, sign))
    if (values.has(name)) {
      throw problem('malformed_query', `The query names \`${named(name)}\` more than once.`, `查询串中重复出现 \`${named(name)}\`。`)
    }
    values.set(name, sign < 0 ? '' : decode(pair.slice(sign + 1)))
  }
  return Object.fromEntries(values)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw problem('malformed_query', 'The query is not percent-encoded UTF-8.', '查询串不是百分号编码的 UTF-8。')
  }
}

/** Texts of a path or a query as the values that the schema wants; a text that is none stays, for the validation to refuse. */
export function coerced(texts: Readonly<Record<string, string>>, properties: Readonly<Record<string, TSchema>>): Record<string, unknown> {
  const values = Object.entries(texts).map(([name, text]) => {
    const type = Object.hasOwn(properties, name) ? (properties[name] as { type?: string }).type : undefined
    return [name, type === 'integer' && /^(0|-?[1-9]\d{0,15})$/.test(text) ? Number(text) : text] as const
  })
  return Object.fromEntries(values)
}
