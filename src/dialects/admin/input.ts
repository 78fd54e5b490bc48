import type { TObject } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Request } from '../../contract/exchange.ts'
import { firstFinding, invalid } from './findings.ts'
import { readBody } from './json-body.ts'
import { coerced, readQuery } from './query-text.ts'

/** A request's path, query and body, checked; throws the problem that names the first thing wrong. */
export interface Input {
  readonly params: Record<string, unknown>
  readonly query: Record<string, unknown>
  readonly body?: unknown
}

/** A reader of requests for a schema of `{ params, query, body? }`; compiled when it is first needed. */
export function inputReader(schema: TObject): (request: Request) => Input {
  const { params, query, body } = schema.properties as { params: TObject; query: TObject; body?: TObject }
  let check: ((value: unknown) => boolean) | undefined
  return (request) => {
    const sent = readBody(request)
    if (sent !== undefined && !body)
      throw invalid('/body', { en: 'must be empty: this operation takes none', zh: '必须为空：本操作不接受正文' })
    const input = {
      params: coerced(request.params, params.properties),
      query: coerced(readQuery(request.query), query.properties),
      ...(sent !== undefined && { body: sent }),
    }
    if (!check) {
      const compiled = Compile(schema)
      check = (value) => compiled.Check(value)
    }
    if (!check(input)) throw firstFinding(schema, input)
    refuseBadText(input, '')
    return input
  }
}

/** Text that no database keeps as it is: NUL, and halves of characters. Comes after the check, so the depth is the schema's. */
function refuseBadText(value: unknown, pointer: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw invalid(pointer, { en: 'must not hold the character U+0000', zh: '不得包含字符 U+0000' })
    if (!value.isWellFormed()) throw invalid(pointer, { en: 'must not hold half of a surrogate pair', zh: '不得包含不成对的代理字符' })
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) refuseBadText(member, `${pointer}/${name}`)
  }
}
