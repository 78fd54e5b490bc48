import { describe, expect, test } from 'vitest'
import {
  answered,
  expectMembers,
  expectScimRefusal,
  expectUnchanged,
  newSource,
  newSyncedGroup,
  newSyncedUser,
  patchOf,
  type Resource,
  type Source,
  urns,
} from '../../kit/scim.ts'
import { sharedServer } from '../../kit/shared-server.ts'

// RFC 7644, sections 3.3 to 3.6, with the kinds of requests that its own examples have.

const shared = sharedServer()

const babs = {
  schemas: [urns.user],
  userName: 'bjensen',
  externalId: 'bjensen',
  name: { formatted: 'Ms. Barbara J Jensen III', familyName: 'Jensen', givenName: 'Barbara' },
}

const work = { type: 'work', streetAddress: '911 Universal City Plaza', locality: 'Hollywood', region: 'CA', country: 'USA' }
const home = { type: 'home', streetAddress: '456 Hollywood Blvd', locality: 'Hollywood', region: 'CA', country: 'USA' }

/** A source with Barbara in it, and what she looks like. */
async function withBabs(fields: object = {}): Promise<{ source: Source; user: Resource }> {
  const source = await newSource(shared.server)
  const { body } = await answered(source.scim('POST', '/Users', { ...babs, ...fields }), 201)
  return { source, user: body }
}

async function patched(source: Source, id: string, ...operations: object[]): Promise<Resource> {
  return (await answered(source.scim('PATCH', `/Users/${id}`, patchOf(...operations)), 200)).body
}

describe('3.3 creating resources', () => {
  test('201, the whole resource, where it is and in which version', async () => {
    const source = await newSource(shared.server)
    const { headers, body } = await answered(source.scim('POST', '/Users', babs), 201)
    expect(body).toMatchObject({ ...babs, id: expect.stringMatching(/./), active: true, meta: { resourceType: 'User' } })
    expect(headers.get('location')).toBe(body.meta.location)
    expect(body.meta.location).toBe(`${shared.server.url}/scim/v2/Users/${body.id}`)
    expect(headers.get('etag')).toBe(body.meta.version)
    expect(headers.get('content-type')).toContain('application/scim+json')
    expect(body.meta.lastModified).toBe(body.meta.created)
  })

  test('what only the server may set is passed over', async () => {
    const { user } = await withBabs({
      id: 'mine',
      meta: { resourceType: 'User', created: '1999-01-01T00:00:00Z' },
      groups: [{ value: 'g-x' }],
    })
    expect(user.id).not.toBe('mine')
    expect(user.meta.created).not.toContain('1999')
    expect(user.groups ?? []).toEqual([])
  })

  test('3.3.1 a name in use: 409 with uniqueness; no name: 400', async () => {
    const { source } = await withBabs()
    await expectUnchanged(shared.server, source, () => source.scim('POST', '/Users', babs), 409, 'uniqueness', 'bjensen')
    const nameless = () => source.scim('POST', '/Users', { schemas: [urns.user], externalId: 'x' })
    await expectUnchanged(shared.server, source, nameless, 400, 'invalidValue', 'userName')
  })
})

describe('3.4.1 retrieving a known resource', () => {
  test('the same as at its making', async () => {
    const { source, user } = await withBabs()
    const { headers, body } = await answered(source.scim('GET', `/Users/${user.id}`), 200)
    expect(body).toEqual(user)
    expect(headers.get('etag')).toBe(user.meta.version)
  })

  test('one that is not there', async () => {
    const { source } = await withBabs()
    await expectScimRefusal(source.scim('GET', '/Users/2819c223-7f76-453a-919d-413861904646'), 404, undefined, '2819c223')
    await expectScimRefusal(source.scim('GET', '/Groups/nothing'), 404, undefined, 'nothing')
  })
})

describe('3.5.1 replacing with PUT', () => {
  test('what is sent stands, what is not is gone', async () => {
    const { source, user } = await withBabs({
      title: 'Tour Guide',
      nickName: 'Babs',
      emails: [{ value: 'bjensen@example.com', type: 'work' }],
    })
    const { body } = await answered(
      source.scim('PUT', `/Users/${user.id}`, { ...babs, id: user.id, roles: [], emails: [{ value: 'babs@jensen.org' }] }),
      200,
    )
    expect(body).toMatchObject({ id: user.id, emails: [{ value: 'babs@jensen.org' }], meta: { created: user.meta.created } })
    expect(body).not.toHaveProperty('title')
    expect(body).not.toHaveProperty('nickName')
    expect(body.meta.version).not.toBe(user.meta.version)
    expect((await answered(source.scim('GET', `/Users/${user.id}`), 200)).body).toEqual(body)
  })

  test('it makes nothing, and asks for what is required', async () => {
    const { source, user } = await withBabs()
    await expectUnchanged(shared.server, source, () => source.scim('PUT', '/Users/new-one', babs), 404, undefined, 'new-one')
    const nameless = () => source.scim('PUT', `/Users/${user.id}`, { schemas: [urns.user] })
    await expectUnchanged(shared.server, source, nameless, 400, 'invalidValue', 'userName')
  })

  test('a group has the members of the list; without a list nothing is said of them, as §3.5.1 leaves open', async () => {
    const source = await newSource(shared.server)
    const [first, second] = [await newSyncedUser(source), await newSyncedUser(source)]
    const group = await newSyncedGroup(source, [first])
    const put = (fields: object) => answered(source.scim('PUT', `/Groups/${group}`, { schemas: [urns.group], ...fields }), 200)
    await put({ displayName: 'Tour Guides', members: [{ value: second, $ref: `../Users/${second}` }] })
    await expectMembers(source, group, [second])
    await put({ displayName: 'Tour Guides' })
    await expectMembers(source, group, [second])
    await put({ displayName: 'Tour Guides', members: [] })
    await expectMembers(source, group, [])
  })
})

describe('3.5.2.1 PATCH add', () => {
  test('without a path: attributes are added, values join a list', async () => {
    const { source, user } = await withBabs({ emails: [{ value: 'bjensen@example.com', type: 'work', primary: true }] })
    const body = await patched(source, user.id, {
      op: 'add',
      value: { emails: [{ value: 'babs@jensen.org', type: 'home' }], nickName: 'Babs' },
    })
    expect(body.nickName).toBe('Babs')
    expect(body.emails).toEqual([
      { value: 'bjensen@example.com', type: 'work', primary: true },
      { value: 'babs@jensen.org', type: 'home' },
    ])
  })

  test('a member of a group', async () => {
    const { source, user } = await withBabs()
    const group = await newSyncedGroup(source)
    const value = [{ display: 'Babs Jensen', $ref: user.meta.location, value: user.id }]
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'add', path: 'members', value })), 204)
    await expectMembers(source, group, [user.id])
  })

  test('what is there already changes neither resource nor version', async () => {
    const { source, user } = await withBabs({ nickName: 'Babs', emails: [{ value: 'bjensen@example.com', type: 'work' }] })
    const body = await patched(
      source,
      user.id,
      { op: 'add', path: 'nickName', value: 'Babs' },
      { op: 'add', path: 'emails', value: [{ value: 'bjensen@example.com', type: 'work' }] },
    )
    expect(body).toEqual(user)
  })

  test('a new primary value takes the place of the one before', async () => {
    const { source, user } = await withBabs({ emails: [{ value: 'bjensen@example.com', primary: true }] })
    const body = await patched(source, user.id, { op: 'add', path: 'emails', value: [{ value: 'babs@jensen.org', primary: true }] })
    expect(body.emails.filter(({ primary }: { primary?: boolean }) => primary)).toEqual([{ value: 'babs@jensen.org', primary: true }])
    expect(body.emails).toHaveLength(2)
  })
})

describe('3.5.2.2 PATCH remove', () => {
  test('one attribute, values that a filter finds, a part of them', async () => {
    const emails = [
      { value: 'bjensen@example.com', type: 'work' },
      { value: 'bjensen@example.org', type: 'work' },
      { value: 'babs@example.com', type: 'home' },
    ]
    const { source, user } = await withBabs({ title: 'Guide', emails, addresses: [work, home] })
    const body = await patched(
      source,
      user.id,
      { op: 'remove', path: 'title' },
      { op: 'remove', path: 'emails[type eq "work" and value ew "example.com"]' },
      { op: 'remove', path: 'addresses[type eq "work"].streetAddress' },
    )
    expect(body).not.toHaveProperty('title')
    expect(body.emails).toEqual(emails.slice(1))
    const { streetAddress: _, ...rest } = work
    expect(body.addresses).toEqual([rest, home])
  })

  test('the last value takes the attribute with it', async () => {
    const { source, user } = await withBabs({ addresses: [work] })
    expect(await patched(source, user.id, { op: 'remove', path: 'addresses[type eq "work"]' })).not.toHaveProperty('addresses')
  })

  test('all members, and then one, in one request', async () => {
    const { source, user } = await withBabs()
    const group = await newSyncedGroup(source, [await newSyncedUser(source), await newSyncedUser(source)])
    const body = patchOf({ op: 'remove', path: 'members' }, { op: 'add', path: 'members', value: [{ value: user.id }] })
    await answered(source.scim('PATCH', `/Groups/${group}`, body), 204)
    await expectMembers(source, group, [user.id])
  })

  test('a required attribute and one that only the server sets: mutability; no path: noTarget', async () => {
    const { source, user } = await withBabs()
    const removal = (operation: object) => () => source.scim('PATCH', `/Users/${user.id}`, patchOf({ op: 'remove', ...operation }))
    await expectUnchanged(shared.server, source, removal({ path: 'id' }), 400, 'mutability', 'id')
    await expectUnchanged(shared.server, source, removal({}), 400, 'noTarget', 'path')
    const before = (await removal({ path: 'userName' })()).body
    expect(before).toMatchObject({ status: '400' })
    await expectUnchanged(shared.server, source, removal({ path: 'userName' }), 400, before.scimType, 'userName')
  })
})

describe('3.5.2.3 PATCH replace', () => {
  test('a value that a filter finds, or a part of it', async () => {
    const { source, user } = await withBabs({ addresses: [work, home] })
    const moved = { type: 'work', streetAddress: '1 Main St', locality: 'Burbank' }
    const body = await patched(
      source,
      user.id,
      { op: 'replace', path: 'addresses[type eq "work"]', value: moved },
      { op: 'replace', path: 'addresses[type eq "home"].streetAddress', value: '1010 Broadway Ave' },
    )
    expect(body.addresses).toMatchObject([moved, { ...home, streetAddress: '1010 Broadway Ave' }])
  })

  test('without a path: lists are replaced whole', async () => {
    const { source, user } = await withBabs({ emails: [{ value: 'old@example.com' }] })
    const emails = [
      { value: 'bjensen@example.com', type: 'work', primary: true },
      { value: 'babs@jensen.org', type: 'home' },
    ]
    expect(await patched(source, user.id, { op: 'replace', value: { emails, nickName: 'Babs' } })).toMatchObject({
      emails,
      nickName: 'Babs',
    })
  })

  test('a filter that finds nothing: noTarget, and nothing is changed by the operations before it', async () => {
    const { source, user } = await withBabs({ addresses: [home] })
    const call = () =>
      source.scim(
        'PATCH',
        `/Users/${user.id}`,
        patchOf(
          { op: 'replace', path: 'nickName', value: 'Babs' },
          { op: 'replace', path: 'addresses[locality eq "Burbank"].streetAddress', value: 'nowhere' },
        ),
      )
    await expectUnchanged(shared.server, source, call, 400, 'noTarget', 'Operation 2')
  })

  test('all members of a group', async () => {
    const { source, user } = await withBabs()
    const other = await newSyncedUser(source)
    const group = await newSyncedGroup(source, [await newSyncedUser(source)])
    const value = [
      { display: 'Babs Jensen', $ref: user.meta.location, value: user.id },
      { display: 'James Smith', value: other },
    ]
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'replace', path: 'members', value })), 204)
    await expectMembers(source, group, [user.id, other])
  })
})

describe('3.6 deleting', () => {
  test('204, then it is gone from everywhere, and its name is free', async () => {
    const { source, user } = await withBabs()
    await answered(source.scim('DELETE', `/Users/${user.id}`), 204)
    for (const method of ['GET', 'DELETE']) await expectScimRefusal(source.scim(method, `/Users/${user.id}`), 404, undefined, user.id)
    expect((await answered(source.scim('GET', '/Users'), 200)).body).toMatchObject({ totalResults: 0 })
    const again = await answered(source.scim('POST', '/Users', babs), 201)
    expect(again.body.id).not.toBe(user.id)
  })
})
