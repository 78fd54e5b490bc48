import type { TObject, TSchema } from 'typebox'
import { booleanOf } from '../../contract/boolean-text.ts'
import type { Request } from '../../contract/exchange.ts'
import type { Endpoint } from './declaration.ts'
import { FeishuError } from './feishu-error.ts'
import { findingOf } from './findings.ts'
import { readBody } from './json-body.ts'

export interface Input {
  readonly path: Record<string, unknown>
  readonly query: Record<string, unknown>
  readonly body: Record<string, unknown>
}

/**
 * What was sent, as the endpoint declares it. Members that nobody declares are passed over, as the vendor does; a member that is null counts as
 * absent. Refuses with the code that the member declares, or the endpoint's own for parameters.
 */
export function readInput(request: Request, { parts, invalid }: Pick<Endpoint, 'parts' | 'invalid'>): Input {
  const input = {
    path: members(request.params, parts.path),
    query: queryOf(request.query, parts.query),
    body: parts.body ? readBody(request) : {},
  }
  check(parts.path, input.path, invalid)
  check(parts.query, input.query, invalid)
  if (parts.body) check(parts.body, input.body, invalid)
  return input
}

function check(schema: TSchema, value: unknown, invalid: number): void {
  const finding = findingOf(schema, value)
  if (!finding) return
  const { code = invalid, text, ...violation } = finding
  throw new FeishuError(
    code,
    {
      en: `${text.en}. Correct it and call again; nothing was changed.`,
      zh: `${text.zh}，请更正后重试，未作任何变更。`,
    },
    { violations: [violation], http: 400, msg: 'field validation failed' },
  )
}

function members(sent: Readonly<Record<string, string>>, schema: TObject): Record<string, unknown> {
  return Object.fromEntries(Object.keys(schema.properties).map((name) => [name, sent[name]]))
}

/** Lists come as `a=1&a=2`, from some clients as `a[]=1`. */
function queryOf(text: string, schema: TObject): Record<string, unknown> {
  const sent = new URLSearchParams(text)
  const query: Record<string, unknown> = {}
  for (const [name, shape] of Object.entries(schema.properties)) {
    const values = [...sent.getAll(name), ...sent.getAll(`${name}[]`)]
    if (values.length > 0) query[name] = typed(values, shape as { type?: string; items?: { type?: string } })
  }
  return query
}

function typed(values: readonly string[], shape: { type?: string; items?: { type?: string } }): unknown {
  if (shape.type === 'array') return values.map((value) => typed([value], shape.items ?? {}))
  const [value = ''] = values
  if (shape.type === 'integer') return /^-?\d{1,15}$/.test(value) ? Number(value) : value
  if (shape.type === 'boolean') return booleanOf(value) ?? value
  return value
}
