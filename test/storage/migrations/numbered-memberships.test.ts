import { expect, test } from 'vitest'
import { changeMemberships } from '../../../src/directory/groups/change-memberships.ts'
import { createGroup } from '../../../src/directory/groups/create-group.ts'
import { groupsOfUsers } from '../../../src/directory/groups/groups-of-users.ts'
import { membersOf } from '../../../src/directory/groups/members-of.ts'
import { systemPorts } from '../../../src/directory/system-ports.ts'
import { createUser } from '../../../src/directory/users/create-user.ts'
import { statement } from '../../../src/storage/statement.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { callerOn } from '../../properties/real-directory.ts'
import { olderDirectory, opened } from './older-directory.ts'

const rows = (zone: number, kind: 'users' | 'groups', ids: readonly string[]) =>
  ids.map((id) =>
    kind === 'users'
      ? `insert into users (zone, id, name, name_key, first_name, last_name, display_name, description, email, status, owner,
          must_reset_password, password_digest, created_at, updated_at)
        values ('z-${zone}', '${id}', '${id}', '${id}', '', '', '', '', '', 'enabled', 'manual', 0, '', 0, 0)`
      : `insert into groups (zone, id, name, name_key, description, owner, member_count, created_at, updated_at)
        values ('z-${zone}', '${id}', '${id}', '${id}', '', 'manual', 0, 0, 0)`,
  )

/** Two zones with the same ids and numbers: they must not be mixed. */
const content = [1, 2].flatMap((zone) => [
  `insert into zones (id, organization, name, synchronization, quotas, user_count, group_count, users_version, created_at, updated_at)
    values ('z-${zone}', ${zone}, 'zone ${zone}', 'disabled', '{}', 3, 2, 1, 0, 0)`,
  ...rows(zone, 'users', ['u-3', 'u-1', 'u-2']),
  ...rows(zone, 'groups', ['g-2', 'g-1']),
  ...[`'g-1', 'u-${zone}', 7`, `'g-2', 'u-1', 8`, `'g-2', 'u-2', 9`].map((row) => `insert into memberships values ('z-${zone}', ${row})`),
])

const joinTimes = statement((db, p: { zone: string }) =>
  db
    .selectFrom('memberships as m')
    .innerJoin('groups as g', (on) => on.onRef('g.zone', '=', 'm.zone').onRef('g.number', '=', 'm.group_number'))
    .innerJoin('users as u', (on) => on.onRef('u.zone', '=', 'm.zone').onRef('u.number', '=', 'm.user_number'))
    .where('g.zone', '=', p.zone)
    .orderBy('m.joined_at')
    .select(['g.id as group', 'u.id as user', 'm.joined_at']),
)

onEveryEngine('a directory from before memberships had numbers', (engine) => {
  test('keeps who is in what since when, in each zone, and goes on from there', async () => {
    const store = await opened(await olderDirectory(engine, 14, content))
    for (const zone of [1, 2]) {
      expect((await store.reader.all(joinTimes, { zone: `z-${zone}` })).map((row) => Object.values(row))).toEqual([
        ['g-1', `u-${zone}`, 7],
        ['g-2', 'u-1', 8],
        ['g-2', 'u-2', 9],
      ])
    }
    const caller = callerOn(store)
    const { user } = await caller.write('z-1', (tx) => createUser(tx, systemPorts, caller.vault, 'z-1', { name: 'new' }))
    const { id: group } = await caller.write('z-1', (tx) => createGroup(tx, systemPorts, 'z-1', { name: 'new' }))
    for (const [to, who] of [[group, user.id] as const, [group, 'u-3'] as const, ['g-1', user.id] as const]) {
      expect(await caller.submit(changeMemberships, 'z-1', { kind: 'add', group: to, user: who })).toEqual({ done: true })
    }
    expect(await caller.submit(changeMemberships, 'z-1', { kind: 'remove', group: 'g-1', user: 'u-1' })).toEqual({ done: true })
    const ids = async (zone: string, of: string) => (await membersOf(store.reader, zone, of)).map(({ id }) => id)
    expect([await ids('z-1', 'g-1'), await ids('z-1', group)]).toEqual([[user.id], expect.arrayContaining(['u-3', user.id])])
    expect(await ids('z-2', 'g-1')).toEqual(['u-2'])
    const joined = await groupsOfUsers(store.reader, 'z-1', [user.id, 'u-1'])
    expect([...joined].map(([who, groups]) => [who, groups.map(({ id }) => id)])).toEqual(
      expect.arrayContaining([
        ['u-1', ['g-2']],
        [user.id, ['g-1', group]],
      ]),
    )
  })
})
