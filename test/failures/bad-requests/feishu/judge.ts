import type { AuthEndpoint } from '../../../../src/dialects/feishu/auth/declaration.ts'
import { authEndpoints } from '../../../../src/dialects/feishu/auth.ts'
import { contactV3 } from '../../../../src/dialects/feishu/contact-v3.ts'
import type { Endpoint } from '../../../../src/dialects/feishu/declaration.ts'
import { gatewayCodes, gatewayText } from '../../../../src/dialects/feishu/gateway-errors.ts'
import { type Answer, refusedAhead, wrongPlain } from '../answers.ts'
import type { Verdict } from '../wire.ts'
import type { Things } from './things.ts'

export type AnyEndpoint = Endpoint | AuthEndpoint

/** What is known of a request when its answer is judged. */
export interface Asked {
  /** Where the path and method lead without doubt; undefined where they may lead elsewhere or nowhere. */
  readonly endpoint?: AnyEndpoint | undefined
  /** Something is wrong that nothing may pass. */
  readonly mustRefuse: boolean
  /** Changes nothing, even when it succeeds. */
  readonly harmless: boolean
}

const all: readonly AnyEndpoint[] = [...contactV3, ...authEndpoints]

/**
 * Refusals after which something was done, as the vendor has it: the user was saved (contact-v3, user/create, 41031 and 41032), or the good
 * entries of a batch were (group-member/batch_remove, 40022).
 */
const afterChanges = new Set([41031, 41032, 40022])

interface Envelope {
  readonly code?: unknown
  readonly msg?: unknown
  readonly data?: unknown
  readonly error?: { readonly message?: unknown; readonly log_id?: unknown } | string
  readonly error_description?: unknown
}

/** What an answer of this wire says; successes teach what exists now. */
export function judge(answer: Answer, asked: Asked, things: Things): Verdict {
  const { status, type, body } = answer
  // HEAD has no body; a path where nothing is has no JSON.
  const told = body !== '' && /json/.test(type) ? (JSON.parse(body) as Envelope) : undefined
  if (!told || !('code' in told)) {
    const bare = body === '' && !/HEAD/.test(answer.head) && status !== 204
    const missing = asked.endpoint && !bare && !refusedAhead(answer) ? `no envelope: ${status} ${body.slice(0, 200)}` : undefined
    return { wrong: missing ?? wrongPlain(answer), outcome: plainOutcome(answer, told), changes: false }
  }
  if (told.code === 0) things.learn(told.data)
  const wrong = wrongEnvelope(answer, told) ?? wrongCode(answer, Number(told.code), asked.endpoint)
  const passed = told.code === 0 && asked.mustRefuse ? `was not refused: ${body.slice(0, 200)}` : undefined
  const changes = (told.code === 0 || afterChanges.has(Number(told.code))) && !asked.harmless
  return { wrong: wrong ?? passed, outcome: told.code === 0 ? 'OK' : String(told.code), changes }
}

function plainOutcome({ status }: Answer, told: Envelope | undefined): string {
  return typeof told?.error === 'string' ? told.error : `status ${status}`
}

/** The envelope is `{ code, msg, error: { message, log_id } }` with the log's id in a header too, or what RFC 6749 has. */
function wrongEnvelope({ status, head, body }: Answer, { code, msg, error, error_description }: Envelope): string | undefined {
  const shown = `${status} ${body.slice(0, 300)}`
  const logId = /\r\nX-Tt-Logid: (\S+)/.exec(head)?.[1]
  if (!Number.isSafeInteger(code) || !logId) return `an envelope without code or X-Tt-Logid: ${shown}`
  if (code === 0) return status === 200 ? undefined : `success with another status: ${shown}`
  if (typeof error === 'string') return typeof error_description === 'string' ? undefined : `an error without description: ${shown}`
  if (typeof msg !== 'string' || msg === '') return `a refusal without msg: ${shown}`
  return typeof error?.message === 'string' && error.log_id === logId ? undefined : `a refusal without words or log_id: ${shown}`
}

/** The code is one that the endpoint declares as within a request's reach, or the gateway's, with the status that belongs to it. */
function wrongCode({ status, body }: Answer, code: number, endpoint: AnyEndpoint | undefined): string | undefined {
  if (code === 0) return undefined
  const candidates = endpoint ? [endpoint] : all
  const reached = candidates.filter(({ errors }) => errors.some((each) => each.code === String(code) && /state|chosen/.test(each.reach)))
  const statuses = reached.map(({ texts }) => texts.get(code)?.[0])
  if (gatewayCodes.includes(String(code)) && code !== 2200) statuses.push(gatewayText(code)[0])
  if (statuses.includes(status)) return undefined
  return `${endpoint?.name ?? 'no endpoint'} does not declare ${status} with ${code}: ${body.slice(0, 300)}`
}
