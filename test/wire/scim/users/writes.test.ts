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
  type Resource,
  type Source,
  urns,
} from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

const lin = {
  schemas: [urns.user, urns.enterprise],
  userName: 'lin.wang@example.cn',
  externalId: '00u1',
  name: { givenName: 'Lin', familyName: 'Wang', formatted: 'Wang Lin' },
  displayName: '王琳',
  active: true,
  emails: [
    { value: 'home@example.cn', type: 'home' },
    { value: 'lin@example.cn', type: 'work', primary: true },
  ],
  title: 'Engineer',
  [urns.enterprise]: { employeeNumber: '701984', department: 'R&D' },
}

async function throughTencent({ identity, zone }: Source, user: string): Promise<Resource> {
  return (await identity.GetUser({ ZoneId: zone, UserId: user })).UserInfo
}

describe('a user that is made', () => {
  test('has everything that was sent, and is the same to the vendor’s client', async () => {
    const source = await newSource(shared.server)
    const { body, headers } = await answered(source.scim('POST', '/Users', { ...lin, password: 't1meMa$heen' }), 201)
    expect(body).toEqual({ ...lin, id: body.id, meta: body.meta })
    expect(headers.get('location')).toBe(body.meta.location)
    expect(headers.get('etag')).toBe(body.meta.version)
    expect(await throughTencent(source, body.id)).toMatchObject({
      UserName: 'lin.wang@example.cn',
      FirstName: 'Lin',
      LastName: 'Wang',
      DisplayName: '王琳',
      Email: 'lin@example.cn',
      UserStatus: 'Enabled',
      UserType: 'Synchronized',
    })
    const { body: events } = await source.scim('GET', `/Users/${body.id}?attributes=password`)
    expect(events).toEqual({ schemas: lin.schemas, id: body.id })
  })

  test('is disabled from the start where the source says so, also in words', async () => {
    const source = await newSource(shared.server)
    const user = await newSyncedUser(source, { active: 'False' })
    expect((await source.scim('GET', `/Users/${user}`)).body.active).toBe(false)
    expect(await throughTencent(source, user)).toMatchObject({ UserStatus: 'Disabled' })
  })

  // RFC 7644 §3.10; under the URN of the core schema the attributes come from SCIM Verify (limosa-io/scimverify, src/users.js).
  test('may be written with the URNs of its attributes, or under that of its schema', async () => {
    const source = await newSource(shared.server)
    const { userName, title, schemas, [urns.enterprise]: enterprise, ...rest } = lin
    const inFull = {
      [`${urns.user}:userName`]: userName,
      [urns.user.toUpperCase()]: { title },
      [`${urns.enterprise}:employeeNumber`]: enterprise.employeeNumber,
      [urns.enterprise.toLowerCase()]: { department: enterprise.department },
    }
    const { body } = await answered(source.scim('POST', '/Users', { schemas, ...rest, ...inFull }), 201)
    expect(body).toEqual({ ...lin, id: body.id, meta: body.meta })
    const put = await answered(source.scim('PUT', `/Users/${body.id}`, { schemas, [urns.user]: { userName, title: 'Lead' } }), 200)
    expect(put.body).toEqual({ schemas: [urns.user], id: body.id, userName, title: 'Lead', active: true, meta: put.body.meta })
    for (const twice of [{ [`${urns.user}:Title`]: 'x' }, { [urns.user]: { title: 'x' } }, { [`${urns.enterprise}:Department`]: 'x' }]) {
      const send = () => source.scim('PUT', `/Users/${body.id}`, { ...lin, ...twice })
      await expectUnchanged(shared.server, source, send, 400, 'invalidSyntax', /title|department/i)
    }
  })

  // RFC 7643 §2.4: the same value of the same type is not shown twice; one of another type is another.
  test('has no value of a list twice, made or replaced', async () => {
    const source = await newSource(shared.server)
    const lists = {
      emails: [
        { value: 'lin@example.cn', type: 'work', primary: true },
        { value: 'LIN@example.cn', type: 'Work', display: 'Lin' },
        { value: 'lin@example.cn', type: 'home' },
      ],
      roles: ['admin', { value: 'Admin' }, { value: 'dev' }],
      addresses: [{ locality: 'Shenzhen' }, { locality: 'Shenzhen' }],
    }
    const once = {
      emails: [
        { value: 'lin@example.cn', type: 'work', primary: true, display: 'Lin' },
        { value: 'lin@example.cn', type: 'home' },
      ],
      roles: [{ value: 'admin' }, { value: 'dev' }],
      addresses: [{ locality: 'Shenzhen' }],
    }
    const { body } = await answered(source.scim('POST', '/Users', { ...lin, ...lists }), 201)
    expect(body).toMatchObject(once)
    await answered(source.scim('PUT', `/Users/${body.id}`, lin), 200)
    expect((await answered(source.scim('PUT', `/Users/${body.id}`, { ...lin, ...lists }), 200)).body).toMatchObject(once)
  })

  test('may have what no schema has, and what only the server sets: both are passed over', async () => {
    const source = await newSource(shared.server)
    const more = { id: 'mine', groups: [{ value: 'g-1' }], meta: { version: '1' }, favourite: 'x', 'urn:example:User': { colour: 'red' } }
    const { body } = await answered(source.scim('POST', '/Users', { ...lin, ...more }), 201)
    expect(body).toEqual({ ...lin, id: body.id, meta: body.meta })
  })

  test('may have certificates, wrapped into lines or not', async () => {
    const source = await newSource(shared.server)
    const x509Certificates = [{ value: 'MIIDQzCCAqygAwIBAgICEAAw\nDQYJKoZIhvcNAQEFBQAw==\n' }, { value: 'MIIDQzCCAqyg' }]
    const { body } = await answered(source.scim('POST', '/Users', { ...lin, x509Certificates }), 201)
    expect(body.x509Certificates).toEqual(x509Certificates)
  })

  const refusals: readonly (readonly [string, object, string, RegExp])[] = [
    ['no name', { userName: undefined }, 'invalidValue', /userName is required/],
    ['an empty name', { userName: '' }, 'invalidValue', /userName cannot be ""/],
    ['a name with a space', { userName: 'lin wang' }, 'invalidValue', /userName cannot be "lin wang"/],
    ['a name of 65 characters', { userName: 'n'.repeat(65) }, 'invalidValue', /64/],
    ['a number as a name', { userName: 7 }, 'invalidValue', /userName/],
    ['a first name of 65 characters', { name: { givenName: 'n'.repeat(65) } }, 'invalidValue', /givenName.*64/],
    ['a family name of 65 characters', { name: { familyName: 'n'.repeat(65) } }, 'invalidValue', /familyName.*64/],
    ['a long displayName', { displayName: 'n'.repeat(257) }, 'invalidValue', /displayName.*256/],
    ['a long address', { emails: [{ value: `${'n'.repeat(121)}@mail.cn` }] }, 'invalidValue', /emails.*128/],
    ['a long externalId', { externalId: 'x'.repeat(257) }, 'invalidValue', /256/],
    ['a text that is neither true nor false', { active: 'yes' }, 'invalidValue', /active/],
    ['a name that is a text', { name: 'Lin' }, 'invalidValue', /name/],
    [
      'two preferred addresses',
      {
        emails: [
          { value: 'a@b.cn', primary: true },
          { value: 'c@d.cn', primary: true },
        ],
      },
      'invalidValue',
      /primary/,
    ],
    ['a number in a list', { phoneNumbers: [{ value: 123 }] }, 'invalidValue', /phoneNumbers.value/],
    // Source: RFC 7643 §2.3.6.
    ['a certificate that is not Base64', { x509Certificates: [{ value: 'CN=lin' }] }, 'invalidValue', /x509Certificates.value.*Base64/],
    ['more than there is room for', { title: 'x'.repeat(17_000) }, 'invalidValue', /16384/],
    ['another schema', { schemas: [urns.group] }, 'invalidSyntax', /schemas/],
    ['schemas that are no list', { schemas: urns.user }, 'invalidSyntax', /schemas/],
  ]
  test.each(refusals)('with %s is refused, by POST and by PUT, and nothing is changed', async (_, fields, scimType, words) => {
    const { source, user } = await untouched()
    const body = { ...lin, ...fields }
    await expectUnchanged(shared.server, source, () => source.scim('POST', '/Users', body), 400, scimType, words)
    await expectUnchanged(shared.server, source, () => source.scim('PUT', `/Users/${user}`, body), 400, scimType, words)
  })

  test('has a name and an address of its own, and a place in the quota', async () => {
    const source = await newSource(shared.server)
    await answered(source.scim('POST', '/Users', lin), 201)
    const post = (fields: object) => () => source.scim('POST', '/Users', { ...lin, ...fields })
    await expectUnchanged(shared.server, source, post({ userName: 'LIN.wang@example.cn' }), 409, 'uniqueness', 'userName')
    await expectUnchanged(shared.server, source, post({ userName: 'other' }), 409, 'uniqueness', 'lin@example.cn')
    await setQuotas(shared.server, source.place, { users: 1 })
    await expectUnchanged(shared.server, source, post({ userName: 'other', emails: [] }), 409, undefined, 'admin API: quotas.users')
  })
})

describe('a user that is replaced', () => {
  test('is what was sent, renamed too; what was not sent is gone', async () => {
    const source = await newSource(shared.server)
    const { body: made } = await answered(source.scim('POST', '/Users', lin), 201)
    const group = await newSyncedGroup(source, [made.id])
    const wanted = { schemas: [urns.user], userName: 'wang.lin', emails: [{ value: 'new@example.cn' }] }
    const { body } = await answered(source.scim('PUT', `/Users/${made.id}`, wanted), 200)
    expect(body).toEqual({
      ...wanted,
      id: made.id,
      active: true,
      groups: [expect.objectContaining({ value: group })],
      meta: { ...made.meta, lastModified: body.meta.lastModified, version: expect.stringMatching(/^W\/"2\./) },
    })
    expect(await throughTencent(source, made.id)).toMatchObject({
      UserName: 'wang.lin',
      FirstName: '',
      DisplayName: '',
      Email: 'new@example.cn',
    })
    expect((await source.scim('GET', `/Users/${made.id}`)).body).toEqual(body)
  })

  test('stays disabled where nothing is said of it', async () => {
    const source = await newSource(shared.server)
    const user = await newSyncedUser(source, { active: false })
    const { body } = await answered(source.scim('PUT', `/Users/${user}`, { schemas: [urns.user], userName: 'quiet' }), 200)
    expect(body.active).toBe(false)
    expect(await throughTencent(source, user)).toMatchObject({ UserName: 'quiet', UserStatus: 'Disabled' })
  })

  test('by the same is not changed', async () => {
    const source = await newSource(shared.server)
    const { body: made } = await answered(source.scim('POST', '/Users', lin), 201)
    expect((await answered(source.scim('PUT', `/Users/${made.id}`, made), 200)).body).toEqual(made)
  })

  test('is refused another’s name or address, another version, and what is not there', async () => {
    const source = await newSource(shared.server)
    const user = await newSyncedUser(source)
    await answered(source.scim('POST', '/Users', lin), 201)
    const put =
      (fields: object, id = user, tag = '*') =>
      () =>
        source.scim('PUT', `/Users/${id}`, { schemas: [urns.user], userName: 'free', ...fields }, { 'if-match': tag })
    await expectUnchanged(shared.server, source, put({ userName: lin.userName }), 409, 'uniqueness', lin.userName)
    await expectUnchanged(shared.server, source, put({ emails: lin.emails }), 409, 'uniqueness', 'lin@example.cn')
    await expectUnchanged(shared.server, source, put({}, user, 'W/"7"'), 412, undefined, 'W/"1"')
    await expectUnchanged(shared.server, source, put({}, 'u-nobody'), 404, undefined, 'u-nobody')
  })
})

describe('a user that is deleted', () => {
  test('leaves its groups and is gone everywhere', async () => {
    const source = await newSource(shared.server)
    const [user, other] = [await newSyncedUser(source), await newSyncedUser(source)]
    const group = await newSyncedGroup(source, [user, other])
    expect((await answered(source.scim('DELETE', `/Users/${user}`), 204)).body).toBeUndefined()
    await expectMembers(source, group, [other])
    await expectScimRefusal(source.scim('GET', `/Users/${user}`), 404, undefined, user)
    await expect(throughTencent(source, user)).rejects.toMatchObject({ code: /UserNotExist/ })
    await expectScimRefusal(source.scim('DELETE', `/Users/${user}`), 404, undefined, user)
  })

  test.each(['role_assignment', 'user_provisioning'] as const)('stays while there is a %s, in its groups too', async (rule) => {
    const source = await newSource(shared.server)
    const user = await newSyncedUser(source)
    await newSyncedGroup(source, [user])
    const remove = (tag = '*') => source.scim('DELETE', `/Users/${user}`, undefined, { 'if-match': tag })
    await expectUnchanged(shared.server, source, () => remove('"9"'), 412, undefined, 'W/"1"')
    await putAccessRule(shared.server, source.place, user, rule)
    await expectUnchanged(shared.server, source, () => remove(), 409, undefined, user)
  })
})

let kept: Promise<{ source: Source; user: string }> | undefined

/** One user for all that must leave it as it is. */
function untouched(): Promise<{ source: Source; user: string }> {
  kept ??= newSource(shared.server).then(async (source) => ({ source, user: await newSyncedUser(source) }))
  return kept
}
