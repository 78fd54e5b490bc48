import type { Answer, Request, Route } from '../../contract/exchange.ts'
import { keepable } from '../../contract/json/keepable.ts'
import { publicAddress } from '../../contract/public-address.ts'
import { rehearsalFor } from '../../contract/rehearsals.ts'
import { doubtAfter } from '../../directory/doubt.ts'
import { factOf, Refused } from '../../directory/refusals.ts'
import { newRehearsal, type Rehearsal } from '../../directory/rehearsal.ts'
import type { Zone } from '../../directory/zones/zone.ts'
import { type About, refusal, success } from './answers.ts'
import { requireSynchronization, usableCredential } from './authorization.ts'
import type { Call, Sent } from './call.ts'
import type { ScimDeps } from './endpoint-deps.ts'
import { readBody } from './json-body.ts'
import { notFound } from './not-found.ts'
import { wordRefusal } from './refusals.ts'
import { ScimError, scimError } from './scim-error.ts'
import { root, type ScimOperation } from './scim-operation.ts'
import { failAsSet } from './set-fault.ts'
import { unservedRoutes } from './unserved.ts'

/** Where one request stands: what its answer must say, whichever step ends it. */
interface Progress {
  readonly about: About
  rehearsal?: Rehearsal | undefined
}

/** A route for each operation, and an answer for everything else below `/scim/v2`. */
export function scimRoutes(deps: ScimDeps): Route[] {
  return [
    ...deps.operations.map((operation): Route => {
      const handle = (request: Request) => answer(deps, operation, request)
      return { method: operation.http.method, path: operation.routePath, bodyLimit: operation.bodyLimit, handle }
    }),
    ...unservedRoutes(deps),
  ]
}

async function answer(deps: ScimDeps, operation: ScimOperation, request: Request): Promise<Answer> {
  const about: About = { operation: operation.key, requestId: deps.ports.ids.uuid() }
  const progress: Progress = { about }
  const given = await perform(deps, operation, request, progress).catch((thrown) => refuse(deps, operation, about, thrown))
  return progress.rehearsal ? deps.rehearsals.told(given, progress.rehearsal.events) : given
}

/** The life of a request, in the order in which its refusals come. */
async function perform(deps: ScimDeps, operation: ScimOperation, request: Request, progress: Progress): Promise<Answer> {
  const { about } = progress
  const base = baseOf(deps, request)
  if (operation.open === 'nobody') {
    failAsSet(deps.faults, operation, false)
    return success(about, await operation.handle(callOfNobody(base), sentIn(request)))
  }
  const credential = await usableCredential(request.headers.authorization, deps.findCredential)
  if (operation.open === undefined) requireSynchronization(credential)
  progress.rehearsal = rehearsalFor(request, operation, newRehearsal, unclearDryRun)
  const { rehearsal } = progress
  failAsSet(deps.faults, operation, rehearsal !== undefined)
  const body = operation.readsBody ? readBody(request, operation.bodyLimit) : {}
  const sessionOf = (name: string) => {
    const at = deps.ports.clock.now()
    const origin = { actor: `credential:${credential.id}`, account: 0, dialect: 'scim', operation: name, requestId: about.requestId, at }
    return deps.openSession(origin, rehearsal)
  }
  const wordOf: Call['wordOf'] = (thrown, { name, codes }) => {
    const inside = { ...about, operation: `scim:${name}` }
    const error = wordedOrFault(deps, inside, codes, thrown)
    if (error.code === 'internalError') deps.faultInside(thrown, inside)
    return error
  }
  const call: Call = { zone: credential.zone, base, session: sessionOf(operation.name), sessionOf, wordOf }
  return success(about, await operation.handle(call, { ...sentIn(request), body }))
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

function baseOf(deps: ScimDeps, request: Request): string {
  const { secure, host } = publicAddress(request, deps.secure)
  return `${secure ? 'https' : 'http'}://${host}${root}`
}

function unclearDryRun(): ScimError {
  return scimError(
    'invalidValue',
    'The header X-Rollcall-Dry-Run must be true or false. Nothing was changed.',
    '请求头 X-Rollcall-Dry-Run 应为 true 或 false，未作任何变更。',
  )
}

function refuse(deps: ScimDeps, { codes }: ScimOperation, about: About, thrown: unknown): Answer {
  const error = wordedOrFault(deps, about, codes, thrown)
  return refusal({ ...about, fact: factOf(thrown) }, error, error.code === 'internalError' ? thrown : undefined)
}

function wordedOrFault(deps: ScimDeps, about: About, codes: ReadonlySet<string>, thrown: unknown): ScimError {
  const error = thrown instanceof Refused ? wordRefusal(thrown.refusal) : thrown
  if (error instanceof ScimError) {
    if (!codes.has(error.code)) deps.undocumented(about.operation, error.code)
    return error
  }
  const { requestId } = about
  const doubt = doubtAfter(thrown)
  return scimError(
    'internalError',
    `The server failed to answer; its log tells more under ${requestId}.${doubt.en || ' Try again later.'}`,
    `服务器内部错误，请按 ${requestId} 查询日志${doubt.zh ? `。${doubt.zh}` : '，并稍后重试。'}`,
  )
}
