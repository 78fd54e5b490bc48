import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Limits } from '../listener.ts'
import { letGoOfUnreading } from './unread.ts'

/** What the server knows of its connections: enough to let go of them without cutting off an answer. */
export interface Connections {
  /** To be told of each request, before it is read. */
  opened(req: IncomingMessage, res: ServerResponse): void
  /** The newest request of a connection, answered or not. */
  newest(socket: Socket): ServerResponse | undefined
  /** Whether this answer must be the last of its connection. With several on the way, only the newest request's answer may say so. */
  isLast(res: ServerResponse): boolean
  /** From now on every connection ends with the answer that it is waiting for. */
  drain(): void
  /** Destroys every connection. */
  cut(): void
}

export function trackConnections(server: Server, limits: Limits): Connections {
  const newest = new WeakMap<Socket, ServerResponse>()
  // Below TLS, and before it: Node's own closing of connections does not see one that never finished its handshake.
  const sockets = new Set<Socket>()
  letGoOfUnreading(server, sockets, limits)
  let draining = false
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return {
    opened: (req, res) => void newest.set(req.socket, res),
    newest: (socket) => newest.get(socket),
    isLast: (res) => draining && newest.get(res.req.socket) === res,
    drain() {
      draining = true
      // Browsers open connections ahead and say nothing on them: nobody waits for an answer there.
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
    },
    cut() {
      for (const socket of sockets) socket.destroy()
    },
  }
}
