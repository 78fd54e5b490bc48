import { deleteLink, findLink, linkOfTarget, putLink } from '../../storage/tables/bridges/bridge-links.ts'
import { findUser } from '../../storage/tables/users.ts'
import { Refused } from '../refusals.ts'
import type { Session, Tx } from '../session.ts'
import { changeSyncedUser } from '../synchronization/change-synced-user.ts'
import { createSyncedUser } from '../synchronization/create-synced-user.ts'
import { deleteSyncedUser } from '../synchronization/delete-synced-user.ts'
import type { SyncedUser } from '../synchronization/synced-user.ts'
import { type User, userFrom } from '../users/user.ts'
import type { Bridge } from './bridge.ts'
import type { UserFacts } from './mapping.ts'
import type { Facts, Item } from './planning/plan.ts'

/** Where items are carried out. */
export interface Place {
  readonly session: Session
  readonly bridge: Bridge
}

/** Carries out what becomes of one user, in a unit of work of its own; answers the item with the user. Refuses as the commands of a source do. */
export async function applyUser({ session, bridge }: Place, item: Item): Promise<Item> {
  const person = item.source?.id ?? ''
  return await session.write(bridge.zone, async (tx) => {
    if (item.kind === 'create_user' || item.kind === 'link_user')
      return { ...item, target: await userFor(tx, session, bridge, person, item) }
    const user = item.target ?? ''
    if (item.kind === 'delete_user') {
      await deleteSyncedUser(tx, bridge.zone, user)
      await tx.run(deleteLink, linkKey(bridge, person))
    } else await changeSyncedUser(tx, bridge.zone, user, (now) => changed(now, item.after ?? {}))
    return item
  })
}

function linkKey({ zone, id: bridge }: Bridge, source: string) {
  return { zone, bridge, kind: 'person', source }
}

/** The user that stands for a person from now on. */
async function userFor(tx: Tx, { ports, vault }: Session, bridge: Bridge, person: string, { target, after }: Item): Promise<string> {
  const { zone } = bridge
  const key = linkKey(bridge, person)
  const linked = await tx.first(findLink, key)
  // Another run was faster.
  if (linked && (await tx.first(findUser, { zone, user: linked.target_id }))) return linked.target_id
  const facts = after as UserFacts
  const row = target === null ? undefined : await tx.first(findUser, { zone, user: target })
  if (row) await requireUnlinked(tx, zone, row.id)
  const kept = row && userFrom(row)
  const user =
    kept?.owner === 'synchronized'
      ? await changeSyncedUser(tx, zone, kept.id, (now) => changed(now, facts))
      : await createSyncedUser(tx, ports, vault, zone, kept ? changed(kept, facts) : facts)
  await tx.run(putLink, { ...key, target: user.id })
  return user.id
}

async function requireUnlinked(tx: Tx, zone: string, target: string): Promise<void> {
  const link = await tx.first(linkOfTarget, { zone, target })
  if (link) throw new Refused({ fact: 'bridge_target_linked', target, bridge: link.bridge })
}

/** The whole of a user with what a bridge says of him: the rest stays, so that another source may say it. */
export function changed({ name, firstName, lastName, displayName, email, status, externalId, profile }: User, facts: Facts): SyncedUser {
  return { name, firstName, lastName, displayName, email, status, externalId, profile, ...facts }
}
