import { createUser, type NewUser } from '../../directory/users/create-user.ts'
import { emailKey, folded } from '../../directory/users/user.ts'
import { stampUsers } from '../../storage/tables/restored.ts'
import { timeOf } from '../content/times.ts'
import { userContent } from '../content/zone-content.ts'
import type { SeedUser } from '../schema/zone.ts'
import { planAccess } from './access.ts'
import { compare } from './compare.ts'
import { type PlannedZone, type Planning, zoneIdOf } from './plan.ts'
import { drawing, givenOf, within } from './replayed.ts'
import type { Means, Task } from './task.ts'

/** Tasks for the users of one zone that are missing. */
export function planUsers(planning: Planning, zone: PlannedZone): Task[] {
  const { findings } = planning
  const given = zone.given.users ?? []
  findings.twice(given, 'name', ({ name }) => folded(name))
  findings.twice(given, 'id', ({ id }) => id)
  findings.twice(given, 'email', ({ email }) => emailKey(email ?? '') ?? undefined)
  const present = new Map(zone.present?.users.map((user) => [folded(user.name), user]))
  const ids = new Set(zone.present?.users.map(({ id }) => id))
  for (const [key, { id }] of present) zone.users.set(key, id)
  const tasks: Task[] = []
  const missing: SeedUser[] = []
  for (const user of given) {
    const key = folded(user.name)
    const there = present.get(key)
    if (there) compare(findings, user, userContent(there))
    else {
      zone.users.set(key, undefined)
      missing.push(user)
      if (user.id !== undefined && ids.has(user.id))
        findings.add(user, 'id', `another user of the zone has the id ${user.id}. Leave it out.`)
      tasks.push(makeUser(zone, user))
    }
  }
  const access = given.flatMap((user) => planAccess(planning, zone, user, () => zone.users.get(folded(user.name))))
  return [...tasks, ...stamp(zone, missing), ...access]
}

function makeUser(zone: PlannedZone, given: SeedUser): Task {
  const { id, access: _, createdAt, updatedAt: __, ...user } = given
  const run = async ({ tx, ports, vault }: Means) => {
    const own = within(tx, zoneIdOf(zone), timeOf(createdAt))
    const made = await createUser(own, drawing(ports, { text: id }), vault, zoneIdOf(zone), givenOf(user) as NewUser)
    zone.users.set(folded(user.name), made.user.id)
  }
  return { makes: 'user', holder: given, together: true, run }
}

/** Those that were changed after they were made. */
function stamp(zone: PlannedZone, missing: readonly SeedUser[]): Task[] {
  const changed = missing.filter(({ updatedAt, createdAt }) => updatedAt !== undefined && updatedAt !== createdAt)
  if (changed.length === 0) return []
  const rows = () => changed.map((user) => [zone.users.get(folded(user.name)) ?? '', timeOf(user.updatedAt) ?? 0] as const)
  return [{ holder: zone.given, run: async ({ tx }) => tx.run(stampUsers, { zone: zoneIdOf(zone), rows: rows() }) }]
}
