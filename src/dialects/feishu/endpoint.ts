import type { Answer, Request, Route } from '../../contract/exchange.ts'
import type { RateWindow } from '../../contract/operation.ts'
import { rehearsalFor } from '../../contract/rehearsals.ts'
import { everything } from '../../directory/ranges/range.ts'
import { factOf, type Refusal, Refused } from '../../directory/refusals.ts'
import { newRehearsal, type Rehearsal } from '../../directory/rehearsal.ts'
import { type About, logIdOf, refusal, success } from './answers.ts'
import { requireAddress, requireScope, sentToken, usableToken } from './authorization.ts'
import type { Call } from './call.ts'
import type { Endpoint } from './declaration.ts'
import type { FeishuDeps, TokenRecord } from './endpoint-deps.ts'
import { everyScope } from './every-scope.ts'
import { FeishuError } from './feishu-error.ts'
import { failureText, gatewayCodes, gatewayError, gatewayText } from './gateway-errors.ts'
import { readInput } from './input.ts'
import { mostBytes } from './json-body.ts'
import { wordingOf } from './refusals.ts'
import { failAsSet } from './set-fault.ts'

/** Where one request stands: what its answer must say, whichever step ends it. */
interface Progress {
  readonly about: About
  readonly written: Call['written']
  rehearsal?: Rehearsal | undefined
  /** Whether the caller may know whatever a rehearsal tells. */
  knowsAll?: boolean
}

/** A route for each endpoint of the Contact API. */
export function contactRoutes(deps: FeishuDeps): Route[] {
  return deps.endpoints.map((endpoint): Route => {
    const handle = (request: Request) => answer(deps, endpoint, request)
    return { method: endpoint.http.method, path: endpoint.routePath, bodyLimit: mostBytes, handle }
  })
}

async function answer(deps: FeishuDeps, endpoint: Endpoint, request: Request): Promise<Answer> {
  const now = deps.ports.clock.now()
  const about: About = { operation: endpoint.key, logId: logIdOf(now, deps.ports.ids.uuid()) }
  const progress: Progress = { about, written: new Map() }
  const given = await perform(deps, endpoint, request, progress).catch((thrown) => refuse(deps, endpoint, progress, thrown))
  return progress.rehearsal ? deps.rehearsals.told(given, progress.rehearsal.events, progress.knowsAll) : given
}

/** The life of a request, in the order in which its refusals come. */
async function perform(deps: FeishuDeps, endpoint: Endpoint, request: Request, progress: Progress): Promise<Answer> {
  const token = sentToken(request.headers.authorization)
  const record = usableToken(token, await deps.findToken(token), endpoint)
  requireAddress(record, request.ip)
  const scopes = requireScope(endpoint, record)
  await keepPace(deps, endpoint, record, endpoint.windows)
  progress.rehearsal = rehearsalFor(request, endpoint, newRehearsal, unclearDryRun)
  progress.knowsAll = progress.rehearsal !== undefined && mayKnowAll(record)
  const { about, rehearsal, written } = progress
  failAsSet(deps.faults, endpoint, rehearsal !== undefined)
  const input = readInput(request, endpoint)
  await keepPace(deps, endpoint, record, endpoint.slower(input), ':slower')
  const origin = {
    actor: record.person === undefined ? `app:${record.app.id}` : `person:${record.person}`,
    account: 0,
    dialect: 'feishu',
    operation: endpoint.name,
    requestId: about.logId,
    at: deps.ports.clock.now(),
  }
  const session = deps.openSession(origin, rehearsal)
  return success(about, await endpoint.handle(callOf(record, scopes, session, written), input))
}

/** Events hold every field of people and departments, wherever they are: more than what most apps are shown. */
function mayKnowAll({ app, kind, range }: TokenRecord): boolean {
  return kind === 'tenant' && range?.all === true && everyScope().every((scope) => app.scopes.has(scope))
}

function callOf(record: TokenRecord, scopes: ReadonlySet<string>, session: Call['session'], written: Call['written']): Call {
  const { app, company, idKeys, person } = record
  const range = person === undefined ? record.range : everything
  if (!range) throw new Error(`the token of ${app.id} should have been refused: the app is not installed`)
  return { app, company, person, scopes, covering: { company: company.id, range }, idKeys, written, session }
}

/** Per endpoint, app and company; whichever window is full first refuses. */
async function keepPace(
  { limiter }: FeishuDeps,
  { name }: Endpoint,
  { app, company }: TokenRecord,
  windows: readonly RateWindow[],
  kind = '',
): Promise<void> {
  for (const { calls, seconds } of windows) {
    const left = await limiter.takeOf(`feishu:${name}${kind}:${app.id}:${company.id}:${seconds}`, calls, seconds * 1000)
    if (left <= 0) continue
    const reset = String(Math.max(1, Math.ceil(left / 1000)))
    throw gatewayError(
      99991400,
      {
        en: `${name} takes ${calls} calls in ${seconds} s from one app. Wait ${reset} s.`,
        zh: `${name} 每 ${seconds} 秒限 ${calls} 次调用，请 ${reset} 秒后重试。`,
      },
      { headers: { 'x-ogw-ratelimit-limit': String(calls), 'x-ogw-ratelimit-reset': reset } },
    )
  }
}

function unclearDryRun(): FeishuError {
  return gatewayError(9499, {
    en: 'The header X-Rollcall-Dry-Run must be true or false. Nothing was changed.',
    zh: '请求头 X-Rollcall-Dry-Run 应为 true 或 false，未作任何变更。',
  })
}

function refuse(deps: FeishuDeps, endpoint: Endpoint, { about, written }: Progress, thrown: unknown): Answer {
  const error = wordingOf(asWritten(thrown, written), endpoint)
  if (!(error instanceof FeishuError))
    return refusal(about, gatewayError(2200, failureText(about.logId, thrown)), [500, 'Internal Error'], error.fault)
  const listed = endpoint.texts.get(error.code)
  if (!listed && !gatewayCodes.includes(String(error.code))) deps.undocumented(about.operation, String(error.code))
  const [http, msg] = gatewayText(error.code)
  return refusal({ ...about, fact: factOf(thrown) }, error, listed ?? [error.more.http ?? http, error.more.msg ?? msg])
}

/** What was thrown; a refusal names departments as the request named them. */
function asWritten(thrown: unknown, written: Call['written']): unknown {
  if (!(thrown instanceof Refused)) return thrown
  const named = Object.entries(thrown.refusal).map(([member, value]) => [
    member,
    typeof value === 'string' ? (written.get(value) ?? value) : value,
  ])
  return new Refused(Object.fromEntries(named) as Refusal)
}
