import type { Answer, Request, Route } from '../../contract/exchange.ts'
import { rehearsalFor } from '../../contract/rehearsals.ts'
import { doubtAfter } from '../../directory/doubt.ts'
import { factOf, Refused } from '../../directory/refusals.ts'
import { newRehearsal, type Rehearsal } from '../../directory/rehearsal.ts'
import type { AdminOperation } from './admin-operation.ts'
import { type About, refusal, success } from './answers.ts'
import type { AdminDeps } from './endpoint-deps.ts'
import { mostBytes } from './json-body.ts'
import { commonProblems, Problem, problem } from './problem.ts'
import { wordRefusal } from './refusals.ts'
import { checkToken } from './token.ts'
import { unservedRoutes } from './unserved.ts'

/** Where one request stands: what its answer must say, whichever step ends it. */
interface Progress {
  readonly about: About
  rehearsal?: Rehearsal | undefined
}

/** Rollcall's own API: a route for each operation, and an answer for everything else below `/admin/v1`. */
export function adminRoutes(deps: AdminDeps): Route[] {
  return [
    ...deps.operations.map((operation): Route => {
      const handle = (request: Request) => answer(deps, operation, request)
      return { method: operation.http.method, path: operation.routePath, bodyLimit: mostBytes, handle }
    }),
    ...unservedRoutes(deps),
  ]
}

async function answer(deps: AdminDeps, operation: AdminOperation, request: Request): Promise<Answer> {
  const about: About = { operation: operation.key, requestId: deps.ports.ids.uuid() }
  const progress: Progress = { about }
  const given = await perform(deps, operation, request, progress).catch((thrown) => refuse(deps, operation, about, thrown))
  return progress.rehearsal ? deps.rehearsals.told(given, progress.rehearsal.events) : given
}

/** The life of a request, in the order in which its refusals come. */
async function perform(deps: AdminDeps, operation: AdminOperation, request: Request, progress: Progress): Promise<Answer> {
  const { about } = progress
  checkToken(request.headers.authorization, await deps.token())
  progress.rehearsal = rehearsalFor(request, operation, newRehearsal, unclearDryRun)
  const at = deps.ports.clock.now()
  const input = operation.read(request)
  const origin = { actor: 'admin', account: 0, dialect: 'admin', operation: operation.name, requestId: about.requestId, at }
  const session = deps.openSession(origin, progress.rehearsal)
  return success(about, operation.status, await operation.handle({ session, verifyWebhook: deps.verifyWebhook, meant: deps.meant }, input))
}

function unclearDryRun(): Problem {
  return problem(
    'invalid_input',
    'The header `X-Rollcall-Dry-Run` must be `true` or `false`. Nothing was changed.',
    '请求头 `X-Rollcall-Dry-Run` 应为 `true` 或 `false`，未作任何变更。',
  )
}

function refuse(deps: AdminDeps, { codes }: AdminOperation, about: About, thrown: unknown): Answer {
  const error = worded(thrown)
  if (!error) return refusal(about, failure(about.requestId, thrown), thrown)
  if (!commonProblems.has(error.code) && !codes.has(error.code)) deps.undocumented(about.operation, error.code)
  return refusal({ ...about, fact: factOf(thrown) }, error)
}

/** The wording of what was thrown; undefined for what nobody meant to throw. */
function worded(thrown: unknown): Problem | undefined {
  if (thrown instanceof Problem) return thrown
  return thrown instanceof Refused ? wordRefusal(thrown.refusal) : undefined
}

function failure(requestId: string, thrown: unknown): Problem {
  const doubt = doubtAfter(thrown)
  return problem(
    'internal_error',
    `The server failed to answer. Its log tells more under request ${requestId}.${doubt.en}`,
    `服务器内部错误，请在日志中按请求编号 ${requestId} 查询。${doubt.zh}`,
  )
}
