import { describe, expect, test } from 'vitest'
import { putAccessRule, setQuotas } from '../../../kit/directory.ts'
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
} from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

const groupOf = (displayName: string, more: object = {}) => ({ schemas: [urns.group], displayName, ...more })

async function named(source: Source, group: string): Promise<string> {
  const { GroupInfo } = await source.identity.GetGroup({ ZoneId: source.zone, GroupId: group })
  expect((await source.scim('GET', `/Groups/${group}`)).body.displayName).toBe(GroupInfo?.GroupName)
  return GroupInfo?.GroupName as string
}

describe('a group that is made', () => {
  test('is answered whole, and is the same to the vendor’s client', async () => {
    const source = await newSource(shared.server)
    const user = await newSyncedUser(source)
    const sent = groupOf('研发 Team (Shanghai)', { externalId: 'x-1', members: [{ value: user }] })
    const { body, headers } = await answered(source.scim('POST', '/Groups', sent), 201)
    expect(body).toMatchObject({ displayName: '研发 Team (Shanghai)', externalId: 'x-1', members: [{ value: user, type: 'User' }] })
    expect(headers.get('etag')).toBe(body.meta.version)
    const { GroupInfo } = await source.identity.GetGroup({ ZoneId: source.zone, GroupId: body.id })
    expect(GroupInfo).toMatchObject({ GroupName: '研发 Team (Shanghai)', GroupType: 'Synchronized', MemberCount: 1 })
    await expectMembers(source, body.id, [user])
  })

  const refusals: readonly (readonly [string, object, string, RegExp])[] = [
    ['no name', { schemas: [urns.group] }, 'invalidValue', /displayName/],
    ['an empty name', groupOf(' '), 'invalidValue', /displayName/],
    ['a name that is too long', groupOf('n'.repeat(129)), 'invalidValue', /128/],
    ['a name that is no text', groupOf(7 as never), 'invalidValue', /displayName/],
    ['another schema', { ...groupOf('x'), schemas: [urns.user] }, 'invalidSyntax', /schemas/],
    ['members without an id', groupOf('x', { members: [{ display: 'Lin' }] }), 'invalidValue', /member/],
    ['an unknown member', groupOf('x', { members: [{ value: 'u-nobody' }] }), 'invalidValue', /u-nobody/],
    ['an externalId that is too long', groupOf('x', { externalId: 'x'.repeat(257) }), 'invalidValue', /256/],
  ]
  test.each(refusals)('with %s is refused, and nothing is made', async (_, body, scimType, words) => {
    const source = await newSource(shared.server)
    await expectUnchanged(shared.server, source, () => source.scim('POST', '/Groups', body), 400, scimType, words)
  })

  test('has a name of its own, and a place in the quota', async () => {
    const source = await newSource(shared.server)
    await newSyncedGroup(source, [], { displayName: 'Team' })
    await expectUnchanged(shared.server, source, () => source.scim('POST', '/Groups', groupOf('team')), 409, 'uniqueness', 'team')
    await setQuotas(shared.server, source.place, { groups: 1 })
    await expectUnchanged(
      shared.server,
      source,
      () => source.scim('POST', '/Groups', groupOf('Other')),
      409,
      undefined,
      'admin API: quotas.groups',
    )
  })
})

describe('a group that is changed', () => {
  test('is renamed by PUT, its members stay where nothing is said of them, and an empty list takes everybody out', async () => {
    const source = await newSource(shared.server)
    const user = await newSyncedUser(source)
    const group = await newSyncedGroup(source, [user], { externalId: 'x' })
    const put = (body: object) => answered(source.scim('PUT', `/Groups/${group}`, body), 200)
    const { body } = await put(groupOf('Renamed'))
    expect(body).toMatchObject({ displayName: 'Renamed', members: [{ value: user }] })
    expect(body).not.toHaveProperty('externalId')
    expect(await named(source, group)).toBe('Renamed')
    await expectMembers(source, group, [user])
    expect((await put(groupOf('Renamed', { members: [] }))).body).not.toHaveProperty('members')
    await expectMembers(source, group, [])
  })

  test('is replaced by what stands under the URN of its schema, members too', async () => {
    const source = await newSource(shared.server)
    const group = await newSyncedGroup(source, [await newSyncedUser(source), await newSyncedUser(source)])
    const joining = await newSyncedUser(source)
    const put = async (members: object) => answered(source.scim('PUT', `/Groups/${group}`, { schemas: [urns.group], ...members }), 200)
    expect((await put({ [urns.group]: { displayName: 'Sales', members: [{ value: joining }] } })).body.displayName).toBe('Sales')
    await expectMembers(source, group, [joining])
    await put({ displayName: 'Sales', [`${urns.group}:members`]: [] })
    await expectMembers(source, group, [])
  })

  test('keeps its id at the source when another one is removed', async () => {
    const source = await newSource(shared.server)
    const group = await newSyncedGroup(source, [], { externalId: 'x' })
    const left = async (value: string) => {
      await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'remove', path: 'externalId', value })), 204)
      return (await answered(source.scim('GET', `/Groups/${group}`), 200)).body.externalId
    }
    expect(await left('y')).toBe('x')
    expect(await left('X')).toBe('x')
    expect(await left('x')).toBeUndefined()
  })

  test('is answered by PATCH only when something is named, members only when they are', async () => {
    const source = await newSource(shared.server)
    const user = await newSyncedUser(source)
    const group = await newSyncedGroup(source, [user])
    const patch = (query: string) =>
      source.scim('PATCH', `/Groups/${group}${query}`, patchOf({ op: 'replace', path: 'displayName', value: `Team ${query.length}` }))
    const plain = await answered(patch(''), 204)
    expect(plain.headers.get('etag')).toBe((await source.scim('GET', `/Groups/${group}?excludedAttributes=members`)).body.meta.version)
    expect((await answered(patch('?attributes=displayName'), 200)).body).toEqual({
      schemas: [urns.group],
      id: group,
      displayName: 'Team 23',
    })
    expect((await answered(patch('?attributes=members.value'), 200)).body.members).toEqual([{ value: user }])
    expect((await answered(patch('?excludedAttributes=externalId'), 200)).body).not.toHaveProperty('members')
    expect(await named(source, group)).toBe('Team 30')
  })

  const changes: Record<string, (source: Source, group: string, headers?: Record<string, string>) => Promise<ScimAnswer>> = {
    'a PUT': (source, group, headers) => source.scim('PUT', `/Groups/${group}`, groupOf('Taken'), headers),
    'a PATCH of the name': (source, group, headers) =>
      source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'replace', path: 'displayName', value: 'Taken' }), headers),
  }
  test.each(Object.entries(changes))('by %s is refused a name that is taken, another version, and what is not there', async (_, change) => {
    const source = await newSource(shared.server)
    const group = await newSyncedGroup(source)
    await newSyncedGroup(source, [], { displayName: 'Taken' })
    await expectUnchanged(shared.server, source, () => change(source, group), 409, 'uniqueness', 'Taken')
    await expectUnchanged(shared.server, source, () => change(source, group, { 'if-match': 'W/"77"' }), 412, undefined, 'W/"1"')
    await expectUnchanged(shared.server, source, () => change(source, 'g-nothing'), 404, undefined, 'g-nothing')
  })

  test('of one member, by If-Match too', async () => {
    const source = await newSource(shared.server)
    const [user, group] = [await newSyncedUser(source), await newSyncedGroup(source)]
    const add = patchOf({ op: 'add', path: 'members', value: user })
    const patch = (tag: string) => source.scim('PATCH', `/Groups/${group}`, add, { 'if-match': tag })
    await expectUnchanged(shared.server, source, () => patch('W/"77"'), 412, undefined, 'W/"1"')
    expect((await answered(patch('W/"1"'), 204)).headers.get('etag')).toBe('W/"2"')
    await expectMembers(source, group, [user])
    // The same again is no change: the version stays.
    expect((await answered(patch('W/"2"'), 204)).headers.get('etag')).toBe('W/"2"')
    await expectScimRefusal(source.scim('PATCH', '/Groups/g-nothing', add), 404, undefined, 'g-nothing')
  })

  test.each([1, 2])('with %i too many members is refused whole', async (count) => {
    const source = await newSource(shared.server)
    const users = [await newSyncedUser(source), await newSyncedUser(source)].slice(0, count)
    const group = await newSyncedGroup(source)
    const add = patchOf({ op: 'add', path: 'members', value: users })
    const patch = () => source.scim('PATCH', `/Groups/${group}`, add)
    await setQuotas(shared.server, source.place, { usersPerGroup: count - 1 })
    await expectUnchanged(shared.server, source, patch, 409, undefined, `${count - 1} members`)
    await setQuotas(shared.server, source.place, { usersPerGroup: 10, groupsPerUser: 0 })
    await expectUnchanged(shared.server, source, patch, 409, undefined, 'groups, the quota')
  })
})

describe('a group that is deleted', () => {
  test('lets its members go, and is gone everywhere', async () => {
    const source = await newSource(shared.server)
    const user = await newSyncedUser(source)
    const group = await newSyncedGroup(source, [user])
    expect(await answered(source.scim('DELETE', `/Groups/${group}`), 204)).toMatchObject({ body: undefined })
    await expectScimRefusal(source.scim('GET', `/Groups/${group}`), 404, undefined, group)
    await expect(source.identity.GetGroup({ ZoneId: source.zone, GroupId: group })).rejects.toMatchObject({ code: /GroupNotExist/ })
    expect((await source.scim('GET', `/Users/${user}`)).body).not.toHaveProperty('groups')
    await expectScimRefusal(source.scim('DELETE', `/Groups/${group}`), 404, undefined, group)
  })

  test('stays while it gives access, or is another than the client knows', async () => {
    const source = await newSource(shared.server)
    const group = await newSyncedGroup(source, [await newSyncedUser(source)])
    const remove = (tag = '*') => source.scim('DELETE', `/Groups/${group}`, undefined, { 'if-match': tag })
    await expectUnchanged(shared.server, source, () => remove('"77"'), 412, undefined, 'W/"1"')
    await expectUnchanged(shared.server, source, () => remove('77'), 400, 'invalidSyntax', 'If-Match')
    await putAccessRule(shared.server, source.place, group, 'role_assignment')
    await expectUnchanged(shared.server, source, () => remove(), 409, undefined, 'roles')
  })
})
