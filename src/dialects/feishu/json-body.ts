import { isUtf8 } from 'node:buffer'
import type { Request } from '../../contract/exchange.ts'
import { isJsonObject, parsedJson, whyNoJson } from '../../contract/json/parse-json.ts'
import { FeishuError } from './feishu-error.ts'

/** Bytes of the largest body that is read. */
export const mostBytes = 1024 * 1024

/** The JSON object of a body; nothing sent is an empty one, and so is null, which the Go SDK sends for a body left out. Refuses with 9499. */
export function readBody({ body, oversized }: Pick<Request, 'body' | 'oversized'>): Record<string, unknown> {
  if (oversized)
    throw badRequest(`The body is larger than ${mostBytes} bytes. Send less at once.`, `请求体超过 ${mostBytes} 字节，请减少单次内容。`)
  if (body.length === 0) return {}
  if (!isUtf8(body)) throw badRequest('The body is not JSON in UTF-8. Send an object.', '请求体不是 UTF-8 编码的 JSON，请发送一个对象。')
  const text = textOf(body)
  const value = parsedJson(text)
  if (value === undefined) {
    const { en, zh } = whyNoJson(text)
    throw badRequest(`The body cannot be read: ${en}. Send an object in UTF-8.`, `请求体无法解析：${zh}，请以 UTF-8 发送一个对象。`)
  }
  if (value === null) return {}
  if (!isJsonObject(value)) throw badRequest('The body must be a JSON object.', '请求体应为 JSON 对象。')
  return withoutNulls(value) as Record<string, unknown>
}

/** A byte order mark is no part of the text. */
const textOf = (body: Buffer): string => new TextDecoder().decode(body)

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
