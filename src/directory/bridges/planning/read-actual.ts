import {
  countLinkedPeople,
  type LinkedUserRow,
  linkedGroups,
  linkedUsers,
  linkedUsersOf,
} from '../../../storage/tables/bridges/bridge-links.ts'
import { membershipsAmong } from '../../../storage/tables/bridges/zone-side.ts'
import { idsOfMembers } from '../../../storage/tables/memberships.ts'
import { giveWay } from '../../give-way.ts'
import { findPeople } from '../../people/find-people.ts'
import type { Reader } from '../../session.ts'
import { folded, type User } from '../../users/user.ts'
import type { Zone } from '../../zones/zone.ts'
import type { Bridge } from '../bridge.ts'
import { keyOf } from './plan.ts'
import { readHolders } from './read-holders.ts'
import type { Actual, LinkedGroup, LinkedUser, Wanted } from './sides.ts'

const page = 1000

/** How the zone is, as far as it concerns what is wanted of it; of these people alone, when some are named. */
export async function readActual(
  reader: Reader,
  { zone, bridge, wanted, people }: { zone: Zone; bridge: Bridge; wanted: Wanted; people?: readonly string[] | undefined },
): Promise<Actual> {
  const key = { zone: bridge.zone, bridge: bridge.id }
  const users = await usersOf(reader, key, people)
  const groups = await groupsOf(reader, key, people && new Set([...wanted.groups, ...wanted.gone].map(keyOf)))
  const holders = await readHolders(reader, zone, wanted, { users, groups })
  const orphans = orphansFor(wanted, groups, holders.groupsNamed)
  const some = people && [...users.values(), ...holders.named.values()].map(({ id }) => id)
  return {
    ...holders,
    users,
    groups,
    orphans,
    userCount: (await reader.first(countLinkedPeople, key))?.n ?? 0,
    members: await membersOf(reader, bridge.zone, [...groups.values(), ...orphans.values()], some),
    leavers: await leaversOf(
      reader,
      bridge.company,
      [...users.keys()].filter((person) => !wanted.people.has(person)),
    ),
    adoption: zone.adoption === 'by_name',
  }
}

/** A group that a bridge before this one made for the same department or group. */
function orphansFor(wanted: Wanted, groups: ReadonlyMap<string, LinkedGroup>, named: Actual['groupsNamed']): Map<string, LinkedGroup> {
  const orphans = new Map<string, LinkedGroup>()
  for (const source of wanted.groups) {
    const holder = named.get(folded(source.groupName))
    if (!holder || groups.has(keyOf(source)) || holder.bridge !== null) continue
    if (holder.owner !== 'synchronized' || holder.externalId !== source.id) continue
    const { id, name, externalId, memberCount } = holder
    orphans.set(keyOf(source), { kind: source.kind, source: source.id, id, name, externalId, memberCount, removed: { count: 0, since: 0 } })
  }
  return orphans
}

async function usersOf(
  reader: Reader,
  key: { zone: string; bridge: string },
  people: readonly string[] | undefined,
): Promise<Map<string, LinkedUser>> {
  const users = new Map<string, LinkedUser>()
  const add = (rows: readonly LinkedUserRow[]) => {
    for (const { source_id, id, name, display_name: displayName, email, status: text, external_id: externalId } of rows) {
      users.set(source_id, { id, name, displayName, email, status: text as User['status'], externalId })
    }
  }
  if (people) {
    if (people.length > 0) add(await reader.all(linkedUsersOf, { ...key, people }))
    return users
  }
  for (let after = '', more = true; more; ) {
    const rows = await reader.all(linkedUsers, { ...key, after, limit: page })
    add(rows)
    after = rows.at(-1)?.source_id ?? ''
    more = rows.length === page
    await giveWay()
  }
  return users
}

/** Of some people, only what they can be in is looked at: nobody asked whether a group is still chosen. */
async function groupsOf(
  reader: Reader,
  key: { zone: string; bridge: string },
  only: ReadonlySet<string> | undefined,
): Promise<Map<string, LinkedGroup>> {
  const groups = new Map<string, LinkedGroup>()
  for (const row of await reader.all(linkedGroups, key)) {
    const kind = row.kind as LinkedGroup['kind']
    const source = keyOf({ kind, id: row.source_id })
    if (only && !only.has(source)) continue
    const { id, name, external_id: externalId, member_count: memberCount } = row
    groups.set(source, {
      kind,
      source: row.source_id,
      id,
      name,
      externalId,
      memberCount,
      removed: { count: row.removed, since: row.removed_since },
    })
  }
  return groups
}

async function membersOf(
  reader: Reader,
  zone: string,
  groups: readonly LinkedGroup[],
  users: readonly string[] | undefined,
): Promise<Map<string, Set<string>>> {
  const ids = groups.map(({ id }) => id)
  const members = new Map(ids.map((id) => [id, new Set<string>()]))
  if (users) {
    if (users.length === 0 || ids.length === 0) return members
    for (const { group_id, user_id } of await reader.all(membershipsAmong, { zone, groups: ids, users }))
      members.get(group_id)?.add(user_id)
    return members
  }
  for (const [group, found] of members) {
    for (let after = 0, more = true; more; ) {
      const rows = await reader.all(idsOfMembers, { zone, group, after, limit: page })
      for (const { user_id } of rows) found.add(user_id)
      after = rows.at(-1)?.user_number ?? after
      more = rows.length === page
      await giveWay()
    }
  }
  return members
}

async function leaversOf(reader: Reader, company: string, ids: readonly string[]): Promise<Actual['leavers']> {
  const leavers = new Map<string, { name: string; present: boolean }>()
  for (let from = 0; from < ids.length; from += page) {
    for (const person of await findPeople(reader, company, ids.slice(from, from + page))) {
      if (person) leavers.set(person.id, { name: person.name, present: person.resignedAt === null })
    }
    await giveWay()
  }
  return leavers
}
