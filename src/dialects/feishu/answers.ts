import type { Answer } from '../../contract/exchange.ts'
import type { FeishuError } from './feishu-error.ts'

/** What an answer is about: `feishu:<endpoint>` and the id that client and log share. */
export interface About {
  readonly operation: string
  readonly logId: string
  /** Of a refusal: what the directory refused with. */
  readonly fact?: string | undefined
}

const type = 'application/json; charset=utf-8'

/** Clients in Python look this header up as it is written here. */
const headers = (logId: string) => ({ 'X-Tt-Logid': logId, 'X-Request-Id': logId })

/** An answer of this wire, whose outcome is `code`. */
export function jsonAnswer({ operation, logId, fact }: About, status: number, body: object, code: string, fault?: unknown): Answer {
  const outcome = { operation, code, requestId: logId, fact, fault }
  return { status, type, headers: headers(logId), body: JSON.stringify(body), outcome }
}

export function success(about: About, data: object): Answer {
  return jsonAnswer(about, 200, { code: 0, msg: 'success', data }, 'OK')
}

/** A refusal with the endpoint's own status and text for the code; `error` tells in both languages what is wrong and what to do. */
export function refusal(about: About, error: FeishuError, text: readonly [http: number, msg: string], fault?: unknown): Answer {
  const { logId } = about
  const { violations, data, error: more } = error.more
  const [status, msg] = text
  const told = {
    message: `${error.text.en} ${error.text.zh}`,
    log_id: logId,
    troubleshooter: `排查建议查看(Troubleshooting suggestions): /docs/?log_id=${logId}&code=${error.code}`,
    ...(violations && { field_violations: violations }),
    ...more,
  }
  const answer = jsonAnswer(about, status, { code: error.code, msg, ...(data && { data }), error: told }, String(error.code), fault)
  return { ...answer, headers: { ...answer.headers, ...error.more.headers } }
}

/** The form of a log's id: 14 digits of the time, then hexadecimal digits. */
export function logIdOf(now: number, uuid: string): string {
  const time = new Date(now).toISOString().replace(/\D/g, '').slice(0, 14)
  return `${time}${uuid.replaceAll('-', '').slice(0, 20).toUpperCase()}`
}
