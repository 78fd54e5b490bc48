import type { Answer, Request, Route } from '../../contract/exchange.ts'
import { methodsByPath } from '../../contract/methods-by-path.ts'
import { named } from '../../contract/shown.ts'
import { refusal } from './answers.ts'
import type { AdminDeps } from './endpoint-deps.ts'
import { mostBytes } from './json-body.ts'
import { type Problem, problem } from './problem.ts'
import { tokenProblem } from './token.ts'

/** What answers below `/admin/v1` where no operation does; only to who has the token. */
export function unservedRoutes({ operations, ports, token }: Pick<AdminDeps, 'operations' | 'ports' | 'token'>): Route[] {
  const refusing = (path: string, refuse: (request: Request) => Problem): Route => ({
    method: '*',
    path,
    bodyLimit: mostBytes,
    handle: async (request): Promise<Answer> =>
      refusal(
        { operation: 'admin:-', requestId: ports.ids.uuid() },
        tokenProblem(request.headers.authorization, await token()) ?? refuse(request),
      ),
  })
  return [
    ...[...methodsByPath(operations)].map(([path, methods]) => refusing(path, (request) => methodNotAllowed(request, methods))),
    ...(operations.some(({ routePath }) => routePath.startsWith(standin)) ? [] : [refusing(`${standin}*`, standinClosed)]),
    ...['/admin/v1', '/admin/v1/*'].map((path) => refusing(path, nothingHere)),
  ]
}

/** Below it are the controls of a test, which are there only when they are opened. */
const standin = '/admin/v1/standin/'

function standinClosed({ path }: Request): Problem {
  return problem(
    'path_not_found',
    `${named(path)} is a control of the stand-in, which is closed. Start the server with ROLLCALL_STANDIN=on; in a test, startRollcall({ standin: true }).`,
    `${named(path)} 属于模拟开关，当前未开启。请以 ROLLCALL_STANDIN=on 启动服务；测试中使用 startRollcall({ standin: true })。`,
  )
}

function methodNotAllowed({ method }: Request, methods: readonly string[]): Problem {
  const allow = methods.join(', ')
  return problem('method_not_allowed', `${method} is not served here; ${allow} is.`, `此路径不支持 ${method}，支持 ${allow}。`, {
    headers: { allow },
  })
}

function nothingHere({ path }: Request): Problem {
  const shown = named(path)
  return problem(
    'path_not_found',
    `Nothing is served at ${shown}. The reference is under /docs/.`,
    `${shown} 下没有接口，参考文档见 /docs/。`,
  )
}
