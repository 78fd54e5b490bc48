import { announceConnections, countConnections, endConnection, presenceMs } from '../../../../directory/deliveries/long-connections.ts'
import type { Ports } from '../../../../directory/ports.ts'
import type { Session } from '../../../../directory/session.ts'
import type { Hub } from './hub.ts'

export interface PresenceParts {
  readonly hub: Hub
  readonly clock: Ports['clock']
  /** This server's name among those that share the directory; undefined where it is alone. */
  readonly server: string | undefined
  openSession(operation: string): Session
  failed(error: unknown): void
}

const stream = 'long-connections'

/** Which apps have connections open, to whichever server: servers that share a directory tell each other through it. */
export class Presence {
  readonly #parts: PresenceParts
  #saidAt = Number.NEGATIVE_INFINITY

  constructor(parts: PresenceParts) {
    this.#parts = parts
  }

  /** How many an app has. */
  async count(app: string): Promise<number> {
    const { hub, server, clock, openSession } = this.#parts
    if (server === undefined) return hub.count(app)
    return await openSession('CountConnections').read((reader) => countConnections(reader, app, clock.now()))
  }

  /** Before the connection is accepted, so that the next one counts it; one that then fails is soon forgotten. */
  async opened(id: string, app: string): Promise<void> {
    const { server, clock, openSession } = this.#parts
    if (server === undefined) return
    await openSession('AnnounceConnections').write(stream, (tx) => announceConnections(tx, [{ id, app, server }], clock.now()))
  }

  /** Nobody waits for it: a connection that is not taken leave of is soon forgotten too. */
  closed(id: string): void {
    const { server, openSession, failed } = this.#parts
    if (server !== undefined)
      openSession('EndConnection')
        .write(stream, (tx) => endConnection(tx, id))
        .catch(failed)
  }

  /** Says again that this server's connections are open, when it is time to. */
  async sayAgain(): Promise<void> {
    const { hub, server, clock, openSession } = this.#parts
    const now = clock.now()
    if (server === undefined || now - this.#saidAt < presenceMs / 3) return
    this.#saidAt = now
    const open = hub.all().map((connection) => ({ ...connection, server }))
    if (open.length > 0) await openSession('AnnounceConnections').write(stream, (tx) => announceConnections(tx, open, now))
  }
}
