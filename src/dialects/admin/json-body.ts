import { isUtf8 } from 'node:buffer'
import type { Request } from '../../contract/exchange.ts'
import { parsedJson, whyNoJson } from '../../contract/json/parse-json.ts'
import { problem } from './problem.ts'

/** Bytes of a body that are read at all: room for a range with all that it may name, the longest of requests. */
export const mostBytes = 2 * 1024 * 1024

/** The value of a JSON body; undefined when none was sent. */
export function readBody(request: Request): unknown {
  if (request.oversized || request.body.length > mostBytes) {
    throw problem('body_too_large', `A body may have ${mostBytes} bytes at most.`, `请求正文最多 ${mostBytes} 字节。`)
  }
  if (request.body.length === 0) return undefined
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json *(; *charset *= *"?utf-8"? *)?$/i.test(type)) {
    throw problem('unsupported_media_type', 'Send the body as application/json in UTF-8.', '请以 UTF-8 编码的 application/json 发送正文。')
  }
  if (!isUtf8(request.body)) throw problem('malformed_body', 'The body is not UTF-8.', '请求正文不是 UTF-8 编码。')
  const text = request.body.toString()
  const value = parsedJson(text)
  if (value === undefined) {
    const { en, zh } = whyNoJson(text)
    throw problem('malformed_body', `The body cannot be read: ${en}.`, `请求正文无法解析：${zh}。`)
  }
  return value
}
