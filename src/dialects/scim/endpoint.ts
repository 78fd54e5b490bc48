import type { Answer, Request, Route } from '../../contract/exchange.ts'
import { operationKey } from '../../contract/operation.ts'
import { dryRunAsked } from '../../contract/rehearsals.ts'
import { Refused } from '../../directory/refusals.ts'
import { newRehearsal, type Rehearsal } from '../../directory/rehearsal.ts'
import type { Zone } from '../../directory/zones/zone.ts'
import { type About, refused, success } from './answers.ts'
import { requireSynchronization, usableCredential } from './authorization.ts'
import type { Call, Sent } from './call.ts'
import type { ScimDeps } from './endpoint-deps.ts'
import { keepable, readBody } from './json-body.ts'
import { notFound } from './not-found.ts'
import { wordRefusal } from './refusals.ts'
import type { Reply } from './reply.ts'
import { busy, type ScimCode, ScimError, scimError } from './scim-error.ts'
import { root, type ScimOperation } from './scim-operation.ts'
import { elsewhere } from './unserved.ts'

/** A route for each operation, and an answer for everything else below `/scim/v2`. */
export function scimRoutes(deps: ScimDeps): Route[] {
  return [
    ...deps.operations.map((operation): Route => {
      const handle = (request: Request) => answer(deps, operation, request)
      return { method: operation.http.method, path: operation.routePath, bodyLimit: operation.bodyLimit, handle }
    }),
    ...elsewhere(deps),
  ]
}

async function answer(deps: ScimDeps, operation: ScimOperation, request: Request): Promise<Answer> {
  const about: About = { operation: operationKey(operation), requestId: deps.ports.ids.uuid() }
  const rehearsed: { rehearsal?: Rehearsal } = {}
  const given = await perform(deps, operation, request, about, rehearsed).then(
    (reply) => success(about, reply),
    (thrown) => refuse(deps, operation, about, thrown),
  )
  return rehearsed.rehearsal ? deps.rehearsals.told(given, rehearsed.rehearsal.events) : given
}

/** The life of a request, in the order in which its refusals come. */
async function perform(
  deps: ScimDeps,
  operation: ScimOperation,
  request: Request,
  about: About,
  rehearsed: { rehearsal?: Rehearsal },
): Promise<Reply> {
  const base = baseOf(deps, request)
  if (operation.open === 'nobody') {
    failAsSet(deps, about, false)
    return operation.handle(callOfNobody(base), sentIn(request))
  }
  const credential = await usableCredential(request.headers.authorization, deps.findCredential)
  if (operation.open === undefined) requireSynchronization(credential)
  rehearsed.rehearsal = rehearsalFor(request, operation)
  failAsSet(deps, about, rehearsed.rehearsal !== undefined)
  const body = operation.readsBody ? readBody(request, operation.bodyLimit) : {}
  const sessionOf = (name: string) => {
    const at = deps.ports.clock.now()
    const origin = { actor: `credential:${credential.id}`, account: 0, dialect: 'scim', operation: name, requestId: about.requestId, at }
    return deps.openSession(origin, rehearsed.rehearsal)
  }
  const wordOf: Call['wordOf'] = (thrown, { name, codes }) => wordedOrFault(deps, { ...about, operation: `scim:${name}` }, codes, thrown)
  const call: Call = { zone: credential.zone, base, session: sessionOf(operation.name), sessionOf, wordOf }
  return await operation.handle(call, { ...sentIn(request), body })
}

function failAsSet({ faults }: ScimDeps, { operation }: About, rehearsed: boolean): void {
  const code = faults?.take(operation, rehearsed)
  if (code === undefined) return
  throw scimError(
    code as ScimCode,
    `The stand-in makes ${operation} fail with ${code}. Try again later.`,
    `测试控制使 ${operation} 以 ${code} 失败，请稍后重试。`,
    busy.includes(code as ScimCode) ? { 'retry-after': '1' } : undefined,
  )
}

/** Of most requests: nobody writes to a query. */
const nothingAsked = new URLSearchParams()

function sentIn({ params, query, headers }: Request): Sent {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers
  const { id = '' } = params
  if (!keepable(id) || id.length > 256) throw notFound(id)
  return {
    id,
    query: query === '' ? nothingAsked : new URLSearchParams(query),
    body: {},
    ...(ifMatch !== undefined && { ifMatch }),
    ...(ifNoneMatch !== undefined && { ifNoneMatch }),
  }
}

/** What says of itself how to be understood has no zone and touches nothing. */
function callOfNobody(base: string): Call {
  const nothing = (): never => {
    throw new Error('an operation that is open to everybody has no session')
  }
  return {
    base,
    get zone(): Zone {
      return nothing()
    },
    get session() {
      return nothing()
    },
    sessionOf: nothing,
    wordOf: nothing,
  }
}

/** A proxy before another one puts its own name behind. */
function baseOf({ secure }: ScimDeps, { headers }: Request): string {
  const first = (list: string | undefined) => list?.split(',')[0]?.trim()
  const scheme = secure || first(headers['x-forwarded-proto']) === 'https' ? 'https' : 'http'
  return `${scheme}://${first(headers['x-forwarded-host']) ?? headers.host ?? 'localhost'}${root}`
}

function rehearsalFor(request: Request, { kind }: ScimOperation): Rehearsal | undefined {
  const asked = kind === 'read' ? 'no' : dryRunAsked(request)
  if (asked === 'no') return undefined
  if (asked === 'yes') return newRehearsal()
  throw scimError(
    'invalidValue',
    'The header X-Rollcall-Dry-Run must be true or false. Nothing was changed.',
    '请求头 X-Rollcall-Dry-Run 应为 true 或 false，未作任何变更。',
  )
}

function refuse(deps: ScimDeps, { codes }: ScimOperation, about: About, thrown: unknown): Answer {
  const error = wordedOrFault(deps, about, codes, thrown)
  return refused(about, error, error.code === 'internalError' ? thrown : undefined)
}

function wordedOrFault(deps: ScimDeps, about: About, codes: ReadonlySet<string>, thrown: unknown): ScimError {
  const error = thrown instanceof Refused ? wordRefusal(thrown.refusal) : thrown
  if (error instanceof ScimError) {
    if (!codes.has(error.code)) deps.undocumented?.(about.operation, error.code)
    return error
  }
  const { requestId, operation } = about
  deps.unexpected(thrown, requestId, operation)
  return scimError(
    'internalError',
    `The server failed to answer; its log tells more under ${requestId}. Try again later.`,
    `服务器内部错误，请按 ${requestId} 查询日志，并稍后重试。`,
  )
}
