import { deleteDeliveriesOfApp } from '../../storage/tables/companies/event-deliveries.ts'
import {
  advanceFollower,
  deleteFollower,
  findFollower,
  followersWithWork,
  holdFollower,
} from '../../storage/tables/companies/event-followers.ts'
import type { Reader, Tx } from '../session.ts'

/** An app in a company that is told of events. */
export interface Follower {
  readonly company: string
  readonly app: string
}

/** How long a server keeps a follower to itself without saying so again; what it had begun is then another one's to send. */
const holdMs = 30_000

/** Followers that have something to be told and that no other server is telling. */
export async function dueFollowers(reader: Reader, holder: string, now: number, limit: number): Promise<Follower[]> {
  return await reader.all(followersWithWork, { holder, now, limit })
}

/** Who sends, as others see it. Where the database is one process's alone, whoever comes after it takes over what it held. */
export function holderName(engine: 'sqlite' | 'postgres', newName: () => string): string {
  return engine === 'sqlite' ? 'alone' : newName()
}

/** How a follower's reading stands. */
export interface Reading {
  readonly stream: string
  readonly following: boolean
  readonly seq: number
  /** When it is sent its ticket next; null for what has none. */
  readonly ticketDueAt: number | null
}

/** Takes a follower for this server; undefined when another one has it. */
export async function takeFollower(tx: Tx, follower: Follower, holder: string, now: number): Promise<Reading | undefined> {
  const taken = await tx.run(holdFollower, { ...follower, holder, now, until: now + holdMs })
  const row = taken > 0 ? await tx.first(findFollower, follower) : undefined
  return row && { seq: row.seq, following: row.following === 1, stream: row.stream, ticketDueAt: row.ticket_due_at }
}

/** Notes that a follower was told everything up to `seq`, and goes on holding it or lets go. False when it was lost to another server. */
export async function advance(
  tx: Tx,
  follower: Follower,
  { holder, seq, ticketDueAt, now, goOn }: Pick<Reading, 'seq' | 'ticketDueAt'> & { holder: string; now: number; goOn: boolean },
): Promise<boolean> {
  const changed = await tx.run(advanceFollower, {
    ...follower,
    holder,
    seq,
    ticketDueAt,
    next: goOn ? holder : '',
    until: goOn ? now + holdMs : 0,
  })
  return changed > 0
}

/** Forgets a follower whose app is no longer in the company, with what could not be delivered to it. */
export async function forgetFollower(tx: Tx, follower: Follower): Promise<void> {
  await tx.run(deleteFollower, follower)
  await tx.run(deleteDeliveriesOfApp, follower)
}
