/** One answer of HTTP. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly head: string
  readonly body: string
}

/** Takes what came over a connection apart; throws where it is no HTTP. `askedHead`: a HEAD was among what was sent. */
export function answersIn(received: Buffer, askedHead: boolean): Answer[] {
  const answers: Answer[] = []
  let at = 0
  while (at < received.length) {
    const end = received.indexOf('\r\n\r\n', at)
    if (end < 0) throw new Error(`half a head: ${received.subarray(at).toString('latin1').slice(0, 200)}`)
    const head = received.subarray(at, end).toString('latin1')
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1])
    if (!status) throw new Error(`no status line: ${head.slice(0, 200)}`)
    at = end + 4
    if (status === 100) continue
    if (/\r\ntransfer-encoding: chunked/i.test(head)) throw new Error(`chunks: ${head.slice(0, 200)}`)
    // An answer to HEAD announces a body and has none.
    const bodiless = received.toString('latin1', at, at + 5) === 'HTTP/' || (at === received.length && askedHead)
    const length = bodiless ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (at + length > received.length) throw new Error('half a body')
    const type = /\r\ncontent-type: ([^\r;]*)/i.exec(head)?.[1] ?? ''
    answers.push({ status, type, head, body: received.subarray(at, at + length).toString() })
    at += length
  }
  return answers
}

/** Whether the server itself refused, for what HTTP makes of a request, before any wire was asked. */
export const refusedAhead = ({ body }: Answer): boolean => /^\{"error":"(HeaderTooLarge|ExpectationFailed|UnclearHost)"/.test(body)

/** Statuses with which a server may refuse what no wire has declared. */
const plain = new Set([200, 201, 204, 302, 400, 401, 403, 404, 405, 408, 409, 413, 414, 415, 417, 431])

/** What is wrong with the status of an answer. */
export function wrongStatus({ status, body }: Answer): string | undefined {
  return plain.has(status) ? undefined : `status ${status}: ${body.slice(0, 300)}`
}

/** What is wrong with an answer of no wire in particular: a plain one has `error`, a problem document its `type` (RFC 9457), SCIM its `schemas` (RFC 7644). */
export function wrongPlain(answer: Answer): string | undefined {
  const wrong = wrongStatus(answer)
  if (wrong || answer.status < 400 || answer.body === '' || !/json/.test(answer.type)) return wrong
  const { error, type, schemas } = JSON.parse(answer.body) as Record<string, unknown>
  return typeof (error ?? type ?? (schemas as unknown[] | undefined)?.[0]) === 'string'
    ? undefined
    : `an error without a name: ${answer.body.slice(0, 300)}`
}
