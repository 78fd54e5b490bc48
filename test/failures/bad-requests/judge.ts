import { isCommonCode } from '../../../src/dialects/tencent/common-errors.ts'
import { organization20210331 } from '../../../src/dialects/tencent/organization-2021-03-31.ts'

/** One answer of HTTP. */
interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}

const documented = new Set(organization20210331.flatMap(({ codes }) => [...codes]))
const statuses = new Set([200, 201, 204, 302, 400, 401, 403, 404, 405, 408, 409, 413, 414, 415, 417, 431])

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
    // Node answers an unknown Expect by itself, with an empty body in chunks.
    if (/\r\ntransfer-encoding: chunked/i.test(head)) {
      if (status !== 417 || received.toString('latin1', at, at + 5) !== '0\r\n\r\n') throw new Error(`chunks: ${head.slice(0, 200)}`)
      at += 5
      continue
    }
    // An answer to HEAD announces a body and has none.
    const bodiless = received.toString('latin1', at, at + 5) === 'HTTP/' || (at === received.length && askedHead)
    const length = bodiless ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (at + length > received.length) throw new Error('half a body')
    const type = /\r\ncontent-type: ([^\r;]*)/i.exec(head)?.[1] ?? ''
    answers.push({ status, type, body: received.subarray(at, at + length).toString() })
    at += length
  }
  return answers
}

/** What is wrong with an answer, whatever was asked; undefined when nothing is. */
export function wrongWith({ status, type, body }: Answer): string | undefined {
  if (!statuses.has(status)) return `status ${status}: ${body.slice(0, 300)}`
  if (body === '' || !/json/.test(type)) return undefined
  const parsed = JSON.parse(body) as Record<string, unknown>
  if (!('Response' in parsed)) {
    // A plain answer of the server has `error`; a problem document of the admin API has its `type` (RFC 9457).
    const named = parsed.error ?? parsed.type
    return status >= 400 && typeof named !== 'string' ? `an error without a name: ${body.slice(0, 300)}` : undefined
  }
  const response = parsed.Response as { RequestId?: unknown; Error?: { Code?: unknown; Message?: unknown } }
  if (typeof response.RequestId !== 'string' || status !== 200)
    return `an envelope without RequestId or 200: ${status} ${body.slice(0, 300)}`
  if (response.Error === undefined) return undefined
  const { Code, Message } = response.Error
  if (typeof Code !== 'string' || typeof Message !== 'string' || Message === '')
    return `an error without Code or Message: ${body.slice(0, 300)}`
  if (Code === 'InternalError') return `InternalError: ${body.slice(0, 300)}`
  return isCommonCode(Code) || documented.has(Code) ? undefined : `the code ${Code} is documented nowhere`
}
