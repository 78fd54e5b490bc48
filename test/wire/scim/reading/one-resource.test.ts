import { beforeAll, describe, expect, test } from 'vitest'
import {
  answered,
  expectScimRefusal,
  newSource,
  newSyncedGroup,
  newSyncedUser,
  patchOf,
  type Resource,
  type Source,
  urns,
} from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
let source: Source
let user: string
let group: string

const sent = {
  userName: 'wang.fang',
  externalId: 'E-1',
  name: { givenName: 'Fang', familyName: 'Wang', formatted: 'Wang Fang' },
  emails: [
    { value: 'fang@home.example', type: 'home' },
    { value: 'fang@work.example', type: 'work' },
  ],
  password: 'Secret-1',
  [urns.enterprise]: { department: 'R&D', manager: { value: 'm-1', displayName: 'Boss' } },
}

beforeAll(async () => {
  source = await newSource(shared.server)
  user = await newSyncedUser(source, sent)
  group = await newSyncedGroup(source, [user], { displayName: 'Readers' })
})

const get = async (path: string, headers?: Record<string, string>) => answered(source.scim('GET', path, undefined, headers), 200)
const shown = async (query: string): Promise<Resource> => (await get(`/Users/${user}?${query}`)).body
const always = { schemas: [urns.user, urns.enterprise], id: expect.any(String) }

test('a user as it was sent, and what the server adds', async () => {
  const { password: _, ...kept } = sent
  const { body, headers } = await get(`/Users/${user}`)
  expect(body).toMatchObject({
    ...always,
    ...kept,
    [urns.enterprise]: { department: 'R&D' },
    active: true,
    groups: [{ value: group, display: 'Readers', type: 'direct', $ref: `${shared.server.url}/scim/v2/Groups/${group}` }],
    meta: { resourceType: 'User', location: `${shared.server.url}/scim/v2/Users/${user}`, version: headers.get('etag') },
  })
  expect(body).not.toHaveProperty('password')
  expect(Object.keys(body.meta)).toEqual(['resourceType', 'created', 'lastModified', 'location', 'version'])
})

test('an address that changes elsewhere stands in the place of the main one', async () => {
  const own = await newSource(shared.server)
  const id = await newSyncedUser(own, { ...sent, userName: 'elsewhere' })
  const emails = async () => (await answered(own.scim('GET', `/Users/${id}`), 200)).body.emails
  // Synchronized users are the API's to change while the switch is off (product page of the switch, 1031/66367).
  await own.identity.UpdateSCIMSynchronizationStatus({ ZoneId: own.zone, SCIMSynchronizationStatus: 'Disabled' })
  await own.identity.UpdateUser({ ZoneId: own.zone, UserId: id, NewEmail: 'new@work.example' })
  await own.identity.UpdateSCIMSynchronizationStatus({ ZoneId: own.zone, SCIMSynchronizationStatus: 'Enabled' })
  expect(await emails()).toEqual([
    { value: 'fang@home.example', type: 'home' },
    { value: 'new@work.example', type: 'work' },
  ])
})

test('no other address becomes the user’s own when something else of him is changed', async () => {
  const own = await newSource(shared.server)
  const id = await newSyncedUser(own, { ...sent, userName: 'cleared' })
  await own.identity.UpdateSCIMSynchronizationStatus({ ZoneId: own.zone, SCIMSynchronizationStatus: 'Disabled' })
  await own.identity.UpdateUser({ ZoneId: own.zone, UserId: id, NewEmail: '' })
  await own.identity.UpdateSCIMSynchronizationStatus({ ZoneId: own.zone, SCIMSynchronizationStatus: 'Enabled' })
  await newSyncedUser(own, { userName: 'another', emails: [{ value: 'fang@home.example' }] })
  const left = [{ value: 'fang@home.example', type: 'home' }]
  for (const nickName of ['one', 'two']) {
    const patch = patchOf({ op: 'replace', path: 'nickName', value: nickName })
    expect((await answered(own.scim('PATCH', `/Users/${id}`, patch), 200)).body).toMatchObject({ nickName, emails: left })
    expect((await own.identity.GetUser({ ZoneId: own.zone, UserId: id })).UserInfo?.Email).toBe('')
  }
})

describe('what is asked for', () => {
  test.each<[string, object]>([
    ['attributes=USERNAME', { userName: 'wang.fang' }],
    [`attributes=${urns.user.toUpperCase()}:name.FAMILYname`, { name: { familyName: 'Wang' } }],
    ['attributes=emails.value', { emails: [{ value: 'fang@home.example' }, { value: 'fang@work.example' }] }],
    ['attributes=emails.value,emails.type', { emails: sent.emails }],
    ['attributes=emails.display', {}],
    ['attributes=password', {}],
    ['attributes=nothing,externalId', { externalId: 'E-1' }],
    ['attributes=groups.display', { groups: [{ display: 'Readers' }] }],
    ['attributes=externalId&attributes=active', { externalId: 'E-1', active: true }],
    [`attributes=${urns.enterprise}`, { [urns.enterprise]: expect.objectContaining({ department: 'R&D' }) }],
    [`attributes=${urns.enterprise}:manager.value`, { [urns.enterprise]: { manager: { value: 'm-1' } } }],
    ['attributes=Department', { [urns.enterprise]: { department: 'R&D' } }],
    ['attributes=manager.value,userName', { userName: 'wang.fang', [urns.enterprise]: { manager: { value: 'm-1' } } }],
    [`attributes=${urns.user}:department`, {}],
    ['attributes=meta.resourceType', { meta: { resourceType: 'User' } }],
  ])('%s', async (query, more) => {
    expect(await shown(query)).toEqual({ ...always, ...more })
  })

  test('of names that nobody knows, only what is always shown', async () => {
    expect(await shown('attributes=nothing')).toEqual(always)
  })

  test('everything but what is excluded', async () => {
    const whole = await shown('')
    const { emails: _emails, name, groups: _groups, [urns.enterprise]: enterprise, meta: _meta, ...rest } = whole
    const query = `excludedAttributes=id,schemas,EMAILS,groups,meta,name.formatted,${urns.enterprise}:manager`
    expect(await shown(query)).toEqual({
      ...rest,
      name: { givenName: name.givenName, familyName: name.familyName },
      [urns.enterprise]: { department: enterprise.department },
    })
    expect(await shown(`excludedAttributes=${urns.enterprise},meta.version`)).not.toHaveProperty([urns.enterprise])
    expect((await shown('excludedAttributes=manager'))[urns.enterprise]).toEqual({ department: enterprise.department })
    expect(await shown('excludedAttributes=')).toEqual(whole)
  })

  test('not both at once', async () => {
    for (const path of [`/Users/${user}`, `/Groups/${group}`]) {
      await expectScimRefusal(
        source.scim('GET', `${path}?attributes=id&excludedAttributes=meta`),
        400,
        'invalidValue',
        'excludedAttributes',
      )
    }
  })

  test('members of a group by their parts', async () => {
    const { body } = await get(`/Groups/${group}?attributes=members.value`)
    expect(body).toEqual({ schemas: [urns.group], id: group, members: [{ value: user }] })
    expect((await get(`/Groups/${group}?excludedAttributes=members.$ref,members.display`)).body.members).toEqual([
      { value: user, type: 'User' },
    ])
  })
})

describe('versions', () => {
  const tagOf = async (path: string) => (await get(path)).headers.get('etag') as string
  const known = (path: string, tag: string) => source.scim('GET', path, undefined, { 'if-none-match': tag })

  test('what is known is not sent again, for any of several tags and for all', async () => {
    for (const path of [`/Users/${user}`, `/Groups/${group}`]) {
      const tag = await tagOf(path)
      for (const tags of [tag, `W/"x", ${tag}`, tag.slice(2), '*']) {
        const answer = await answered(known(path, tags), 304)
        expect(answer.headers.get('etag')).toBe(tag)
        expect(answer.body).toBeUndefined()
      }
      await answered(known(path, 'W/"0"'), 200)
      await expectScimRefusal(known(path, 'unquoted'), 400, 'invalidSyntax', 'ETag')
    }
  })

  test('a user who joins a group is shown anew, though only the group has changed', async () => {
    const [before, groupBefore] = [await tagOf(`/Users/${user}`), await tagOf(`/Groups/${group}`)]
    const version = (await get(`/Users/${user}?excludedAttributes=groups`)).headers.get('etag') as string
    const other = await newSyncedGroup(source)
    await answered(source.scim('PATCH', `/Groups/${other}`, patchOf({ op: 'add', path: 'members', value: [{ value: user }] })), 204)
    expect((await answered(known(`/Users/${user}`, before), 200)).body.groups).toHaveLength(2)
    await answered(known(`/Users/${user}?excludedAttributes=groups`, version), 304)
    await answered(known(`/Groups/${group}`, groupBefore), 304)
    // Whoever read the user before may still change it: of itself nothing has changed.
    const rename = patchOf({ op: 'replace', path: 'nickName', value: 'Fang' })
    await answered(source.scim('PATCH', `/Users/${user}`, rename, { 'if-match': before }), 200)
  })
})

test('a group whose member is called otherwise is shown anew, and without its members it is the same', async () => {
  const own = await newSource(shared.server)
  const member = await newSyncedUser(own, { displayName: 'Fang' })
  const path = `/Groups/${await newSyncedGroup(own, [member])}`
  const known = (query: string, tag: string) => own.scim('GET', `${path}${query}`, undefined, { 'if-none-match': tag })
  const whole = (await answered(own.scim('GET', path), 200)).headers.get('etag') as string
  const without = (await answered(own.scim('GET', `${path}?excludedAttributes=members`), 200)).headers.get('etag') as string
  await answered(known('', whole), 304)
  await answered(own.scim('PATCH', `/Users/${member}`, patchOf({ op: 'replace', path: 'displayName', value: 'Wang' })), 200)
  expect((await answered(known('', whole), 200)).body.members).toMatchObject([{ display: 'Wang' }])
  await answered(known('?excludedAttributes=members', without), 304)
  // Of itself the group is what it was: who read it before may still change it.
  const rename = patchOf({ op: 'replace', path: 'displayName', value: 'Called anew' })
  await answered(own.scim('PATCH', path, rename, { 'if-match': whole }), 204)
})

test('a group whose member is called otherwise by hand is shown anew', async () => {
  const { identity, scim, zone: ZoneId } = await newSource(shared.server)
  const { UserInfo } = await identity.CreateUser({ ZoneId, UserName: 'by.hand', DisplayName: 'Fang' })
  const { GroupInfo } = await identity.CreateGroup({ ZoneId, GroupName: 'hands' })
  const member = { ZoneId, UserId: UserInfo?.UserId as string }
  await identity.AddUserToGroup({ ...member, GroupId: GroupInfo?.GroupId as string })
  const path = `/Groups/${GroupInfo?.GroupId}`
  const tag = (await answered(scim('GET', path), 200)).headers.get('etag') as string
  const known = () => scim('GET', path, undefined, { 'if-none-match': tag })
  await identity.UpdateUser({ ...member, NewDescription: 'of whom nothing else is said' })
  await answered(known(), 304)
  await identity.UpdateUser({ ...member, NewDisplayName: 'Wang' })
  expect((await answered(known(), 200)).body.members).toMatchObject([{ display: 'Wang' }])
})

test('what is not there', async () => {
  for (const path of ['/Users/u-none', '/Groups/g-none']) await expectScimRefusal(source.scim('GET', path), 404, undefined, 'none')
})
