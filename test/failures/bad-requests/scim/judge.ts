import type { ScimOperation } from '../../../../src/dialects/scim/scim-operation.ts'
import { type Answer, refusedAhead, wrongPlain } from '../answers.ts'
import type { Verdict } from '../wire.ts'
import type { Things } from './things.ts'

/** What is known of a request when its answer is judged. */
export interface Asked {
  /** Where the path and method lead without doubt; undefined where they may lead elsewhere or nowhere. */
  readonly operation?: ScimOperation | undefined
  /** Something is wrong that nothing may pass. */
  readonly mustRefuse: boolean
  /** Changes nothing, even when it succeeds. */
  readonly harmless: boolean
}

type Told = Readonly<Record<string, unknown>>

/** Source: RFC 7644 §3.12, table 9. */
const types = ['invalidFilter', 'tooMany', 'mutability', 'invalidSyntax', 'invalidPath', 'noTarget', 'invalidValue']
const words: Readonly<Record<number, string>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  405: 'methodNotAllowed',
  409: 'conflict',
  412: 'preconditionFailed',
  413: 'tooLarge',
  501: 'notImplemented',
}

/** What an answer of this wire says; successes teach what exists now. */
export function judge(answer: Answer, asked: Asked, things: Things): Verdict {
  const { status, type, body, head } = answer
  const name = asked.operation?.name ?? '-'
  if (status < 400) {
    const told = body === '' ? undefined : (JSON.parse(body) as Told)
    if (told && type === 'application/scim+json') things.learn(told)
    const wrong = asked.mustRefuse ? `was not refused: ${status} ${body.slice(0, 200)}` : wrongSuccess(answer, told, asked.operation)
    return { wrong, outcome: status === 304 ? `${name} same` : 'OK', changes: !asked.harmless && status !== 304 }
  }
  // What HTTP itself refuses is no answer of a wire; HEAD has no body.
  if (type !== 'application/scim+json' || body === '') {
    const missing = asked.operation && !/HEAD/.test(head) && !refusedAhead(answer)
    return {
      wrong: missing ? `no answer of SCIM: ${status} ${body.slice(0, 200)}` : wrongHttp(answer),
      outcome: `status ${status}`,
      changes: false,
    }
  }
  const told = JSON.parse(body) as Told
  const code = codeOf(told, status)
  return { wrong: wrongError(answer, told) ?? wrongCode(answer, code, asked.operation), outcome: `${name} ${code}`, changes: false }
}

const wrongHttp = (answer: Answer) =>
  answer.body === '' && (answer.status === 501 || answer.status === 412) ? undefined : wrongPlain(answer)

/** The code under which operations declare a refusal. */
function codeOf({ scimType }: Told, status: number): string {
  return typeof scimType === 'string' ? scimType : (words[status] ?? `status ${status}`)
}

/** RFC 7644 §3.12: schemas, the status as a text, words in both languages; what is 400 says of what kind. */
function wrongError({ status, body, head }: Answer, { schemas, status: said, detail, scimType }: Told): string | undefined {
  const shown = `${status} ${body.slice(0, 300)}`
  if (String(schemas) !== 'urn:ietf:params:scim:api:messages:2.0:Error' || said !== String(status)) return `no body of an error: ${shown}`
  if (typeof detail !== 'string' || !/[a-z]{3}/.test(detail) || !/\p{Script=Han}/u.test(detail))
    return `no detail in both languages: ${shown}`
  if (status === 400 && !types.includes(String(scimType))) return `400 of no kind: ${shown}`
  if (status === 409 && scimType !== undefined && scimType !== 'uniqueness') return `409 of another kind: ${shown}`
  if (status !== 400 && status !== 409 && scimType !== undefined) return `a kind that is not for this status: ${shown}`
  if (status === 401 && !/\r\nwww-authenticate: Bearer/i.test(head)) return `401 that doesn't say how: ${head}`
  return status === 405 && !/\r\nallow: [A-Z]/i.test(head) ? `405 that doesn't say what: ${head}` : undefined
}

/** The code is one that the operation declares as within a request's reach. Only /Me is not implemented. */
function wrongCode({ status, body }: Answer, code: string, operation: ScimOperation | undefined): string | undefined {
  if (status >= 500 && (code !== 'notImplemented' || operation)) return `a fault: ${status} ${body.slice(0, 300)}`
  if (!operation) return status in words || status === 400 ? undefined : `status ${status}`
  const unreachable = operation.errors.some((each) => each.code === code && each.reach !== 'state')
  return operation.codes.has(code) && !unreachable
    ? undefined
    : `${operation.name} does not declare ${status} ${code}: ${body.slice(0, 300)}`
}

function wrongSuccess(
  { status, type, head, body }: Answer,
  told: Told | undefined,
  operation: ScimOperation | undefined,
): string | undefined {
  if (status === 204 || status === 304) return body === '' ? undefined : `a body with ${status}`
  if (!operation) return undefined
  const shown = `${operation.name} ${status} ${body.slice(0, 200)}`
  if (type !== 'application/scim+json') return `another type: ${head}`
  if (!told || !Array.isArray(told.schemas)) return `an answer without schemas: ${shown}`
  if (status === 201 && !/\r\nlocation: http\S+/i.test(head)) return `made without a place: ${shown}`
  return operation.name === 'Bulk' ? wrongBulk(told) : undefined
}

/** Each operation has an outcome of its own, refusals with the body that they would have alone. */
function wrongBulk({ Operations }: Told): string | undefined {
  for (const { status, response } of Operations as Told[]) {
    if (typeof status !== 'string' || !/^[2-4]\d\d$/.test(status)) return `an operation with ${status}: ${JSON.stringify(response)}`
    if (Number(status) < 400) continue
    const body = JSON.stringify(response)
    const head = '\r\nallow: X\r\nwww-authenticate: Bearer'
    const wrong = wrongError({ status: Number(status), body, head, type: '' }, (response ?? {}) as Told)
    if (wrong) return wrong
  }
  return undefined
}
