import { deleteLink, findLink, linkOfTarget, putLink } from '../../storage/tables/bridges/bridge-links.ts'
import { findGroup } from '../../storage/tables/groups.ts'
import { setGroupsAside } from '../../storage/tables/synchronization/groups.ts'
import { Refused } from '../refusals.ts'
import type { Session, Tx } from '../session.ts'
import { changeSyncedGroup } from '../synchronization/change-synced-group.ts'
import { createSyncedGroup } from '../synchronization/create-synced-group.ts'
import { deleteSyncedGroup } from '../synchronization/delete-synced-group.ts'
import { folded } from '../users/user.ts'
import type { Place } from './apply-user.ts'
import type { Bridge } from './bridge.ts'
import type { Item } from './planning/plan.ts'

/** Carries out what becomes of one group, in a unit of work of its own; answers the item with the group. Refuses as the commands of a source do. */
export async function applyGroup({ session, bridge }: Place, item: Item): Promise<Item> {
  const { zone } = bridge
  return await session.write(zone, async (tx) => {
    if (item.kind === 'create_group' || item.kind === 'link_group') return { ...item, target: await groupFor(tx, session, bridge, item) }
    const group = item.target ?? ''
    if (item.kind === 'delete_group') {
      await deleteSyncedGroup(tx, zone, group)
      await tx.run(deleteLink, linkKey(bridge, item))
    } else await changeSyncedGroup(tx, zone, group, toldOf(item))
    return item
  })
}

/**
 * Gives groups the names of one another, in one unit of work: nobody sees them without a name, or two of one. Answers whether that could be; otherwise
 * nothing was changed, and each is refused by itself.
 */
export async function exchangeGroupNames({ session, bridge: { zone } }: Place, items: readonly Item[]): Promise<boolean> {
  try {
    await session.write(zone, async (tx) => {
      const groups = items.map(({ target }) => target ?? '')
      const rows = await Promise.all(groups.map((group) => tx.first(findGroup, { zone, group })))
      // Whichever has its name already would be left without one.
      const renamed = items.filter(({ after }, index) => rows[index] && folded(rows[index].name) !== folded(after?.name ?? ''))
      await tx.run(setGroupsAside, { zone, groups: renamed.map(({ target }) => target ?? '') })
      for (const item of items) await changeSyncedGroup(tx, zone, item.target ?? '', toldOf(item))
    })
    return true
  } catch {
    return false
  }
}

function toldOf({ after = {} }: Item): { name?: string; externalId?: string } {
  const { name, externalId } = after
  return { ...(name !== undefined && { name }), ...(externalId !== undefined && { externalId }) }
}

function linkKey({ zone, id: bridge }: Bridge, { source }: Item) {
  return { zone, bridge, kind: source?.kind ?? '', source: source?.id ?? '' }
}

/** The group that stands for a department or group from now on; it is filled afterwards. */
async function groupFor(tx: Tx, { ports }: Session, bridge: Bridge, item: Item): Promise<string> {
  const { zone } = bridge
  const key = linkKey(bridge, item)
  const linked = await tx.first(findLink, key)
  // Another run was faster.
  if (linked && (await tx.first(findGroup, { zone, group: linked.target_id }))) return linked.target_id
  const { name = '', externalId = '' } = toldOf(item)
  if (item.target === null) {
    const { id } = await createSyncedGroup(tx, ports, zone, { name, externalId, members: [] })
    await tx.run(putLink, { ...key, target: id })
    return id
  }
  const other = await tx.first(linkOfTarget, { zone, target: item.target })
  if (other) throw new Refused({ fact: 'bridge_target_linked', target: item.target, bridge: other.bridge })
  await changeSyncedGroup(tx, zone, item.target, { name, externalId })
  await tx.run(putLink, { ...key, target: item.target })
  return item.target
}
