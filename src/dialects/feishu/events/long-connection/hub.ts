import type { MessageSocket, SocketUser } from '../../../../contract/upgrade.ts'
import { clientConfig } from './client-config.ts'
import { decodeFrame, encodeFrame, type Frame } from './frame.ts'

/** How long an app may take to say that it has handled an event. */
const patienceMs = 3000

const control = 0
const data = 1

interface Connection {
  readonly id: string
  readonly app: string
  readonly service: number
  readonly socket: MessageSocket
  /** By message: is told undefined when the app has handled it, otherwise why that is not known. */
  readonly waiting: Map<string, (error: string | undefined) => void>
}

/** The connections that apps hold open to this server. */
export class Hub {
  readonly #connections = new Map<string, Set<Connection>>()
  /** Draws one of so many connections, by its place from 0. */
  readonly #choose: (count: number) => number
  readonly #now: () => number

  constructor(choose: (count: number) => number, now: () => number) {
    this.#choose = choose
    this.#now = now
  }

  count(app: string): number {
    return this.#connections.get(app)?.size ?? 0
  }

  /** Every connection with its app. */
  all(): { id: string; app: string }[] {
    return [...this.#connections.values()].flatMap((of) => [...of].map(({ id, app }) => ({ id, app })))
  }

  add({ id, app, service, ended }: { id: string; app: string; service: number; ended(): void }, socket: MessageSocket): SocketUser {
    const connection: Connection = { id, app, service, socket, waiting: new Map() }
    const of = this.#connections.get(app) ?? new Set()
    this.#connections.set(app, of.add(connection))
    return {
      message: (bytes) => answer(connection, bytes),
      closed: () => {
        of.delete(connection)
        if (of.size === 0 && this.#connections.get(app) === of) this.#connections.delete(app)
        for (const settle of connection.waiting.values()) settle('the connection was closed')
        ended()
      },
    }
  }

  /** Sends an event over one of an app's connections, whichever; undefined when it was handled in time, otherwise why that is not known. */
  async send(app: string, messageId: string, message: object): Promise<string | undefined> {
    const open = [...(this.#connections.get(app) ?? [])]
    const connection = open[this.#choose(open.length)]
    if (!connection) return 'no connection is open'
    return await new Promise((resolve) => {
      const settle = (error: string | undefined) => {
        clearTimeout(timer)
        connection.waiting.delete(messageId)
        resolve(error)
      }
      const timer = setTimeout(() => settle(`not handled within ${patienceMs} ms`), patienceMs)
      connection.waiting.set(messageId, settle)
      connection.socket.send(encodeFrame(eventFrame(connection.service, messageId, message, this.#now())))
    })
  }
}

function eventFrame(service: number, messageId: string, message: object, now: number): Frame {
  return {
    sequence: 0n,
    logId: 0n,
    service,
    method: data,
    headers: { type: 'event', message_id: messageId, sum: '1', seq: '0', trace_id: messageId, timestamp: String(now) },
    payload: Buffer.from(JSON.stringify(message)),
  }
}

/** A ping is answered with how to behave; an answer to an event is told to who sent it. What is no frame ends the connection. */
function answer({ socket, service, waiting }: Connection, bytes: Buffer): void {
  try {
    const frame = decodeFrame(bytes)
    const { type, message_id } = frame.headers
    if (frame.method === control && type === 'ping') {
      const payload = Buffer.from(JSON.stringify(clientConfig))
      socket.send(encodeFrame({ sequence: 0n, logId: 0n, service, method: control, headers: { type: 'pong' }, payload }))
    }
    if (frame.method === data && message_id !== undefined) waiting.get(message_id)?.(failureIn(frame.payload))
  } catch {
    socket.close()
  }
}

function failureIn(payload: Uint8Array | undefined): string | undefined {
  const { code } = JSON.parse(Buffer.from(payload ?? []).toString('utf8')) as { code?: unknown }
  return code === 200 ? undefined : `the app answered code ${String(code)}`
}
