import type { Answer, Request, Route } from '../../contract/exchange.ts'
import { operationKey } from '../../contract/operation.ts'
import type { Rehearsals } from '../../contract/rehearsals.ts'
import type { Ports } from '../../directory/ports.ts'
import { Refused } from '../../directory/refusals.ts'
import type { Rehearsal } from '../../directory/rehearsal.ts'
import type { Session } from '../../directory/session.ts'
import type { AdminOperation, VerifyWebhook } from './admin-operation.ts'
import { problemAnswer, success } from './answers.ts'
import { mostBytes } from './json-body.ts'
import { commonProblems, Problem, problem } from './problem.ts'
import { wordRefusal } from './refusals.ts'
import { rehearsalFor } from './rehearsed.ts'
import { checkToken } from './token.ts'

/** What this wire needs from outside. */
export interface AdminDeps {
  readonly operations: readonly AdminOperation[]
  readonly ports: Ports
  /** The admin token in force; nobody is let in while it is empty. */
  token(): string
  readonly rehearsals: Rehearsals
  openSession(origin: Session['origin'], rehearsal?: Rehearsal): Session
  readonly verifyWebhook: VerifyWebhook
  /** A fault of ours: the client is told only the request's id. */
  unexpected(error: unknown, requestId: string, operation: string): void
  /** A code left that neither the operation's errors nor the common problems hold. */
  undocumented?(operation: string, code: string): void
}

/** Rollcall's own API: a route for each operation, and an answer for everything else below `/admin/v1`. */
export function adminRoutes(deps: AdminDeps): Route[] {
  const { ports } = deps

  async function answered(request: Request, operation: AdminOperation | undefined, work: Work): Promise<Answer> {
    const about = { operation: operation ? operationKey(operation) : 'admin:-', requestId: ports.ids.uuid() }
    try {
      checkToken(request.headers.authorization, deps.token())
      return await work(about)
    } catch (thrown) {
      const worded = thrown instanceof Refused ? wordRefusal(thrown.refusal) : thrown
      if (worded instanceof Problem) {
        if (!commonProblems.has(worded.code) && !operation?.codes.has(worded.code)) deps.undocumented?.(about.operation, worded.code)
        return problemAnswer(about, worded)
      }
      deps.unexpected(thrown, about.requestId, about.operation)
      return problemAnswer(about, failure(about.requestId), thrown)
    }
  }

  async function perform(operation: AdminOperation, request: Request): Promise<Answer> {
    let rehearsal: Rehearsal | undefined
    const answer = await answered(request, operation, async (about) => {
      rehearsal = rehearsalFor(request, operation)
      const at = ports.clock.now()
      const input = operation.read(request)
      const origin = { actor: 'admin', account: 0, dialect: 'admin', operation: operation.name, requestId: about.requestId, at }
      const output = await operation.handle({ session: deps.openSession(origin, rehearsal), verifyWebhook: deps.verifyWebhook }, input)
      return success(about, operation.status, output)
    })
    return rehearsal ? deps.rehearsals.told(answer, rehearsal.events) : answer
  }

  const refusing = (path: string, refuse: (request: Request) => Problem): Route => ({
    method: '*',
    path,
    bodyLimit: mostBytes,
    handle: (request) =>
      answered(request, undefined, () => {
        throw refuse(request)
      }),
  })

  return [
    ...deps.operations.map((operation): Route => {
      const handle = (request: Request) => perform(operation, request)
      return { method: operation.http.method, path: operation.routePath, bodyLimit: mostBytes, handle }
    }),
    ...[...methodsByPath(deps.operations)].map(([path, methods]) => refusing(path, (request) => methodNotAllowed(request, methods))),
    ...['/admin/v1', '/admin/v1/*'].map((path) => refusing(path, nothingHere)),
  ]
}

type Work = (about: { operation: string; requestId: string }) => Promise<Answer>

/** GET brings HEAD with it. */
function methodsByPath(operations: readonly AdminOperation[]): Map<string, string[]> {
  const methods = new Map<string, string[]>()
  for (const { routePath, http } of operations) {
    methods.set(routePath, [...(methods.get(routePath) ?? []), ...(http.method === 'GET' ? ['GET', 'HEAD'] : [http.method])])
  }
  return methods
}

function methodNotAllowed({ method }: Request, methods: readonly string[]): Problem {
  const allow = methods.join(', ')
  return problem('method_not_allowed', `${method} is not served here; ${allow} is.`, `此路径不支持 ${method}，支持 ${allow}。`, {
    headers: { allow },
  })
}

function nothingHere({ path }: Request): Problem {
  const shown = path.slice(0, 120)
  return problem(
    'path_not_found',
    `Nothing is served at ${shown}. The reference is under /docs/.`,
    `${shown} 下没有接口，参考文档见 /docs/。`,
  )
}

function failure(requestId: string): Problem {
  return problem(
    'internal_error',
    `The server failed to answer. Its log tells more under request ${requestId}.`,
    `服务器内部错误，请在日志中按请求编号 ${requestId} 查询。`,
  )
}
