import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Limits } from '../listener.ts'

/** What Node knows of a socket and does not say: what was handed to the system, and what of it the system has not taken yet. */
interface Handle {
  readonly bytesWritten: number
  readonly writeQueueSize: number
}

interface Standstill {
  readonly taken: number
  readonly since: number
}

/**
 * Lets go of clients that take nothing of what waits for them: their answers would be held in memory for ever. What they send meanwhile does not
 * count, nor does the time that an answer takes to be made.
 */
export function letGoOfUnreading(server: Server, sockets: ReadonlySet<Socket>, { unreadMs, checkMs }: Limits): void {
  const standing = new WeakMap<Socket, Standstill>()
  const look = (socket: Socket, now: number) => {
    const handle = (socket as unknown as { readonly _handle: Handle | null })._handle
    if (!handle?.writeQueueSize) {
      standing.delete(socket)
      return
    }
    const taken = handle.bytesWritten - handle.writeQueueSize
    const before = standing.get(socket)
    if (!before || taken > before.taken) standing.set(socket, { taken, since: now })
    // What was handed to the system would wait there for the client, so it is dropped too.
    else if (now - before.since >= unreadMs) socket.resetAndDestroy()
  }
  const lookAtAll = () => {
    const now = performance.now()
    for (const socket of sockets) look(socket, now)
  }
  const timer = setInterval(lookAtAll, checkMs).unref()
  server.once('close', () => clearInterval(timer))
}
