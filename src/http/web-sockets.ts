import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { WebSocket, WebSocketServer } from 'ws'
import type { Answer, Outcome } from '../contract/exchange.ts'
import type { Accepted, Upgrade } from '../contract/upgrade.ts'
import { internalError, plainRefusal } from './plain-answers.ts'
import { noBody } from './read-body.ts'
import { clientAddress, namesHost, requestOf } from './read-request.ts'
import type { Observer } from './serve-route.ts'
import { endWith } from './write-answer.ts'

/** How often a connection that says nothing is asked whether somebody is there; who has not answered by the next time is gone. */
const askMs = 30_000

/** How long a client may take to agree to the end of its connection. */
const farewellMs = 1000

const goingAway = 1001

/** The WebSockets of a server. Their library is loaded with the first of them. */
export interface WebSockets {
  /** Whether a request that asks for another protocol gets it; any other is answered as if it had not asked. */
  takes(req: IncomingMessage): boolean
  upgrade(req: IncomingMessage, socket: Socket, head: Buffer): void
  /** Takes no more, and ends those that are open. */
  close(): void
}

const upgradeRequired = (paths: readonly string[]): Answer =>
  plainRefusal(
    426,
    'UpgradeRequired',
    `No other protocol than WebSocket is spoken here, at ${paths.join(', ')}.`,
    `此处只能升级为 WebSocket，路径为 ${paths.join('、')}。`,
  )

const ending = (): Answer =>
  plainRefusal(503, 'NotReady', 'The server is ending: connect again in a moment.', '服务器正在停止，请稍后重新连接。')

type Told = { readonly refused: Answer } | { readonly outcome: Outcome }

export function createWebSockets(upgrades: readonly Upgrade[], observe: Observer): WebSockets {
  const paths = new Map(upgrades.map((upgrade) => [upgrade.path, upgrade]))
  const open = new OpenSockets()
  const upgradeAt = (req: IncomingMessage) => paths.get((req.url ?? '/').split('?', 1)[0] as string)
  const reply = async (req: IncomingMessage, socket: Socket, head: Buffer): Promise<Told> => {
    const upgrade = upgradeAt(req)
    if (!upgrade || !isWebSocket(req)) return { refused: upgradeRequired([...paths.keys()]) }
    if (open.closing) return { refused: ending() }
    const given = await upgrade.handle(requestOf(req, noBody, {}, clientAddress(socket)))
    if ('refused' in given) return given
    const server = await serverFor(upgrade)
    let taken = false
    // What is no handshake is refused in there, and nobody is called back.
    if (!socket.destroyed)
      server.handleUpgrade(req, socket, head, (webSocket) => {
        taken = true
        open.use(webSocket, given)
      })
    if (!taken) given.notTaken()
    return { outcome: { operation: given.operation, code: taken ? 'OK' : 'BadHandshake', requestId: '' } }
  }
  return {
    takes: (req) => isWebSocket(req) && namesHost(req) && upgradeAt(req) !== undefined,
    upgrade(req, socket, head) {
      const startedAt = performance.now()
      const ip = clientAddress(socket)
      socket.on('error', () => socket.destroy())
      const told = (ended: Told) => {
        if ('refused' in ended) endWith(socket, ended.refused)
        observe('refused' in ended ? ended.refused.outcome : ended.outcome, performance.now() - startedAt, ip)
      }
      reply(req, socket, head).then(told, (fault: unknown) => told({ refused: internalError(fault) }))
    },
    close: () => open.close(),
  }
}

function isWebSocket({ headers, method }: IncomingMessage): boolean {
  return method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket'
}

const servers = new WeakMap<Upgrade, WebSocketServer>()

async function serverFor(upgrade: Upgrade): Promise<WebSocketServer> {
  const { WebSocketServer } = await import('ws')
  const known = servers.get(upgrade)
  if (known) return known
  const made = new WebSocketServer({ noServer: true, maxPayload: upgrade.messageLimit, perMessageDeflate: false, clientTracking: false })
  servers.set(upgrade, made)
  return made
}

class OpenSockets {
  closing = false
  /** Each with whether something was heard of it since it was last asked. */
  readonly #heard = new Map<WebSocket, boolean>()
  #timer: NodeJS.Timeout | undefined

  use(socket: WebSocket, { open }: Accepted): void {
    this.#heard.set(socket, true)
    this.#timer ??= setInterval(() => this.#ask(), askMs).unref()
    const user = open({ send: (message) => socket.send(message), close: () => socket.close() })
    const heard = () => void this.#heard.set(socket, true)
    socket.on('pong', heard)
    socket.on('message', (bytes: Buffer) => {
      heard()
      user.message(bytes)
    })
    // It closes after an error; there is nothing to do before.
    socket.on('error', () => {})
    socket.on('close', () => {
      this.#heard.delete(socket)
      if (this.#heard.size === 0) {
        clearInterval(this.#timer)
        this.#timer = undefined
      }
      user.closed()
    })
    if (this.closing) this.close()
  }

  #ask(): void {
    for (const [socket, heard] of this.#heard) {
      this.#heard.set(socket, false)
      if (heard) socket.ping()
      else socket.terminate()
    }
  }

  close(): void {
    this.closing = true
    for (const socket of this.#heard.keys()) {
      socket.close(goingAway)
      setTimeout(() => socket.terminate(), farewellMs).unref()
    }
  }
}
