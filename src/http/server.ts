import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Route } from '../contract/exchange.ts'
import { StartError } from '../contract/start-error.ts'
import type { Upgrade } from '../contract/upgrade.ts'
import { type Connections, trackConnections } from './connections/connections.ts'
import { createListener, defaultLimits, type Limits } from './listener.ts'
import { refuseConnect, refuseMalformed } from './malformed.ts'
import { mountRoutes } from './mount-routes.ts'
import { originForm } from './read-request.ts'
import { unknownExpectation } from './refused-routes.ts'
import { createServing, type Observer } from './serve-route.ts'
import type { TlsPair } from './tls.ts'
import { createWebSockets, type WebSockets } from './web-sockets.ts'

export interface HttpOptions {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly routes: readonly Route[]
  /** Paths at which WebSockets are taken. */
  readonly upgrades?: readonly Upgrade[]
  readonly tls?: TlsPair
  /** Write all replies of one loop turn together; default true. */
  readonly batchedReplies?: boolean
  readonly limits?: Partial<Limits>
  /** Is told of every answer; see `observeAnswers`. */
  readonly observe?: Observer
}

export interface RunningHttp {
  readonly url: string
  readonly port: number
  /**
   * Stops accepting, lets what was accepted be answered and ends each connection with its current answer. After `limitMs` what is
   * left is cut off. Resolves when no connection is left, with whether all ended by themselves.
   */
  close(limitMs?: number): Promise<boolean>
  /** Cuts off every connection now; a `close` that waits is through. */
  cut(): void
}

/** Starts to listen. Throws `StartError` with one clear line when the address cannot be had. */
export async function startHttp(options: HttpOptions): Promise<RunningHttp> {
  const limits = { ...defaultLimits, ...options.limits }
  const observe = options.observe ?? (() => {})
  const waiting = new WeakSet<IncomingMessage>()
  const webSockets = createWebSockets(options.upgrades ?? [], observe)
  const server = createListener(limits, options.tls, webSockets.takes)
  const connections = trackConnections(server, limits)
  const serve = createServing({ connections, batched: options.batchedReplies ?? true, drainBytes: limits.drainBytes, waiting, observe })
  const lead = mountRoutes(options.routes, limits.headerBytes, serve)
  const received = (req: IncomingMessage, res: ServerResponse) => {
    req.url = originForm(req.url ?? '/')
    lead(req, res)
  }
  server.on('request', received)
  server.on('clientError', refuseMalformed(connections, limits, observe))
  server.on('connect', refuseConnect(observe))
  server.on('upgrade', (req, socket, head) => webSockets.upgrade(req, socket as Socket, head))
  server.on('checkExpectation', (req, res) => serve(unknownExpectation, req, res, {}))
  server.on('checkContinue', (req, res) => {
    waiting.add(req)
    received(req, res)
  })
  await listen(options, server)
  const { port } = server.address() as AddressInfo
  return {
    url: `${options.tls ? 'https' : 'http'}://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    port,
    close: (limitMs = 10_000) => closeWithin(server, connections, webSockets, limitMs),
    cut: connections.cut,
  }
}

async function listen({ host, port }: HttpOptions, server: Server): Promise<void> {
  try {
    server.listen({ host, port })
    await once(server, 'listening')
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code
    const reasons: Record<string, string> = {
      EADDRINUSE: `Port ${port} on ${host} is already in use. Stop what holds it, or choose another one with ROLLCALL_PORT or --port.`,
      EACCES: `Not allowed to listen on port ${port}. Choose one above 1023 with ROLLCALL_PORT or --port.`,
      EADDRNOTAVAIL: `${host} is not an address of this machine. Choose another one with ROLLCALL_HOST or --host.`,
      ENOTFOUND: `${host} is not a known host name. Choose an address with ROLLCALL_HOST or --host.`,
    }
    throw (code && reasons[code] && new StartError(reasons[code], fault)) || fault
  }
}

async function closeWithin(server: Server, connections: Connections, webSockets: WebSockets, limitMs: number): Promise<boolean> {
  let clean = true
  const deadline = setTimeout(() => {
    clean = false
    connections.cut()
  }, limitMs)
  // A connection whose answer was still on its way out when the end began becomes idle only later.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  connections.drain()
  webSockets.close()
  try {
    server.close()
    await once(server, 'close')
  } finally {
    clearTimeout(deadline)
    clearInterval(sweep)
  }
  return clean
}
