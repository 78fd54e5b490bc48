import type { Answer, Request, Route } from '../../../../contract/exchange.ts'
import { publicAddress } from '../../../../contract/public-address.ts'
import type { App } from '../../../../directory/apps/app.ts'
import { type About, jsonAnswer, logIdOf } from '../../answers.ts'
import { credentialedApp } from '../../auth/app-credentials.ts'
import { FeishuError } from '../../feishu-error.ts'
import { readBody } from '../../json-body.ts'
import { clientConfig, mostConnections } from './client-config.ts'
import type { ConnectionDeps } from './connection-deps.ts'
import { writeTicket } from './ticket.ts'

const operation = 'feishu:ws.endpoint'

/** Where a connection is opened. */
export const connectionPath = '/callback/ws/connection'

/** Tells an app where it may open a connection for its events. Always 200, as official clients read the body whatever the status. */
export function connectionEndpoint(deps: ConnectionDeps): Route {
  return { method: 'POST', path: '/callback/ws/endpoint', bodyLimit: 64 * 1024, handle: (request) => answer(deps, request) }
}

/** Codes of this endpoint alone. */
const codes = { forbidden: 403, authFailed: 514, internal: 1000040343, tooMany: 1000040350 } as const

async function answer(deps: ConnectionDeps, request: Request): Promise<Answer> {
  const { ports, openSession } = deps
  const at = ports.clock.now()
  const about: About = { operation, logId: logIdOf(at, ports.ids.uuid()) }
  const refused = (code: number, msg: string, fault?: unknown) =>
    jsonAnswer(about, 200, { code, msg, data: { URL: '', ClientConfig: clientConfig } }, String(code), fault)
  const session = openSession({ actor: 'token', account: 0, dialect: 'feishu', operation: 'ws.endpoint', requestId: about.logId, at })
  try {
    const app = await sentApp(session, request)
    if (app.kind !== 'custom') return refused(codes.forbidden, 'long connections are open to custom apps only: give the app a webhook')
    if ((await deps.presence.count(app.id)) >= mostConnections)
      return refused(codes.tooMany, `the app has ${mostConnections} connections open already: close one`)
    const URL = address(deps, request, writeTicketFor(deps, session, app.id, at))
    return jsonAnswer(about, 200, { code: 0, msg: '', data: { URL, ClientConfig: clientConfig } }, 'OK')
  } catch (thrown) {
    if (thrown instanceof FeishuError) return refused(codes.authFailed, `${thrown.text.en} ${thrown.text.zh}`)
    return refused(codes.internal, 'internal error', thrown)
  }
}

async function sentApp(session: Parameters<typeof credentialedApp>[0], request: Request): Promise<App> {
  const { AppID, AppSecret } = readBody(request)
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return await credentialedApp(session, { app_id: text(AppID), app_secret: text(AppSecret) })
}

function writeTicketFor({ ports }: ConnectionDeps, { vault }: { vault: Parameters<typeof writeTicket>[0] }, app: string, at: number) {
  const service = ports.ids.number(8)
  return { service, device: ports.ids.number(12), ticket: writeTicket(vault, { app, service }, at) }
}

/** The ids do not stand first: a client reads the whole address as a query, and what stands first is lost to it. */
function address(deps: ConnectionDeps, request: Request, { service, device, ticket }: ReturnType<typeof writeTicketFor>): string {
  const { secure, host } = publicAddress(request, deps.secure)
  return `${secure ? 'wss' : 'ws'}://${host}${connectionPath}?ticket=${ticket}&device_id=${device}&service_id=${service}`
}
