import type { Answer, Request } from '../../../../contract/exchange.ts'
import type { Upgrade, UpgradeReply } from '../../../../contract/upgrade.ts'
import { findApp } from '../../../../directory/apps/find-app.ts'
import { logIdOf } from '../../answers.ts'
import { mostConnections } from './client-config.ts'
import type { ConnectionDeps } from './connection-deps.ts'
import { connectionPath } from './endpoint.ts'
import { readTicket } from './ticket.ts'

const operation = 'feishu:ws.connection'

/** A client only pings and says what became of events; the event itself comes back with that. */
const messageLimit = 8 * 1024 * 1024

/** Takes the connections of apps that come with a ticket of the endpoint. */
export function connectionUpgrade(deps: ConnectionDeps): Upgrade {
  return { path: connectionPath, messageLimit, handle: (request) => reply(deps, request) }
}

async function reply(deps: ConnectionDeps, request: Request): Promise<UpgradeReply> {
  const { ports, hub, presence } = deps
  const at = ports.clock.now()
  const logId = logIdOf(at, ports.ids.uuid())
  const session = deps.openSession({ actor: 'token', account: 0, dialect: 'feishu', operation: 'ws.connection', requestId: logId, at })
  const ticket = readTicket(session.vault, new URLSearchParams(request.query).get('ticket') ?? '', at)
  const app = ticket && (await session.read((reader) => findApp(reader, ticket.app)))
  if (!ticket || app?.status !== 'enabled') return { refused: refusal(logId, 403, 'the address is used up: ask for a new one') }
  if ((await presence.count(app.id)) >= mostConnections)
    return { refused: refusal(logId, 514, 'too many connections', { 'Handshake-Autherrcode': '1000040350' }) }
  const id = ports.ids.uuid()
  await presence.opened(id, app.id)
  const ended = () => presence.closed(id)
  return { operation, open: (socket) => hub.add({ id, app: app.id, service: ticket.service, ended }, socket), notTaken: ended }
}

/** Why a handshake failed stands in its headers. */
function refusal(logId: string, status: number, msg: string, more: Readonly<Record<string, string>> = {}): Answer {
  return {
    status: 403,
    headers: { 'Handshake-Status': String(status), 'Handshake-Msg': msg, ...more },
    type: 'text/plain',
    body: msg,
    outcome: { operation, code: String(status), requestId: logId },
  }
}
