import { insertPeopleLinks, linkedAmong, peopleLinkRows } from '../../storage/tables/bridges/bridge-links.ts'
import type { Tx } from '../session.ts'
import { changeSyncedUsers } from '../synchronization/change-synced-users.ts'
import { createSyncedUsers } from '../synchronization/create-synced-users.ts'
import { changed, type Place } from './apply-user.ts'
import type { Bridge } from './bridge.ts'
import type { UserFacts } from './mapping.ts'
import { failing, type Item } from './planning/plan.ts'

type Outcomes = Map<Item, Item>

/**
 * Carries out what becomes of many users in one unit of work, with statements that take them all. Answers what it could carry out, and what is beyond
 * a quota as failed; the rest is left to be done one by one, where each is refused with its own reason: whoever is not plainly new or changed, and
 * everybody when the whole can't be.
 */
export async function applyUsers(place: Place, items: readonly Item[]): Promise<Outcomes> {
  const { session, bridge } = place
  try {
    return await session.write(bridge.zone, async (tx) => {
      const created = await create(
        tx,
        place,
        items.filter(({ kind, target }) => kind === 'create_user' && target === null),
      )
      const changed = await change(
        tx,
        bridge,
        items.filter(({ kind }) => kind === 'change_user' || kind === 'disable_user'),
      )
      return new Map([...created, ...changed])
    })
  } catch {
    // Whatever it was is met again by whom it concerns, and by nobody else.
    return new Map()
  }
}

async function create(
  tx: Tx,
  { session: { ports, vault }, bridge: { zone, id: bridge } }: Place,
  items: readonly Item[],
): Promise<Outcomes> {
  if (items.length === 0) return new Map()
  const people = items.map(({ source }) => source?.id ?? '')
  // Another run was faster, or there was a user who is gone.
  const linked = new Set((await tx.all(linkedAmong, { zone, bridge, people })).map(({ source_id }) => source_id))
  const unlinked = items.filter((_, index) => !linked.has(people[index] as string))
  const creations = await createSyncedUsers(
    tx,
    ports,
    vault,
    zone,
    unlinked.map(({ after }) => after as UserFacts),
  )
  const outcomes: Outcomes = new Map()
  const links: [string, string][] = []
  unlinked.forEach((item, index) => {
    const creation = creations[index]
    if (!creation) return
    if ('user' in creation) links.push([item.source?.id ?? '', creation.user.id])
    outcomes.set(item, 'user' in creation ? { ...item, target: creation.user.id } : failing(item, creation.refusal))
  })
  if (links.length > 0) await tx.run(insertPeopleLinks, { zone, bridge, rows: peopleLinkRows(links) })
  return outcomes
}

async function change(tx: Tx, { zone }: Bridge, items: readonly Item[]): Promise<Outcomes> {
  if (items.length === 0) return new Map()
  const changes = items.map(({ target, after = {} }) => ({
    id: target ?? '',
    change: (now: Parameters<typeof changed>[0]) => changed(now, after),
  }))
  const users = await changeSyncedUsers(tx, zone, changes)
  return new Map(items.flatMap((item, index) => (users[index] ? [[item, item] as const] : [])))
}
