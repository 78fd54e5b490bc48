import { changeMemberships } from '../../src/directory/groups/change-memberships.ts'
import { createGroup } from '../../src/directory/groups/create-group.ts'
import { deleteGroup } from '../../src/directory/groups/delete-group.ts'
import { groupFrom } from '../../src/directory/groups/group.ts'
import { listJoinedGroups } from '../../src/directory/groups/list-joined-groups.ts'
import { listMembers } from '../../src/directory/groups/list-members.ts'
import { Refused } from '../../src/directory/refusals.ts'
import { openSession, type Session } from '../../src/directory/session.ts'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { createUser } from '../../src/directory/users/create-user.ts'
import { deleteUser } from '../../src/directory/users/delete-user.ts'
import { userFrom } from '../../src/directory/users/user.ts'
import { zoneNow } from '../../src/directory/zones/find-zone.ts'
import { switchSynchronization } from '../../src/directory/zones/switch-synchronization.ts'
import { statement } from '../../src/storage/statement.ts'
import type { Store } from '../../src/storage/store.ts'
import { insertZone, setQuotas } from '../../src/storage/tables/zones.ts'
import { openVault } from '../../src/storage/vault.ts'
import { limits, type Outcome, type Step } from './membership-model.ts'

const idOf = ({ id }: { readonly id: string }) => id

const vault = openVault(Buffer.alloc(32, 7))
let zones = 0

const allUsers = statement((db, p: { zone: string }) => db.selectFrom('users').where('zone', '=', p.zone).selectAll())
const allGroups = statement((db, p: { zone: string }) => db.selectFrom('groups').where('zone', '=', p.zone).selectAll())

/** A session of one caller on one server. */
export function callerOn(store: Store): Session {
  const origin = { actor: 'test', account: 1, dialect: 'test', operation: 'Step', requestId: crypto.randomUUID(), at: Date.now() }
  return openSession(store, systemPorts, vault, origin)
}

/** A new zone, in the model's limits when no others are given. */
export async function newModelZone(store: Store, quotas: object = limits): Promise<string> {
  const id = `z-${crypto.randomUUID()}`
  zones++
  await callerOn(store).write(id, async (tx) => {
    await tx.run(insertZone, { id, organization: zones, name: id, at: 0 })
    await tx.run(setQuotas, { zone: id, quotas: JSON.stringify(quotas), at: 0 })
  })
  return id
}

/** Does one step through the directory's own commands. */
export async function perform(store: Store, zone: string, step: Step): Promise<Outcome> {
  const session = callerOn(store)
  try {
    switch (step.kind) {
      case 'add':
      case 'remove': {
        const outcome = await session.submit(changeMemberships, zone, step)
        return outcome.done ? 'done' : outcome.refusal.fact
      }
      case 'create_user':
        return `done ${(await session.write(zone, (tx) => createUser(tx, session.ports, session.vault, zone, step))).user.id}`
      case 'create_group':
        return `done ${(await session.write(zone, (tx) => createGroup(tx, session.ports, zone, step))).id}`
      case 'delete_user':
        await session.write(zone, (tx) => deleteUser(tx, zone, step.user))
        return 'done'
      case 'delete_group':
        await session.write(zone, (tx) => deleteGroup(tx, zone, step.group))
        return 'done'
      case 'switch':
        await session.write(zone, (tx) => switchSynchronization(tx, zone, step.on ? 'enabled' : 'disabled'))
        return 'done'
    }
  } catch (error) {
    if (error instanceof Refused) return error.refusal.fact
    throw error
  }
}

/** All that can be read of a zone: counters, and the lists from both directions. */
export async function stateOf(store: Store, zone: string) {
  const { reader } = store
  const found = await zoneNow(reader, zone)
  const { userCount, groupCount, synchronization } = found
  const users = (await reader.all(allUsers, { zone })).map(userFrom)
  const groups = (await reader.all(allGroups, { zone })).map(groupFrom)
  const fromGroups: string[] = []
  const fromUsers: string[] = []
  for (const { id } of groups) {
    const { items, total } = await listMembers(reader, { zone: found, group: id, after: 0, limit: 100 }, idOf)
    if (total !== items.length) fromGroups.push(`${id} says ${total} and lists ${items.length}`)
    fromGroups.push(...items.map(({ user }) => `${id} ${user}`))
  }
  for (const { id } of users) {
    const { items, total } = await listJoinedGroups(reader, { zone, user: id, after: 0, limit: 100 })
    if (total !== items.length) fromUsers.push(`${id} says ${total} and lists ${items.length}`)
    fromUsers.push(...items.map((group) => `${group.id} ${id}`))
  }
  return {
    sync: synchronization === 'enabled',
    counters: [userCount, groupCount],
    users: users.map(({ id, name, owner }) => `${id} ${name} ${owner}`).sort(),
    groups: groups.map(({ id, name, owner }) => `${id} ${name} ${owner}`).sort(),
    fromGroups: fromGroups.sort(),
    fromUsers: fromUsers.sort(),
  }
}

export type State = Awaited<ReturnType<typeof stateOf>>
