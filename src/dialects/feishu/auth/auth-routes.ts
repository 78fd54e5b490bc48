import type { Answer, Request, Route } from '../../../contract/exchange.ts'
import { factOf } from '../../../directory/refusals.ts'
import { type About, logIdOf } from '../answers.ts'
import type { FeishuDeps } from '../endpoint-deps.ts'
import { FeishuError } from '../feishu-error.ts'
import { findingOf } from '../findings.ts'
import { failureText, gatewayCodes, gatewayError } from '../gateway-errors.ts'
import { mostBytes } from '../json-body.ts'
import { wordingOf } from '../refusals.ts'
import { failAsSet } from '../set-fault.ts'
import { authRefusal, authSuccess } from './answers.ts'
import type { AuthEndpoint } from './declaration.ts'
import { sentBody } from './sent-body.ts'

export type AuthDeps = Omit<FeishuDeps, 'endpoints' | 'limiter' | 'rehearsals'> & {
  readonly authEndpoints: readonly AuthEndpoint[]
}

/** A route for each endpoint that gives out tokens; a slash behind its path is let pass. */
export function authRoutes(deps: AuthDeps): Route[] {
  return deps.authEndpoints.flatMap((endpoint) =>
    [endpoint.routePath, `${endpoint.routePath}/`].map((path): Route => {
      const handle = (request: Request) => answer(deps, endpoint, request)
      return { method: endpoint.http.method, path, bodyLimit: mostBytes, handle }
    }),
  )
}

async function answer(deps: AuthDeps, endpoint: AuthEndpoint, request: Request): Promise<Answer> {
  const at = deps.ports.clock.now()
  const about: About = { operation: endpoint.key, logId: logIdOf(at, deps.ports.ids.uuid()) }
  try {
    failAsSet(deps.faults, endpoint, false)
    const body = readInput(endpoint, request)
    const origin = { actor: 'token', account: 0, dialect: 'feishu', operation: endpoint.name, requestId: about.logId, at }
    const { authorization } = request.headers
    const call = { session: deps.openSession(origin), authorization, ip: request.ip, findToken: deps.findToken }
    return authSuccess(about, endpoint, await endpoint.handle(call, body))
  } catch (thrown) {
    return refuse(deps, endpoint, about, thrown)
  }
}

function readInput(endpoint: AuthEndpoint, request: Request): Record<string, unknown> {
  const body = endpoint.http.method === 'GET' ? {} : sentBody(request, endpoint.invalid)
  const finding = findingOf(endpoint.body, body)
  if (!finding) return body
  const { code = endpoint.invalid, text, ...violation } = finding
  const told = { en: `${text.en}. Correct it and call again.`, zh: `${text.zh}，请更正后重试。` }
  throw new FeishuError(code, told, { violations: [violation] })
}

function refuse(deps: AuthDeps, endpoint: AuthEndpoint, about: About, thrown: unknown): Answer {
  const error = wordingOf(thrown, endpoint)
  if (!(error instanceof FeishuError)) {
    const text = failureText(about.logId, thrown)
    const failure = endpoint.texts.has(20050) ? new FeishuError(20050, text) : gatewayError(2200, text)
    return authRefusal(about, endpoint, failure, error.fault)
  }
  const known = endpoint.texts.has(error.code) || gatewayCodes.includes(String(error.code))
  if (!known) deps.undocumented(about.operation, String(error.code))
  return authRefusal({ ...about, fact: factOf(thrown) }, endpoint, error)
}
