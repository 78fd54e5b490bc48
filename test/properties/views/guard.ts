import { expect } from 'vitest'
import type { Recorded } from './recorded.ts'
import type { ZoneModel } from './zone-model.ts'

/** How much of a group, or of its users, the bridge lets go by itself within a day, which is longer than any walk. Source: docs/bridge.md. */
export const removalShare = 0.2
const alwaysFree = 5

/**
 * How many went by themselves since everything was allowed. `seen`: by the id of the group. `most`: what the bridge may have counted, beside others
 * and also of a group that was there before this one, by what it stands for in the company. `users` in both.
 */
export interface Gone {
  readonly seen: Map<string, number>
  readonly most: Map<string, number>
}

export const nothingGone = (): Gone => ({ seen: new Map(), most: new Map() })

/** Groups of the zone by id, with what each stands for. */
export type BridgedGroups = ReadonlyMap<string, string>

export interface GuardedRun {
  readonly key: string
  readonly allowed: boolean
  /** By kind of item. */
  readonly done: Readonly<Record<string, number>>
}

/** Whether so many more may not go. */
export function isTooMany(going: number, gone: number, present: number): boolean {
  const all = going + gone
  return all > alwaysFree && all > removalShare * (present + gone)
}

/** Whom a run took out of each of these groups, and how many users it took away. */
export function takenBy({ key, done }: GuardedRun, events: readonly Recorded[], groups: BridgedGroups): Map<string, number> {
  const taken = new Map<string, number>()
  const own = events.filter((event) => event.key === key)
  for (const { kind, subject } of own) {
    if (kind === 'member_removed' && groups.has(subject)) taken.set(subject, (taken.get(subject) ?? 0) + 1)
  }
  const users = own.filter(({ kind, facts }) => kind === 'user_deleted' || (kind === 'user_status_changed' && facts === 'disabled')).length
  // Whoever is taken over may be disabled with that, which is no removal.
  taken.set('users', Math.min(users, usersGone(done)))
  return taken
}

const usersGone = (done: GuardedRun['done']) => (done.delete_user ?? 0) + (done.disable_user ?? 0)

/** Notes what a run took away. Beside others it may have counted what they did before it; what was allowed resets the count of what it changed. */
export function noteRun(
  { seen, most }: Gone,
  run: GuardedRun,
  taken: ReadonlyMap<string, number>,
  groups: BridgedGroups,
  alone: boolean,
): void {
  for (const [of, source] of [...groups, ['users', 'users'] as const]) {
    const now = taken.get(of) ?? 0
    const counted = of === 'users' ? usersGone(run.done) : alone ? now : (run.done.remove_member ?? 0)
    if (!run.allowed) {
      seen.set(of, (seen.get(of) ?? 0) + now)
      most.set(source, (most.get(source) ?? 0) + counted)
    } else {
      seen.set(of, 0)
      if (of === 'users' || (alone && now > 0)) most.set(source, 0)
    }
  }
}

/** How many there are of users, and in each group. */
export function presentIn({ users, members }: ZoneModel): ReadonlyMap<string, number> {
  return new Map([['users', users.size], ...[...members].map(([group, { size }]) => [group, size] as const)])
}

/** Holds that a run that nobody else wrote beside, and that was allowed nothing, took no more than may go of what was present before it. */
export function requireGuarded(present: ReadonlyMap<string, number>, gone: Gone, taken: ReadonlyMap<string, number>): void {
  for (const [of, going] of taken) {
    const [there, before] = [present.get(of) ?? 0, gone.seen.get(of) ?? 0]
    expect(going > 0 && isTooMany(going, before, there), `${going} of ${there} went from ${of} after ${before}`).toBe(false)
  }
}
