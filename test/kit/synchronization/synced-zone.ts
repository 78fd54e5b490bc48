import { randomUUID } from 'node:crypto'
import { changeMemberships, type MembershipOutcome } from '../../../src/directory/groups/change-memberships.ts'
import { createGroup } from '../../../src/directory/groups/create-group.ts'
import type { Group } from '../../../src/directory/groups/group.ts'
import { quotasOf } from '../../../src/directory/limits.ts'
import { type Refusal, Refused } from '../../../src/directory/refusals.ts'
import type { Session, Tx } from '../../../src/directory/session.ts'
import { changeSyncedGroup, type SyncedGroupChange } from '../../../src/directory/synchronization/change-synced-group.ts'
import { changeSyncedUser } from '../../../src/directory/synchronization/change-synced-user.ts'
import { createSyncedGroup } from '../../../src/directory/synchronization/create-synced-group.ts'
import { createSyncedUser } from '../../../src/directory/synchronization/create-synced-user.ts'
import { deleteSyncedGroup } from '../../../src/directory/synchronization/delete-synced-group.ts'
import { deleteSyncedUser } from '../../../src/directory/synchronization/delete-synced-user.ts'
import type { Precondition } from '../../../src/directory/synchronization/precondition.ts'
import type { SyncedUser } from '../../../src/directory/synchronization/synced-user.ts'
import { createUser } from '../../../src/directory/users/create-user.ts'
import { createUsers } from '../../../src/directory/users/create-users.ts'
import type { User } from '../../../src/directory/users/user.ts'
import { changeAdoption } from '../../../src/directory/zones/change-adoption.ts'
import { switchSynchronization } from '../../../src/directory/zones/switch-synchronization.ts'
import type { Zone } from '../../../src/directory/zones/zone.ts'
import type { Store } from '../../../src/storage/store.ts'
import { callerOn, newModelZone } from '../../properties/real-directory.ts'

/** What a source, and people, do in one zone of a store, each call as a request of its own. */
export interface SyncedZone {
  readonly zone: string
  readonly store: Store
  write<T>(work: (tx: Tx, session: Session) => Promise<T>): Promise<T>
  createUser(wanted: SyncedUser): Promise<User>
  changeUser(id: string, change: (now: User) => SyncedUser | undefined, precondition?: Precondition): Promise<User>
  deleteUser(id: string, precondition?: Precondition): Promise<void>
  createGroup(name: string, members?: readonly string[], externalId?: string): Promise<Group>
  changeGroup(id: string, change: SyncedGroupChange, precondition?: Precondition): Promise<Group>
  deleteGroup(id: string, precondition?: Precondition): Promise<void>
  join(kind: 'add' | 'remove', group: string, user: string): Promise<MembershipOutcome>
  userByHand(name: string, more?: object): Promise<User>
  groupByHand(name: string): Promise<Group>
  joinByHand(kind: 'add' | 'remove', group: string, user: string): Promise<MembershipOutcome>
  switchTo(synchronization: Zone['synchronization']): Promise<void>
  adopt(adoption: Zone['adoption']): Promise<void>
}

/** The same zone, through a store of one's own. */
export function syncedZone(store: Store, zone: string): SyncedZone {
  const caller = () => callerOn(store)
  const write: SyncedZone['write'] = (work) => {
    const session = caller()
    return session.write(zone, (tx) => work(tx, session))
  }
  return {
    zone,
    store,
    write,
    createUser: (wanted) => write((tx, { ports, vault }) => createSyncedUser(tx, ports, vault, zone, wanted)),
    changeUser: (id, change, precondition) => write((tx) => changeSyncedUser(tx, zone, id, change, precondition)),
    deleteUser: (id, precondition) => write((tx) => deleteSyncedUser(tx, zone, id, precondition)),
    createGroup: (name, members = [], externalId = '') =>
      write((tx, { ports }) => createSyncedGroup(tx, ports, zone, { name, externalId, members })),
    changeGroup: (id, change, precondition) => write((tx) => changeSyncedGroup(tx, zone, id, change, precondition)),
    deleteGroup: (id, precondition) => write((tx) => deleteSyncedGroup(tx, zone, id, precondition)),
    join: (kind, group, user) => caller().submit(changeMemberships, zone, { kind, group, user, by: 'source' }),
    userByHand: async (name, more) => (await write((tx, { ports, vault }) => createUser(tx, ports, vault, zone, { name, ...more }))).user,
    groupByHand: (name) => write((tx, { ports }) => createGroup(tx, ports, zone, { name })),
    joinByHand: (kind, group, user) => caller().submit(changeMemberships, zone, { kind, group, user }),
    switchTo: (synchronization) => write((tx) => switchSynchronization(tx, zone, synchronization)),
    adopt: (adoption) => write((tx) => changeAdoption(tx, zone, adoption)),
  }
}

/** A new zone whose synchronization is on, with generous quotas but for those that are given. */
export async function newSyncedZone(store: Store, quotas: object = {}): Promise<SyncedZone> {
  const generous = quotasOf({ users: 1_000_000, groups: 1_000_000, usersPerGroup: 1_000_000, groupsPerUser: 1_000_000 })
  const place = syncedZone(store, await newModelZone(store, { ...generous, ...quotas }))
  await place.switchTo('enabled')
  return place
}

/** Ids of so many new users of the source. */
export async function newSyncedUsers(place: SyncedZone, count: number): Promise<string[]> {
  const wanted = Array.from({ length: count }, () => ({ name: `n-${randomUUID()}`, owner: 'synchronized' as const }))
  return (await place.write((tx, { ports, vault }) => createUsers(tx, ports, vault, place.zone, wanted))).map(({ id }) => id)
}

/** What something was refused with. */
export async function refusalOf(asked: Promise<unknown>): Promise<Refusal> {
  try {
    await asked
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  throw new Error('nothing was refused')
}
