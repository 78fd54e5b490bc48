import { describe, expect, test } from 'vitest'
import { admin } from '../../kit/admin.ts'
import { eventsOf, newGroup, newUser, switchScim, unique, withGroup } from '../../kit/directory.ts'
import { expectNoChange } from '../../kit/refusals.ts'
import {
  answered,
  expectMembers,
  expectScimRefusal,
  expectUnchanged,
  newSource,
  newSyncedGroup,
  newSyncedUser,
  patchOf,
  type ScimAnswer,
  type Source,
  urns,
} from '../../kit/scim.ts'
import { sharedServer } from '../../kit/shared-server.ts'

const shared = sharedServer()

const rename = patchOf({ op: 'replace', path: 'displayName', value: 'Changed' })

describe('what people made', () => {
  test('a source sees it and can’t change it', async () => {
    const source = await newSource(shared.server)
    const { group, users } = await withGroup(source.place, 1)
    const [user = ''] = users
    const synced = await newSyncedUser(source)
    const attempts: (() => Promise<ScimAnswer>)[] = [
      () => source.scim('PUT', `/Users/${user}`, { schemas: [urns.user], userName: 'changed' }),
      () => source.scim('PATCH', `/Users/${user}`, rename),
      () => source.scim('DELETE', `/Users/${user}`),
      () => source.scim('PUT', `/Groups/${group}`, { schemas: [urns.group], displayName: 'Changed' }),
      () => source.scim('PATCH', `/Groups/${group}`, rename),
      () => source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: synced })),
      () => source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'remove', path: `members[value eq "${user}"]` })),
      () => source.scim('DELETE', `/Groups/${group}`),
    ]
    for (const attempt of attempts) await expectUnchanged(shared.server, source, attempt, 400, 'mutability', 'kept by hand')
    expect((await source.scim('GET', `/Users/${user}`)).body.groups).toEqual([expect.objectContaining({ value: group })])
    await expectMembers(source, group, users)
  })

  test('a user of theirs is in no group of the source', async () => {
    const source = await newSource(shared.server)
    const user = await newUser(source.place)
    const group = await newSyncedGroup(source, [await newSyncedUser(source)])
    const members = [{ value: user }]
    const attempts: (() => Promise<ScimAnswer>)[] = [
      () => source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: members })),
      () => source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'replace', path: 'members', value: members })),
      () => source.scim('PUT', `/Groups/${group}`, { schemas: [urns.group], displayName: 'x', members }),
      () => source.scim('POST', '/Groups', { schemas: [urns.group], displayName: 'y', members }),
    ]
    for (const attempt of attempts) await expectUnchanged(shared.server, source, attempt, 400, 'invalidValue', user)
  })
})

describe('what a source made', () => {
  test('people can’t change while synchronization is on', async () => {
    const { place, identity, ...source } = await newSource(shared.server)
    const user = await newSyncedUser(source)
    const group = await newSyncedGroup(source, [user])
    const [UserId, GroupId, ZoneId] = [user, group, place.zone]
    const refused = (call: () => Promise<unknown>, code: string) => expectNoChange(shared.server, place, call, code, /SCIM|synchron/i)
    await refused(() => identity.UpdateUser({ ZoneId, UserId, NewDisplayName: 'x' }), 'FailedOperation.SynchronizedUserNotUpdate')
    await refused(() => identity.DeleteUser({ ZoneId, UserId }), 'FailedOperation.SynchronizedUserNotDelete')
    await refused(() => identity.UpdateGroup({ ZoneId, GroupId, NewGroupName: 'x' }), 'FailedOperation.SynchronizedGroupNotUpdate')
    await refused(() => identity.DeleteGroup({ ZoneId, GroupId }), 'FailedOperation.SynchronizedGroupNotDelete')
    await refused(() => identity.AddUserToGroup({ ZoneId, GroupId, UserId }), 'FailedOperation.SynchronizedGroupNotAddUser')
    await refused(() => identity.RemoveUserFromGroup({ ZoneId, GroupId, UserId }), 'FailedOperation.SynchronizedGroupNotRemoveUser')
  })

  test('people change while it is off, the source then can’t; on again, it writes back what it says', async () => {
    const source = await newSource(shared.server)
    const { identity, zone: ZoneId } = source
    const [user, other] = [await newSyncedUser(source, { displayName: 'Source' }), await newSyncedUser(source)]
    const group = await newSyncedGroup(source, [user])
    await switchScim(source.place, 'Disabled')
    await expectScimRefusal(source.scim('PATCH', `/Users/${user}`, rename), 403, undefined, 'Synchronization')
    await expectScimRefusal(source.scim('DELETE', `/Groups/${group}`), 403, undefined, 'Synchronization')
    await identity.UpdateUser({ ZoneId, UserId: user, NewDisplayName: 'By hand', NewEmail: 'hand@example.cn' })
    await identity.RemoveUserFromGroup({ ZoneId, GroupId: group, UserId: user })
    await identity.DeleteUser({ ZoneId, UserId: other })

    await switchScim(source.place, 'Enabled')
    const { body } = await answered(source.scim('GET', `/Users/${user}`), 200)
    expect(body).toMatchObject({ displayName: 'By hand', emails: [{ value: 'hand@example.cn' }] })
    await answered(source.scim('PUT', `/Users/${user}`, { schemas: [urns.user], userName: body.userName, displayName: 'Source' }), 200)
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: user })), 204)
    const { UserInfo } = await identity.GetUser({ ZoneId, UserId: user })
    expect(UserInfo).toMatchObject({ DisplayName: 'Source', Email: '', UserType: 'Synchronized' })
    await expectMembers(source, group, [user])
  })
})

describe('a user of the same name that people made', () => {
  const adopting = async (source: Source) => {
    const { status } = await admin(shared.server, 'PATCH', `/organizations/${source.place.organization}`, { adoption: 'by_name' })
    expect(status).toBe(200)
  }
  const post = (source: Source, userName: string) => () =>
    source.scim('POST', '/Users', { schemas: [urns.user], userName, externalId: 'x', displayName: 'Synced' })

  test('stays theirs, unless the zone says otherwise; then the source takes it over with its id', async () => {
    const source = await newSource(shared.server)
    const userName = unique('user')
    const user = await newUser(source.place, { UserName: userName, Email: `${userName}@example.cn` })
    await expectUnchanged(shared.server, source, post(source, userName), 409, 'uniqueness', userName)
    await adopting(source)
    const { body } = await answered(post(source, userName)(), 201)
    expect(body).toMatchObject({ id: user, userName, externalId: 'x', displayName: 'Synced' })
    const { UserInfo } = await source.identity.GetUser({ ZoneId: source.zone, UserId: user })
    expect(UserInfo).toMatchObject({ UserId: user, UserType: 'Synchronized', DisplayName: 'Synced' })
    expect((await eventsOf(shared.server, user)).map(({ kind }) => kind)).toEqual(['user_created', 'user_adopted'])
    // A second time it is the source's own already.
    await expectUnchanged(shared.server, source, post(source, userName), 409, 'uniqueness', userName)
  })

  test('keeps what the source does not say of it', async () => {
    const source = await newSource(shared.server)
    await adopting(source)
    const userName = unique('user')
    const mine = { DisplayName: 'Mei', FirstName: 'Mei', Email: `${userName}@example.cn`, UserStatus: 'Disabled' }
    const user = await newUser(source.place, { UserName: userName, ...mine })
    const sent = { schemas: [urns.user], userName, displayName: '', emails: [] }
    const { body } = await answered(source.scim('POST', '/Users', sent), 201)
    expect(body).toMatchObject({ id: user, displayName: 'Mei', active: false, name: { givenName: 'Mei' } })
    expect((await source.identity.GetUser({ ZoneId: source.zone, UserId: user })).UserInfo).toMatchObject({
      ...mine,
      UserType: 'Synchronized',
    })
  })

  test('is taken over out of no group, which the refusal names', async () => {
    const source = await newSource(shared.server)
    await adopting(source)
    const userName = unique('user')
    const user = await newUser(source.place, { UserName: userName })
    const GroupName = unique('group')
    const group = await newGroup(source.place, { GroupName })
    await source.identity.AddUserToGroup({ ZoneId: source.zone, GroupId: group, UserId: user })
    await expectUnchanged(shared.server, source, post(source, userName), 409, 'uniqueness', GroupName)
  })
})

test('active: false disables a user on every surface at once, and true enables it', async () => {
  const source = await newSource(shared.server)
  const { identity, zone: ZoneId, scim } = source
  const user = await newSyncedUser(source)
  const group = await newSyncedGroup(source, [user])
  const shown = async () => {
    const [one, listed, disabled, members, own, found] = await Promise.all([
      identity.GetUser({ ZoneId, UserId: user }),
      identity.ListUsers({ ZoneId }),
      identity.ListUsers({ ZoneId, UserStatus: 'Disabled' }),
      identity.ListGroupMembers({ ZoneId, GroupId: group }),
      scim('GET', `/Users/${user}`),
      scim('GET', '/Users?filter=active%20eq%20false'),
    ])
    return [
      one.UserInfo?.UserStatus,
      listed.Users?.[0]?.UserStatus,
      disabled.TotalCounts,
      members.GroupMembers?.[0]?.UserStatus,
      own.body.active,
      found.body.totalResults,
    ]
  }
  expect(await shown()).toEqual(['Enabled', 'Enabled', 0, 'Enabled', true, 0])
  const bodies = [
    patchOf({ op: 'replace', value: { active: false } }),
    patchOf({ op: 'Replace', path: 'active', value: 'False' }),
    patchOf({ op: 'replace', path: 'active', value: false }),
  ]
  for (const body of bodies) {
    await answered(scim('PATCH', `/Users/${user}`, body), 200)
    expect(await shown()).toEqual(['Disabled', 'Disabled', 1, 'Disabled', false, 1])
    await answered(scim('PATCH', `/Users/${user}`, patchOf({ op: 'Replace', path: 'active', value: 'True' })), 200)
    expect(await shown()).toEqual(['Enabled', 'Enabled', 0, 'Enabled', true, 0])
  }
  const { body } = await scim('GET', `/Users/${user}`)
  await answered(scim('PUT', `/Users/${user}`, { ...body, active: false }), 200)
  expect(await shown()).toEqual(['Disabled', 'Disabled', 1, 'Disabled', false, 1])
})
