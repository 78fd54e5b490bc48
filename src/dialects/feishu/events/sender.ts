import { afterFailure, type Delivery } from '../../../directory/deliveries/delivery.ts'
import { findReceiver } from '../../../directory/deliveries/find-receiver.ts'
import { advance, type Follower, forgetFollower, takeFollower } from '../../../directory/deliveries/hold-follower.ts'
import { deliveriesDue, endDelivery, keepDelivery } from '../../../directory/deliveries/keep-delivery.ts'
import { readStream } from '../../../directory/deliveries/read-stream.ts'
import { companyStream } from '../../../directory/events.ts'
import type { Ports } from '../../../directory/ports.ts'
import type { Session } from '../../../directory/session.ts'
import { ticketToSend } from '../../../directory/tokens/app-ticket.ts'
import { ticketDelivery, ticketEveryMs } from './app-ticket.ts'
import { deliver } from './deliver.ts'
import { deliveryFor } from './envelope.ts'
import type { Hub } from './long-connection/hub.ts'
import type { Presence } from './long-connection/presence.ts'
import type { Receiver } from './receiver.ts'
import { receiverOf } from './receiver-of.ts'
import { render, renderedKinds } from './rendering/render.ts'

export interface SenderParts {
  readonly ports: Ports
  readonly hub: Hub
  readonly presence: Presence
  /** Who sends, as other servers on the same directory see it. */
  readonly holder: string
  openSession(operation: string): Session
  /** Hears of what went wrong on this side. */
  failed(error: unknown): void
}

/** Events that are read at once, and the time after which it is noted how far the app was told, well within what a hold lasts. */
const pageSize = 500
const pageMs = 10_000

/** Deliveries that are sent again at once, beside what is new, so that neither waits for the other. */
const mostRetries = 8

/** Tells apps what happened. What was told but not yet noted when the server ends is told again by the next one. */
export class Sender {
  readonly #parts: SenderParts
  readonly #active = new Map<string, Promise<void>>()
  readonly #ending = new AbortController()

  constructor(parts: SenderParts) {
    this.#parts = parts
  }

  /** Begins to tell those followers that are not being told already. */
  tell(followers: readonly Follower[]): void {
    for (const follower of followers) {
      const key = `${follower.app} ${follower.company}`
      if (this.#active.has(key) || this.#ending.signal.aborted) continue
      const work = this.#tellOne(follower).catch(this.#parts.failed)
      this.#active.set(
        key,
        work.finally(() => this.#active.delete(key)),
      )
    }
  }

  /** Gives up what is being sent, without noting it, and waits for what is being noted. */
  async stop(): Promise<void> {
    this.#ending.abort()
    await Promise.all(this.#active.values())
  }

  async #tellOne(follower: Follower): Promise<void> {
    const { holder, hub, presence, ports } = this.#parts
    const session = this.#parts.openSession('SendEvents')
    const write = <T>(work: Parameters<typeof session.write<T>>[1]) => session.write(`deliveries-${follower.app}`, work)
    const look = () => session.read((reader) => findReceiver(reader, session.vault, follower))
    const found = await look()
    if (!found) return await write((tx) => forgetFollower(tx, follower))
    // Another server has its connections, and tells it.
    const { app, webhookUrl } = receiverOf(found)
    if (webhookUrl === null && hub.count(app) === 0 && (await presence.count(app)) > 0) return
    const taken = await write((tx) => takeFollower(tx, follower, holder, ports.clock.now()))
    if (!taken) return
    // What is changed from here on takes the follower away again; what was changed before is seen.
    const held = await look()
    if (!held) return await write((tx) => forgetFollower(tx, follower))
    let to = receiverOf(held)
    let { seq } = taken
    const { ticketDueAt, ...ticket } = await this.#tellTicket(session, to, taken.ticketDueAt)
    to = { ...to, ticket: ticket.ticket }
    for (let goOn = true, unnoted = ticket.failed; goOn; unnoted = []) {
      const [fresh, retried] = await Promise.all([
        taken.following ? this.#tellNew(session, to, taken.stream, seq) : { seq, failed: [], more: false },
        this.#tellAgain(session, follower, to),
      ])
      goOn = (fresh.more || retried.more) && !this.#ending.signal.aborted
      seq = fresh.seq
      const noted = await write(async (tx) => {
        const stillOurs = await advance(tx, follower, { holder, seq, ticketDueAt, now: ports.clock.now(), goOn })
        if (!stillOurs) return false
        for (const delivery of [...unnoted, ...fresh.failed, ...retried.failed]) await keepDelivery(tx, delivery)
        for (const delivery of retried.arrived) await endDelivery(tx, delivery)
        return true
      })
      if (!noted) return
    }
  }

  /** Sends a store app its ticket when it is time to; one without a webhook is asked again later. */
  async #tellTicket(session: Session, to: Receiver, dueAt: number | null) {
    const { ports } = this.#parts
    const now = ports.clock.now()
    const untouched = { ticket: to.ticket, ticketDueAt: dueAt, failed: [] as Delivery[] }
    if (dueAt === null || dueAt > now) return untouched
    const later = { ...untouched, ticketDueAt: now + ticketEveryMs }
    if (to.webhookUrl === null || !to.enabled) return later
    const ticket = await session.write(companyStream(to.company.id), (tx) => ticketToSend(tx, session, to.app))
    const delivery = ticketDelivery(to, dueAt, now)
    const error = await this.#send({ ...to, ticket }, delivery)
    if (this.#ending.signal.aborted) return untouched
    return { ...later, ticket, failed: error === undefined ? [] : [afterFailure(delivery, error, now)] }
  }

  /** Sends what the stream has beyond `after`, one event after the other. `seq` is how far the app was told. */
  async #tellNew(session: Session, to: Receiver, stream: string, after: number) {
    const { clock } = this.#parts.ports
    const { page, told } = await session.read(async (reader) => {
      const page = await readStream(reader, { stream, after, kinds: renderedKinds(to), limit: pageSize })
      return { page, told: await render(reader, to, page.events, this.#parts.failed) }
    })
    const failed: Delivery[] = []
    const startedAt = performance.now()
    let seq = after
    for (const [event, rendered] of told) {
      if (event.seq > seq && performance.now() - startedAt > pageMs) return { seq: event.seq - 1, failed, more: true }
      const delivery = deliveryFor(to, event, rendered, clock.now())
      const error = await this.#send(to, delivery)
      // What the end interrupted counts as not sent; nothing of this event is noted.
      if (this.#ending.signal.aborted) return { seq: event.seq - 1, failed: failed.filter((one) => one.seq < event.seq), more: false }
      if (error !== undefined) failed.push(afterFailure(delivery, error, clock.now()))
      seq = event.seq
    }
    return { seq: page.end, failed, more: page.more }
  }

  async #tellAgain(session: Session, follower: Follower, to: Receiver) {
    const { clock } = this.#parts.ports
    const due = await session.read((reader) => deliveriesDue(reader, follower, clock.now(), mostRetries))
    const failed: Delivery[] = []
    const arrived: Delivery[] = []
    await Promise.all(
      due.map(async (delivery) => {
        const error = await this.#send(to, delivery)
        if (this.#ending.signal.aborted) return
        if (error === undefined) arrived.push(delivery)
        else failed.push(afterFailure(delivery, error, clock.now()))
      }),
    )
    return { failed, arrived, more: due.length === mostRetries }
  }

  #send(to: Receiver, delivery: Delivery): Promise<string | undefined> {
    return deliver(to, delivery, { ...this.#parts, ending: this.#ending.signal })
  }
}
