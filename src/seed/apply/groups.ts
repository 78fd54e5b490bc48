import { createGroup, type NewGroup } from '../../directory/groups/create-group.ts'
import { folded } from '../../directory/users/user.ts'
import { stampGroups } from '../../storage/tables/groups.ts'
import { timeOf } from '../content/times.ts'
import { groupContent } from '../content/zone-content.ts'
import type { SeedGroup } from '../schema/zone.ts'
import { planAccess } from './access.ts'
import { compare } from './compare.ts'
import { requireFitNames } from './fit-names.ts'
import { planMemberships } from './memberships.ts'
import { type PlannedZone, type Planning, zoneIdOf } from './plan.ts'
import { drawing, givenOf, within } from './replayed.ts'
import type { Means, Task } from './task.ts'

/** Tasks for the groups of one zone that are missing, and for who is missing in them. */
export function planGroups(planning: Planning, zone: PlannedZone): Task[] {
  const { findings } = planning
  const given = zone.given.groups ?? []
  findings.twice(given, 'name', ({ name }) => folded(name))
  findings.twice(given, 'id', ({ id }) => id)
  const present = new Map(zone.present?.groups.map((group) => [folded(group.name), group]))
  const ids = new Set(zone.present?.groups.map(({ id }) => id))
  for (const [key, { id }] of present) zone.groups.set(key, id)
  const tasks: Task[] = []
  const missing: SeedGroup[] = []
  for (const group of given) {
    const there = present.get(folded(group.name))
    if (there) {
      compare(findings, group, groupContent(there))
      continue
    }
    zone.groups.set(folded(group.name), undefined)
    missing.push(group)
    if (group.id !== undefined && ids.has(group.id))
      findings.add(group, 'id', `another group of the zone has the id ${group.id}. Leave it out.`)
    tasks.push(makeGroup(zone, group))
  }
  requireFitNames(findings, 'group', missing)
  const access = given.flatMap((group) => planAccess(planning, zone, group, () => zone.groups.get(folded(group.name))))
  return [...tasks, ...planMemberships(planning, zone), ...stamp(zone, missing), ...access]
}

function makeGroup(zone: PlannedZone, given: SeedGroup): Task {
  const { name, description, owner, externalId, id } = given
  const run = async ({ tx, ports }: Means) => {
    const own = within(tx, zoneIdOf(zone), timeOf(given.createdAt))
    const group = givenOf({ name, description, owner, externalId }) as NewGroup
    zone.groups.set(folded(name), (await createGroup(own, drawing(ports, { text: id }), zoneIdOf(zone), group)).id)
  }
  return { makes: 'group', holder: given, together: true, run }
}

/** Those that were changed after they were made. */
function stamp(zone: PlannedZone, missing: readonly SeedGroup[]): Task[] {
  const changed = missing.filter(({ updatedAt, createdAt }) => updatedAt !== undefined && updatedAt !== createdAt)
  if (changed.length === 0) return []
  const rows = () => changed.map((group) => [zone.groups.get(folded(group.name)) ?? '', timeOf(group.updatedAt) ?? 0] as const)
  return [{ holder: zone.given, run: async ({ tx }) => tx.run(stampGroups, { zone: zoneIdOf(zone), rows: rows() }) }]
}
