import { randomUUID } from 'node:crypto'
import type { Answer } from '../contract/exchange.ts'

/** An answer of the server itself, before or beside any dialect: plain JSON. */
export function plainAnswer(status: number, code: string, message: string, fault?: unknown): Answer {
  const requestId = randomUUID()
  return {
    status,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({ error: code, message, requestId }),
    outcome: { operation: 'http:-', code, requestId, fault },
  }
}

/** A refusal in both languages: nobody has said yet which one is wanted. */
export const plainRefusal = (status: number, code: string, en: string, zh: string, fault?: unknown): Answer =>
  plainAnswer(status, code, `${en} ${zh}`, fault)

export const notFound = (path: string): Answer =>
  plainRefusal(404, 'NotFound', `Nothing is served at ${path}; /docs/ lists what is.`, `此路径下没有服务，全部接口见 /docs/。`)

/** `reason` is the parser's word for what it met. */
export const notHttp = (reason = 'another protocol'): Answer =>
  plainRefusal(
    400,
    'MalformedRequest',
    `This is not a valid HTTP/1.1 request (${reason}). Send HTTP/1.1, or HTTPS where the address begins with https.`,
    `这不是有效的 HTTP/1.1 请求（${reason}）。请使用 HTTP/1.1；地址以 https 开头时请使用 HTTPS。`,
  )

/** For a handler that threw: a fault of ours, told to the log and not to the client. */
export const internalError = (fault: unknown): Answer =>
  plainRefusal(
    500,
    'InternalError',
    'The server failed to answer. Its log tells more under this requestId.',
    '服务器处理请求时出错，详情见服务器日志中该 requestId 的记录。',
    fault,
  )
