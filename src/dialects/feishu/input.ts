import type { TObject, TSchema } from 'typebox'
import type { Request } from '../../contract/exchange.ts'
import type { Endpoint } from './declaration.ts'
import { FeishuError } from './feishu-error.ts'
import { findingOf } from './findings.ts'

export interface Input {
  readonly path: Record<string, unknown>
  readonly query: Record<string, unknown>
  readonly body: Record<string, unknown>
}

/** Bytes of the largest body that is read. */
export const mostBytes = 1024 * 1024

/**
 * What was sent, as the endpoint declares it. Members that nobody declares are passed over, as the vendor does; a member that is null counts as
 * absent. Refuses with the code that the member declares, or the endpoint's own for parameters.
 */
export function readInput(request: Request, { parts, invalid }: Pick<Endpoint, 'parts' | 'invalid'>): Input {
  const input = {
    path: members(request.params, parts.path),
    query: queryOf(request.query, parts.query),
    body: parts.body ? bodyOf(request) : {},
  }
  check(parts.path, input.path, invalid)
  check(parts.query, input.query, invalid)
  if (parts.body) check(parts.body, input.body, invalid)
  return input
}

function check(schema: TSchema, value: unknown, invalid: number): void {
  const finding = findingOf(schema, value)
  if (!finding) return
  const { code = invalid, ...violation } = finding
  throw new FeishuError(
    code,
    {
      en: `${violation.description}. Correct it and call again; nothing was changed.`,
      zh: `参数 ${violation.field} 不合法，请更正后重试，未作任何变更。`,
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
  if (shape.type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  return value
}

/** The JSON object of a body; nothing sent is an empty one. Refuses with 9499. */
export function bodyOf({ body, oversized }: Pick<Request, 'body' | 'oversized'>): Record<string, unknown> {
  if (oversized)
    throw badRequest(`The body is larger than ${mostBytes} bytes. Send less at once.`, `请求体超过 ${mostBytes} 字节，请减少单次内容。`)
  if (body.length === 0) return {}
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw badRequest('The body is not JSON in UTF-8. Send an object.', '请求体不是 UTF-8 编码的 JSON，请发送一个对象。')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw badRequest('The body must be a JSON object.', '请求体应为 JSON 对象。')
  return withoutNulls(parsed) as Record<string, unknown>
}

function badRequest(en: string, zh: string): FeishuError {
  return new FeishuError(9499, { en, zh }, { http: 400, msg: 'bad request' })
}

/** Levels of lists and objects in a body; no endpoint takes more than a few. */
const mostLevels = 64

/** Object members that are null go; entries of lists stay. Refuses with 9499 what is nested so deeply that walking it would end the stack. */
function withoutNulls(value: unknown, level = 1): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (level > mostLevels)
    throw badRequest(`The body is nested deeper than ${mostLevels} levels.`, `请求体嵌套超过 ${mostLevels} 层，请减少嵌套。`)
  if (Array.isArray(value)) return value.map((each) => withoutNulls(each, level + 1))
  const kept = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutNulls(member, level + 1)]))
}
