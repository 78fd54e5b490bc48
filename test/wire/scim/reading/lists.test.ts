import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { databaseIn } from '../../../../src/storage/engines/data-folder.ts'
import { answered, expectScimRefusal, newSource, newSyncedGroup, newSyncedUser, type Source, urns } from '../../../kit/scim.ts'
import { startTestServer } from '../../../kit/server.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
let source: Source
let users: string[]
let groups: string[]

beforeAll(async () => {
  source = await newSource(shared.server)
  users = []
  for (const n of [1, 2, 3]) {
    shared.clock.pass(1)
    users.push(await newSyncedUser(source, { userName: `user-${n}`, externalId: 'shared' }))
  }
  const [first = '', second = ''] = users
  groups = []
  const made: [string[], object][] = [
    [[first, second], { displayName: 'B', externalId: 'g' }],
    [[first], { displayName: 'a' }],
    [[], { displayName: 'C' }],
  ]
  for (const [members, fields] of made) {
    shared.clock.pass(1)
    groups.push(await newSyncedGroup(source, members, fields))
  }
})

const list = (path: string, query: Record<string, string>) => source.scim('GET', `${path}?${new URLSearchParams(query)}`)
const idsOf = async (path: string, query: Record<string, string>): Promise<string[]> => {
  const { body } = await answered(list(path, query), 200)
  return (body.Resources as { id: string }[]).map(({ id }) => id)
}

test.each<Record<string, string>>([
  { startIndex: 'one' },
  { startIndex: '1.5' },
  { count: 'all' },
  { count: '99999999999999999999' },
  { count: '' },
  { sortOrder: 'down' },
  { sortBy: 'title' },
  { sortBy: 'nothing' },
  { sortBy: 'id' },
  { attributes: 'userName', excludedAttributes: 'name' },
])('refused in the query of either list: %j', async (query) => {
  for (const path of ['/Users', '/Groups']) await expectScimRefusal(list(path, query), 400, 'invalidValue', /[一-鿿]/)
})

test.each([
  { count: '5', startIndex: {} },
  { filter: 5 },
  { attributes: [5] },
  { attributes: {} },
  { sortOrder: [] },
  { count: 1.5 },
  { attributes: ['userName'], excludedAttributes: ['name'] },
])('refused in the body of any search: %j', async (body) => {
  for (const path of ['/Users/.search', '/Groups/.search', '/.search']) {
    await expectScimRefusal(source.scim('POST', path, body), 400, 'invalidValue', /[一-鿿]/)
  }
})

test('a search that is none, a filter that is none, two kinds sorted together', async () => {
  for (const path of ['/Users/.search', '/Groups/.search', '/.search']) {
    await expectScimRefusal(source.scim('POST', path, { schemas: [urns.patch] }), 400, 'invalidSyntax', 'SearchRequest')
    await expectScimRefusal(source.scim('POST', path, { filter: 'x' }), 400, 'invalidFilter', 'filter')
  }
  await expectScimRefusal(source.scim('POST', '/.search', { sortBy: 'meta.created' }), 400, 'invalidValue', 'sortBy')
  await expectScimRefusal(list('/Groups', { filter: 'userName eq "x"' }), 400, 'invalidFilter', 'userName')
})

test.each(['attributes', 'excludedAttributes'])(
  '%s has 256 different names at most, in a query as in a body, however often they are repeated',
  async (list) => {
    const names = ['userName', ...Array.from({ length: 255 }, (_, index) => `name${index}`)]
    const tooMany = [...names, 'one.more']
    for (const path of ['/Users', '/Groups', `/Users/${users[0]}`]) {
      const query = new URLSearchParams({ [list]: tooMany.join() })
      await expectScimRefusal(source.scim('GET', `${path}?${query}`), 400, 'invalidValue', /256.*257/)
    }
    for (const path of ['/Users/.search', '/Groups/.search', '/.search']) {
      await expectScimRefusal(source.scim('POST', path, { [list]: tooMany }), 400, 'invalidValue', /256.*257/)
    }
    const repeated = Array.from({ length: 20 }, () => names).flat()
    const body = { filter: 'userName eq "user-1"', [list]: [...repeated, ...names.map((name) => name.toUpperCase())] }
    const [user] = (await answered(source.scim('POST', '/Users/.search', body), 200)).body.Resources
    expect(user.userName).toBe(list === 'attributes' ? 'user-1' : undefined)
  },
)

describe('groups', () => {
  test('sorted by name or by age', async () => {
    const [b, a, c] = groups
    expect(await idsOf('/Groups', {})).toEqual([b, a, c])
    expect(await idsOf('/Groups', { sortBy: 'meta.created', sortOrder: 'descending' })).toEqual([c, a, b])
    expect(await idsOf('/Groups', { sortBy: `${urns.group}:DISPLAYNAME`, count: '2' })).toHaveLength(2)
  })

  test('found by a member, alone or beside something else', async () => {
    const [b, a] = groups
    const [first, second, third] = users
    expect(await idsOf('/Groups', { filter: `members.value eq "${first}"` })).toEqual([b, a])
    expect(await idsOf('/Groups', { filter: `members[value eq "${first}"] and displayName eq "A"` })).toEqual([a])
    expect(await idsOf('/Groups', { filter: `displayName sw "b" and members eq "${second}"` })).toEqual([b])
    expect(await idsOf('/Groups', { filter: `members.value eq "${third}"` })).toEqual([])
    const { body } = await answered(
      source.scim('POST', '/Groups/.search', { filter: `members.value eq "${second}"`, ATTRIBUTES: 'members' }),
      200,
    )
    expect(body.Resources).toMatchObject([{ id: b, members: [{ type: 'User' }, { type: 'User' }] }])
  })

  test.each([
    'members pr',
    'not (members.value eq "x")',
    'members.value eq "x" or displayName eq "A"',
    'members.value eq "x" and members.value eq "y"',
    'members[value eq "x" and type eq "User"]',
    'members.display eq "x"',
    'members.value ne "x"',
  ])('refused rather than answered wrongly: %s', async (filter) => {
    await expectScimRefusal(list('/Groups', { filter }), 400, 'invalidFilter', 'members')
  })

  test('found by name and by the id at the source, in the letter case that each has', async () => {
    const [b] = groups
    expect(await idsOf('/Groups', { filter: 'displayName eq "b"' })).toEqual([b])
    expect(await idsOf('/Groups', { filter: 'externalId eq "g"' })).toEqual([b])
    expect(await idsOf('/Groups', { filter: 'externalId eq "G"' })).toEqual([])
    expect(await idsOf('/Groups', { filter: `id eq "${b}" and displayName eq "C"` })).toEqual([])
  })
})

describe('users', () => {
  test('several of one id at the source, by page', async () => {
    expect(await idsOf('/Users', { filter: 'externalId eq "shared"', sortBy: 'userName' })).toEqual(users)
    expect(await idsOf('/Users', { filter: 'externalId eq "shared"', startIndex: '2', count: '1' })).toEqual([users[1]])
    expect(await idsOf('/Users', { filter: 'userName sw "user-"', startIndex: '3' })).toEqual([users[2]])
    expect(await idsOf('/Users', { filter: 'externalId eq ""' })).toEqual([])
  })

  test('their groups are shown, and are not filtered by', async () => {
    const { body } = await answered(list('/Users', { filter: 'userName eq "user-1"' }), 200)
    expect(body.Resources[0].groups).toEqual(
      [
        { value: groups[0], display: 'B' },
        { value: groups[1], display: 'a' },
      ].map((each) => ({ ...each, type: 'direct', $ref: `${shared.server.url}/scim/v2/Groups/${each.value}` })),
    )
    await expectScimRefusal(list('/Users', { filter: 'groups.value eq "x"' }), 400, 'invalidFilter', 'groups')
  })
})

test('a search over both kinds goes from the users to the groups, page by page', async () => {
  const all = [...users, ...groups]
  for (const startIndex of [1, 2, 3, 4, 6, 7]) {
    const { body } = await answered(source.scim('POST', '/.search', { startIndex, count: 2 }), 200)
    expect(body.totalResults).toBe(6)
    expect((body.Resources as { id: string }[]).map(({ id }) => id)).toEqual(all.slice(startIndex - 1, startIndex + 1))
  }
})

test('no query text brings the server down', async () => {
  const names = fc.constantFrom('filter', 'sortBy', 'sortOrder', 'startIndex', 'count', 'attributes', 'excludedAttributes')
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('userName eq "%00"', 'id eq "\\u0000"', '-0', '1e9', '9007199254740993'),
  )
  const query = fc.array(fc.tuple(names, value), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(query, fc.constantFrom('/Users', '/Groups', '/Users/x'), async (pairs, path) => {
      const text = pairs.map(([name, each]) => `${name}=${encodeURIComponent(each.toWellFormed())}`).join('&')
      const { status, body } = await source.scim('GET', `${path}?${text}`)
      expect([200, 400, 404]).toContain(status)
      if (status === 400) expect(body).toMatchObject({ scimType: expect.stringMatching(/^invalid(Filter|Value)$/) })
    }),
    { numRuns: 300 },
  )
  await answered(source.scim('GET', '/Users?filter=%&attributes=%zz%FF'), 400)
})

test('a page whose groups have too many members to be shown says so', async () => {
  const server = await startTestServer()
  try {
    const own = await newSource(server)
    const group = await newSyncedGroup(own)
    // Nobody makes a hundred thousand members for this: the number that is kept of them is enough.
    const database = new DatabaseSync(databaseIn(server.folder))
    database.prepare('update groups set member_count = 100001').run()
    database.close()
    await expectScimRefusal(own.scim('GET', '/Groups?attributes=members'), 400, 'tooMany', 'count')
    await expectScimRefusal(own.scim('POST', '/Groups/.search', { attributes: ['members'] }), 400, 'tooMany', 'count')
    await expectScimRefusal(own.scim('POST', '/.search', { attributes: ['members'] }), 400, 'tooMany', 'count')
    await answered(own.scim('GET', `/Groups/${group}`), 200)
    await answered(own.scim('GET', '/Groups'), 200)
  } finally {
    await server.stop()
  }
})
