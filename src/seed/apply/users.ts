import { createUsers, type KnownNewUser } from '../../directory/users/create-users.ts'
import { emailKey, folded } from '../../directory/users/user.ts'
import { timeOf } from '../content/times.ts'
import { userContent } from '../content/zone-content.ts'
import type { SeedUser } from '../schema/zone.ts'
import { planAccess } from './access.ts'
import { compare } from './compare.ts'
import { requireFitNames } from './fit-names.ts'
import { type PlannedZone, type Planning, zoneIdOf } from './plan.ts'
import { givenOf, within } from './replayed.ts'
import { done, type Task } from './task.ts'

/** Tasks for the users of one zone that are missing: all of them are made at once. */
export function planUsers(planning: Planning, zone: PlannedZone): Task[] {
  const { findings } = planning
  const given = zone.given.users ?? []
  findings.twice(given, 'name', ({ name }) => folded(name))
  findings.twice(given, 'id', ({ id }) => id)
  findings.twice(given, 'email', ({ email }) => emailKey(email ?? '') ?? undefined)
  const present = new Map(zone.present?.users.map((user) => [folded(user.name), user]))
  for (const [key, { id }] of present) zone.users.set(key, id)
  const missing: SeedUser[] = []
  for (const user of given) {
    const there = present.get(folded(user.name))
    if (there) compare(findings, user, userContent(there))
    else missing.push(user)
  }
  for (const user of missing) zone.users.set(folded(user.name), undefined)
  requireFree(planning, zone, missing)
  requireFitNames(findings, 'user', missing)
  const access = given.flatMap((user) => planAccess(planning, zone, user, () => zone.users.get(folded(user.name))))
  return [...makeUsers(zone, missing), ...access]
}

function requireFree({ findings }: Planning, { present }: PlannedZone, missing: readonly SeedUser[]): void {
  const ids = new Set(present?.users.map(({ id }) => id))
  const addresses = new Set(present?.users.map(({ email }) => emailKey(email)))
  for (const user of missing) {
    if (user.id !== undefined && ids.has(user.id)) findings.add(user, 'id', `another user of the zone has the id ${user.id}. Leave it out.`)
    if (user.email && addresses.has(emailKey(user.email)))
      findings.add(user, 'email', `another user of the zone has the address ${user.email}. Give it another.`)
  }
}

function makeUsers(zone: PlannedZone, missing: readonly SeedUser[]): Task[] {
  if (missing.length === 0) return []
  const wanted = missing.map(({ access: _, createdAt, updatedAt, ...user }) =>
    givenOf({ ...user, createdAt: timeOf(createdAt), updatedAt: timeOf(updatedAt) }),
  ) as KnownNewUser[]
  const make: Task = {
    holder: zone.given,
    async run({ tx, ports, vault }) {
      const made = await createUsers(within(tx, zoneIdOf(zone)), ports, vault, zoneIdOf(zone), wanted)
      for (const { id, name } of made) zone.users.set(folded(name), id)
    },
  }
  return [make, ...missing.map(() => done('user'))]
}
