import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../../kit/directory.ts'
import {
  answered,
  expectUnchanged,
  newSource,
  newSyncedGroup,
  newSyncedUser,
  patchOf,
  type Resource,
  type Source,
  urns,
  zoneState,
} from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

const start = {
  userName: 'lin',
  name: { givenName: 'Lin', familyName: 'Wang' },
  displayName: 'Lin',
  emails: [{ value: 'lin@example.cn', type: 'work', primary: true }],
}

async function throughTencent({ identity, zone }: Source, user: string): Promise<Resource> {
  return (await identity.GetUser({ ZoneId: zone, UserId: user })).UserInfo
}

/** What a PATCH makes of the user, on both surfaces. */
const shapes: readonly (readonly [name: string, operations: object[], scim: object, tencent: object])[] = [
  ['a simple attribute', [{ op: 'replace', path: 'displayName', value: 'Li' }], { displayName: 'Li' }, { DisplayName: 'Li' }],
  ['its removal', [{ op: 'remove', path: 'displayName' }], { displayName: undefined }, { DisplayName: '' }],
  ['the user’s name', [{ op: 'replace', value: { userName: 'li' } }], { userName: 'li' }, { UserName: 'li' }],
  ['active, Okta', [{ op: 'replace', value: { active: false } }], { active: false }, { UserStatus: 'Disabled' }],
  ['active, Entra ID', [{ op: 'Replace', path: 'active', value: 'False' }], { active: false }, { UserStatus: 'Disabled' }],
  ['active, wrapped', [{ op: 'replace', path: 'active', value: [{ value: 'false' }] }], { active: false }, { UserStatus: 'Disabled' }],
  [
    'parts of the name, Entra ID',
    [
      { op: 'Replace', path: 'name.givenName', value: 'Li' },
      { op: 'Add', path: 'name.middleName', value: 'X' },
    ],
    { name: { givenName: 'Li', familyName: 'Wang', middleName: 'X' } },
    { FirstName: 'Li', LastName: 'Wang' },
  ],
  [
    'names with dots and URNs without a path, Entra ID',
    [{ op: 'Add', value: { 'name.familyName': 'Chen', [`${urns.enterprise}:department`]: 'HR' } }],
    { name: { givenName: 'Lin', familyName: 'Chen' }, [urns.enterprise]: { department: 'HR' }, schemas: [urns.user, urns.enterprise] },
    { LastName: 'Chen' },
  ],
  [
    'an extension that says which schema it is of, scim2-client',
    [{ op: 'add', path: urns.enterprise, value: { schemas: [urns.enterprise], department: 'HR' } }],
    { [urns.enterprise]: { department: 'HR' }, schemas: [urns.user, urns.enterprise] },
    { LastName: 'Wang' },
  ],
  [
    'the same without a path',
    [{ op: 'replace', value: { [urns.enterprise]: { schemas: [urns.enterprise], department: 'HR' } } }],
    { [urns.enterprise]: { department: 'HR' }, schemas: [urns.user, urns.enterprise] },
    { LastName: 'Wang' },
  ],
  [
    'the address by its kind, Entra ID',
    [{ op: 'Replace', path: 'emails[type eq "work"].value', value: 'new@example.cn' }],
    { emails: [{ value: 'new@example.cn', type: 'work', primary: true }] },
    { Email: 'new@example.cn' },
  ],
  [
    'all addresses',
    [{ op: 'replace', path: 'emails', value: [{ value: 'a@b.cn' }] }],
    { emails: [{ value: 'a@b.cn' }] },
    { Email: 'a@b.cn' },
  ],
  ['no address', [{ op: 'remove', path: 'emails' }], { emails: undefined }, { Email: '' }],
  [
    'another address that is preferred',
    [{ op: 'add', path: 'emails', value: [{ value: 'home@example.cn', type: 'home', primary: true }] }],
    {
      emails: [
        { value: 'lin@example.cn', type: 'work', primary: false },
        { value: 'home@example.cn', type: 'home', primary: true },
      ],
    },
    { Email: 'home@example.cn' },
  ],
  // RFC 7644 §3.5.2.1: a value that is there is not added again; letter case: RFC 7643 §2.2.
  [
    'an address that is there in other letters, with more about it',
    [{ op: 'add', path: 'emails', value: [{ value: 'LIN@Example.cn', type: 'Work', display: 'L' }] }],
    { emails: [{ value: 'lin@example.cn', type: 'work', primary: true, display: 'L' }] },
    {},
  ],
  [
    'a place that is there in other letters',
    [
      { op: 'add', path: 'addresses', value: [{ locality: 'Suzhou', primary: true }] },
      { op: 'add', path: 'addresses', value: [{ locality: 'SUZHOU' }] },
    ],
    { addresses: [{ locality: 'Suzhou', primary: true }] },
    {},
  ],
  [
    'a picture in other letters, which is another one',
    [
      { op: 'add', path: 'photos', value: 'https://lin.cn/a' },
      { op: 'add', path: 'photos', value: 'https://lin.cn/A' },
    ],
    { photos: [{ value: 'https://lin.cn/a' }, { value: 'https://lin.cn/A' }] },
    {},
  ],
  ['a password, which nobody keeps', [{ op: 'replace', path: 'password', value: 'secret' }], {}, {}],
  ['externalId', [{ op: 'replace', path: 'externalId', value: 'x' }], { externalId: 'x' }, {}],
]

test.each(shapes)('%s', async (_, operations, scim, tencent) => {
  const source = await newSource(shared.server)
  const user = await newSyncedUser(source, start)
  const [before, known] = [(await source.scim('GET', `/Users/${user}`)).body, await throughTencent(source, user)]
  const { body, headers } = await answered(source.scim('PATCH', `/Users/${user}`, patchOf(...operations)), 200)
  expect(body).toEqual({ ...before, ...scim, meta: { ...before.meta, lastModified: body.meta.lastModified, version: body.meta.version } })
  expect(headers.get('etag')).toBe(body.meta.version)
  expect((await source.scim('GET', `/Users/${user}`)).body).toEqual(body)
  expect(await throughTencent(source, user)).toEqual({ ...known, ...tencent, UpdateTime: expect.any(String) })
})

test('Entra ID: the first address, added or replaced by its kind, is the user’s', async () => {
  for (const op of ['Add', 'Replace']) {
    const source = await newSource(shared.server)
    const user = await newSyncedUser(source)
    const operation = { op, path: 'emails[type eq "work"].value', value: 'lin@example.cn' }
    const { body } = await answered(source.scim('PATCH', `/Users/${user}`, patchOf(operation)), 200)
    expect(body.emails).toEqual([{ type: 'work', value: 'lin@example.cn' }])
    expect(await throughTencent(source, user)).toMatchObject({ Email: 'lin@example.cn' })
  }
})

test('what changes nothing is answered all the same, and neither version nor history knows of it', async () => {
  const source = await newSource(shared.server)
  const user = await newSyncedUser(source, start)
  const before = await zoneState(shared.server, source)
  const operations = [
    { op: 'replace', path: 'displayName', value: 'Li' },
    { op: 'replace', path: 'displayName', value: 'Lin' },
    { op: 'remove', path: 'nickName' },
    { op: 'add', path: 'emails', value: start.emails },
    { op: 'add', path: 'emails', value: { value: 'LIN@Example.cn', type: 'WORK' } },
  ]
  await answered(source.scim('PATCH', `/Users/${user}`, patchOf(...operations)), 200)
  expect(await zoneState(shared.server, source)).toEqual(before)
})

// RFC 7643 §2.5: null is no value. So the Java client of UnboundID writes every PATCH.
test('null for what every resource has beside the operations says nothing', async () => {
  const source = await newSource(shared.server)
  const [user, group] = [await newSyncedUser(source, start), await newSyncedGroup(source)]
  const sent = (path: string) => ({ id: null, externalId: null, ...patchOf({ op: 'replace', path, value: 'Li' }), meta: null })
  const { body } = await answered(source.scim('PATCH', `/Users/${user}`, sent('displayName')), 200)
  expect(body).toMatchObject({ id: user, displayName: 'Li' })
  await answered(source.scim('PATCH', `/Groups/${group}`, sent('displayName')), 204)
  expect((await source.scim('GET', `/Groups/${group}`)).body).toMatchObject({ id: group, displayName: 'Li' })
})

test('a change and its origin are recorded', async () => {
  const source = await newSource(shared.server)
  const user = await newSyncedUser(source, start)
  await source.scim('PATCH', `/Users/${user}`, patchOf({ op: 'replace', value: { active: false, title: 'Lead' } }))
  const events = (await eventsOf(shared.server, user)).slice(1)
  expect(events.map(({ kind, operation, actor }) => [kind, operation, actor])).toEqual([
    ['user_changed', 'PatchUser', `credential:${source.credential}`],
    ['user_status_changed', 'PatchUser', `credential:${source.credential}`],
  ])
})

const manyAttributes = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`emails[value eq "x${index}"].display`, null]))

describe('refused, with everything as it was', () => {
  const refusals: readonly (readonly [name: string, status: number, scimType: string | undefined, operation: object, words: string])[] = [
    ['a name that is required', 400, 'mutability', { op: 'remove', path: 'userName' }, 'userName'],
    ['active that would be nothing', 400, 'mutability', { op: 'remove', path: 'active' }, 'active'],
    ['active that is null', 400, 'mutability', { op: 'replace', path: 'active', value: null }, 'active'],
    ['id', 400, 'mutability', { op: 'replace', path: 'id', value: 'u-1' }, 'id'],
    ['meta', 400, 'mutability', { op: 'replace', value: { meta: {} } }, 'meta'],
    ['groups', 400, 'mutability', { op: 'remove', path: 'groups' }, 'groups'],
    ['no path', 400, 'noTarget', { op: 'remove' }, 'path'],
    ['a filter that chooses nothing', 400, 'noTarget', { op: 'replace', path: 'emails[value eq "x"].value', value: 'y' }, 'filter'],
    ['an unknown attribute', 400, 'invalidPath', { op: 'add', path: 'favourite', value: 'x' }, 'favourite'],
    [
      'an extension that says it is of another schema',
      400,
      'invalidPath',
      { op: 'add', path: urns.enterprise, value: { schemas: [urns.user], department: 'HR' } },
      'schemas',
    ],
    ['a filter that is none', 400, 'invalidFilter', { op: 'remove', path: 'emails[type is "work"]' }, 'filter'],
    ['a name that is too long', 400, 'invalidValue', { op: 'replace', path: 'userName', value: 'n'.repeat(65) }, 'userName'],
    [
      'two preferred addresses',
      400,
      'invalidValue',
      {
        op: 'replace',
        path: 'emails',
        value: [
          { value: 'a', primary: true },
          { value: 'b', primary: true },
        ],
      },
      'primary',
    ],
    ['more than there is room for', 400, 'invalidValue', { op: 'replace', path: 'title', value: 'x'.repeat(17_000) }, '16384'],
    ['a thousand attributes more without a path', 400, 'invalidValue', { op: 'add', value: manyAttributes }, '1000'],
    ['another’s name', 409, 'uniqueness', { op: 'replace', path: 'userName', value: 'TAKEN' }, 'TAKEN'],
    ['another’s address', 409, 'uniqueness', { op: 'replace', path: 'emails', value: 'taken@example.cn' }, 'taken@example.cn'],
  ]
  test.each(refusals)('%s: %i %s', async (_, status, scimType, operation, words) => {
    const { source, user } = await untouched()
    const body = patchOf({ op: 'replace', path: 'displayName', value: 'changed' }, operation)
    await expectUnchanged(shared.server, source, () => source.scim('PATCH', `/Users/${user}`, body), status, scimType, words)
  })

  test('another version, and nobody', async () => {
    const source = await newSource(shared.server)
    const user = await newSyncedUser(source, start)
    const body = patchOf({ op: 'replace', path: 'displayName', value: 'changed' })
    const patch = (id: string, tag: string) => () => source.scim('PATCH', `/Users/${id}`, body, { 'if-match': tag })
    await expectUnchanged(shared.server, source, patch(user, 'W/"8"'), 412, undefined, 'W/"1"')
    await expectUnchanged(shared.server, source, patch('u-nobody', '*'), 404, undefined, 'u-nobody')
  })
})

let kept: Promise<{ source: Source; user: string }> | undefined

/** One user for all that must leave it as it is, beside one whose name and address are taken. */
function untouched(): Promise<{ source: Source; user: string }> {
  kept ??= newSource(shared.server).then(async (source) => {
    await newSyncedUser(source, { userName: 'taken', emails: [{ value: 'taken@example.cn' }] })
    return { source, user: await newSyncedUser(source, start) }
  })
  return kept
}
