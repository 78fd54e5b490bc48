import type { Answer } from '../../contract/exchange.ts'
import type { Problem } from './problem.ts'

/** What an answer is about: `admin:<Name>` and the id that the client and the log share. */
export interface About {
  readonly operation: string
  readonly requestId: string
  /** Of a refusal: what the directory refused with. */
  readonly fact?: string | undefined
}

/** Keys and events are nobody's to keep on the way. */
function headersOf(requestId: string): Record<string, string> {
  return { 'x-request-id': requestId, 'cache-control': 'no-store' }
}

export function success({ operation, requestId }: About, status: number, output: unknown): Answer {
  return {
    status,
    headers: headersOf(requestId),
    type: 'application/json',
    body: status === 204 ? '' : JSON.stringify(output),
    outcome: { operation, code: 'OK', requestId },
  }
}

/** RFC 9457, with the Chinese detail and the member to blame beside it. */
export function refusal({ operation, requestId, fact }: About, problem: Problem, fault?: unknown): Answer {
  const { code, status, title, text, pointer } = problem
  return {
    status,
    headers: { ...headersOf(requestId), ...problem.headers },
    type: 'application/problem+json',
    body: JSON.stringify({
      type: `urn:rollcall:${code}`,
      title,
      status,
      detail: text.en,
      detail_zh: text.zh,
      ...(pointer !== undefined && { pointer }),
      instance: `urn:uuid:${requestId}`,
    }),
    outcome: { operation, code, requestId, fact, fault },
  }
}
