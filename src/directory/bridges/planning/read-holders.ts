import { groupsNamed, type HolderRow, usersNamed, usersWithAddress } from '../../../storage/tables/bridges/zone-side.ts'
import { giveWay } from '../../give-way.ts'
import { groupsOfUsers } from '../../groups/groups-of-users.ts'
import type { Reader } from '../../session.ts'
import { emailKey, folded, type Owner, type User } from '../../users/user.ts'
import type { Zone } from '../../zones/zone.ts'
import { keyOf } from './plan.ts'
import type { Actual, GroupHolder, Holder, Wanted } from './sides.ts'

const page = 1000

/** Who has the names and addresses that somebody is to be given anew. */
export async function readHolders(
  reader: Reader,
  zone: Zone,
  wanted: Wanted,
  actual: Pick<Actual, 'users' | 'groups'>,
): Promise<Pick<Actual, 'named' | 'addressed' | 'groupsNamed'>> {
  const nameKeys = new Set<string>()
  const emailKeys = new Set<string>()
  for (const [person, { user }] of wanted.people) {
    if ('refusal' in user) continue
    const { name, email } = user.facts
    const linked = actual.users.get(person)
    const address = emailKey(email)
    if (!linked || folded(linked.name) !== folded(name)) nameKeys.add(folded(name))
    if (address !== null && (!linked || emailKey(linked.email) !== address)) emailKeys.add(address)
  }
  const named = await pages([...nameKeys], (keys) => reader.all(usersNamed, { zone: zone.id, nameKeys: keys }))
  const addressed = await pages([...emailKeys], (keys) => reader.all(usersWithAddress, { zone: zone.id, emailKeys: keys }))
  const byHand = zone.adoption === 'by_name' ? named.filter(({ owner }) => owner === 'manual').map(({ id }) => id) : []
  const groups = byHand.length > 0 ? await groupsOfUsers(reader, zone.id, byHand) : new Map<string, Holder['groups']>()
  const holder = (row: HolderRow) => holderOf(row, groups.get(row.id) ?? [])
  return {
    named: new Map(named.map((row) => [folded(row.name), holder(row)])),
    addressed: new Map(addressed.map((row) => [folded(row.email), holder(row)])),
    groupsNamed: await groupHolders(reader, zone.id, wanted, actual),
  }
}

async function groupHolders(
  reader: Reader,
  zone: string,
  wanted: Wanted,
  { groups }: Pick<Actual, 'groups'>,
): Promise<Map<string, GroupHolder>> {
  const named = wanted.groups.filter((group) => groups.get(keyOf(group))?.name !== group.groupName)
  const keys = [...new Set(named.map(({ groupName }) => folded(groupName)))]
  const rows = await pages(keys, (some) => reader.all(groupsNamed, { zone, nameKeys: some }))
  return new Map(
    rows.map(({ id, name, external_id: externalId, owner, member_count: memberCount, bridge }) => [
      folded(name),
      { id, name, externalId, owner: owner as Owner, memberCount, bridge },
    ]),
  )
}

/** Looks up a list a page at a time, so that others are served in between. */
async function pages<Row>(keys: readonly string[], read: (keys: readonly string[]) => Row[] | Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (let from = 0; from < keys.length; from += page) {
    rows.push(...(await read(keys.slice(from, from + page))))
    await giveWay()
  }
  return rows
}

function holderOf(row: HolderRow, groups: Holder['groups']): Holder {
  const { id, name, display_name: displayName, email, external_id: externalId, bridge } = row
  return { id, name, displayName, email, status: row.status as User['status'], externalId, owner: row.owner as Owner, bridge, groups }
}
