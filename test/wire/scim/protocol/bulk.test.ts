import { beforeAll, describe, expect, test } from 'vitest'
import {
  answered,
  expectMembers,
  expectScimRefusal,
  expectUnchanged,
  newSource,
  newSyncedUser,
  patchOf,
  type Resource,
  type Source,
  urns,
} from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
let source: Source

beforeAll(async () => {
  source = await newSource(shared.server)
})

interface Told {
  readonly status: string
  readonly location?: string
  readonly version?: string
  readonly response?: Resource
}

async function bulk(...Operations: object[]): Promise<Told[]> {
  return (await answered(source.scim('POST', '/Bulk', { Operations }), 200)).body.Operations
}

const idOf = (told: Told | undefined) => told?.location?.split('/').at(-1) as string
const user = (bulkId: string, userName: string, more: object = {}) => ({
  method: 'POST',
  path: '/Users',
  bulkId,
  data: { userName, ...more },
})
const managed = (by: string) => ({ [urns.enterprise]: { manager: { value: by } } })

describe('references', () => {
  test('to what comes later: it is done first, and told in its own place', async () => {
    const data = { displayName: 'Later', members: [{ value: 'bulkId:one' }, { value: 'bulkId:two' }] }
    const told = await bulk({ method: 'POST', path: '/Groups', bulkId: 'group', data }, user('one', 'later-1'), user('two', 'later-2'))
    expect(told.map(({ status }) => status)).toEqual(['201', '201', '201'])
    await expectMembers(source, idOf(told[0]), [idOf(told[1]), idOf(told[2])])
  })

  test('in the path, in the path of a PATCH and in a value', async () => {
    const told = await bulk(
      user('a', 'path-a'),
      user('b', 'path-b'),
      {
        method: 'POST',
        path: '/Groups',
        bulkId: 'g',
        data: { displayName: 'Paths', members: [{ value: 'bulkId:a' }, { value: 'bulkId:b' }] },
      },
      { method: 'PATCH', path: '/Groups/bulkId:g', data: patchOf({ op: 'remove', path: 'members[value eq "bulkId:a"]' }) },
      { method: 'PUT', path: '/Users/bulkId:a', data: { userName: 'path-a', ...managed('bulkId:b') } },
    )
    expect(told.map(({ status }) => status)).toEqual(['201', '201', '201', '204', '200'])
    await expectMembers(source, idOf(told[2]), [idOf(told[1])])
    const { body } = await answered(source.scim('GET', `/Users/${idOf(told[0])}`), 200)
    expect(body[urns.enterprise].manager).toEqual({ value: idOf(told[1]) })
  })

  test('round in a circle: 409, and nothing is made of it; so too to itself', async () => {
    const told = await bulk(
      user('x', 'round-x', managed('bulkId:y')),
      user('y', 'round-y', managed('bulkId:x')),
      user('z', 'round-z', managed('bulkId:z')),
    )
    expect(told.map(({ status }) => status).sort()).toEqual(['400', '409', '409'])
    for (const { response } of told)
      expect(response).toMatchObject({ schemas: [urns.error], detail: expect.stringMatching(/bulkId:[xyz].*[一-鿿]/) })
    const { body } = await answered(source.scim('GET', `/Users?filter=${encodeURIComponent('userName sw "round-"')}`), 200)
    expect(body.totalResults).toBe(0)
  })

  test('to nothing, and to what failed', async () => {
    const told = await bulk(
      user('bad', 'not a name'),
      user('needs', 'needs-bad', managed('bulkId:bad')),
      user('lost', 'lost', managed('bulkId:nowhere')),
      user('fine', 'fine'),
      user('fine', 'fine-again'),
    )
    expect(told.map(({ status }) => status)).toEqual(['400', '400', '400', '201', '400'])
    expect(told[1]?.response.detail).toContain('bulkId:bad')
    expect(told[2]?.response.detail).toContain('bulkId:nowhere')
    expect(told[4]?.response).toMatchObject({ scimType: 'invalidValue', detail: expect.stringContaining('bulkId:fine') })
  })
})

test('each operation is refused for itself, with the answer that it would have had alone', async () => {
  const there = await newSyncedUser(source, { userName: 'there' })
  const told = await bulk(
    user('1', 'there'),
    { method: 'GET', path: `/Users/${there}` },
    { method: 'POST', path: '/Devices', bulkId: '3', data: {} },
    { method: 'POST', path: '/Users', data: { userName: 'without-bulk-id' } },
    { method: 'PUT', path: `/Users/${there}` },
    { method: 'DELETE', path: '/Users' },
    { method: 'DELETE', path: `/Users/${there}`, version: 'W/"77"' },
    { method: 'DELETE', path: `/Users/${there}`, version: 7 },
    { method: 'DELETE', path: '/Groups/g-none' },
    { method: 'PATCH', path: `/Users/${there}`, data: patchOf({ op: 'add', path: 'nothing', value: 'x' }) },
    {},
    { method: 'delete', path: `/Users/${there}`, version: 'W/"1"' },
  )
  const types = told.map(({ status, response }) => [status, response?.scimType])
  const malformed = ['400', 'invalidSyntax']
  expect(types).toEqual([
    ['409', 'uniqueness'],
    malformed,
    malformed,
    malformed,
    malformed,
    malformed,
    ['412', undefined],
    malformed,
    ['404', undefined],
    ['400', 'invalidPath'],
    malformed,
    ['204', undefined],
  ])
  expect(told[11]).toEqual({ method: 'DELETE', status: '204', location: `${shared.server.url}/scim/v2/Users/${there}` })
  await expectScimRefusal(source.scim('GET', `/Users/${there}`), 404, undefined, there)
})

test('what failed is told with its place, but what was not made has none', async () => {
  // RFC 7644 §3.7: location is required in a response, except in the event of a POST failure.
  const there = await newSyncedUser(source)
  const told = await bulk(
    { method: 'DELETE', path: `/Users/${there}`, version: 'W/"77"' },
    { method: 'PUT', path: `/users/${there}` },
    { method: 'PATCH', path: '/Groups/g-none', data: patchOf({ op: 'add', path: 'displayName', value: 'x' }) },
    user('made', 'made-and-placed'),
    { method: 'PATCH', path: '/Users/bulkId:made', data: patchOf({ op: 'add', path: 'nothing', value: 'x' }) },
    { method: 'DELETE', path: '/Users/bulkId:nowhere' },
    user('bad', 'not a name'),
    { method: 'GET', path: `/Users/${there}` },
  )
  const base = `${shared.server.url}/scim/v2`
  expect(told.map(({ status, location }) => [status, location])).toEqual([
    ['412', `${base}/Users/${there}`],
    ['400', `${base}/Users/${there}`],
    ['404', `${base}/Groups/g-none`],
    ['201', `${base}/Users/${idOf(told[3])}`],
    ['400', told[3]?.location],
    ['400', undefined],
    ['400', undefined],
    ['400', undefined],
  ])
})

test('a version of line breaks or of very many characters is refused at once', async () => {
  const there = await newSyncedUser(source)
  const deletion = (version: string) => ({ method: 'DELETE', path: `/Users/${there}`, version })
  const dots = '.'.repeat(50_000)
  const told = await bulk(
    deletion(`"${dots}\n"`),
    deletion('W/"1\n"'),
    deletion(`W/"1.${'x'.repeat(1019)}"`),
    deletion(`W/"1.${'x'.repeat(1018)}"`),
  )
  expect(told.map(({ status, response }) => [status, response?.scimType])).toEqual([
    ['400', 'invalidSyntax'],
    ['400', 'invalidSyntax'],
    ['400', 'invalidSyntax'],
    ['204', undefined],
  ])
})

test('versions are told, and events name each operation', async () => {
  const [made, changed] = await bulk(user('v', 'versioned'), {
    method: 'PUT',
    path: '/Users/bulkId:v',
    data: { userName: 'versioned', title: 'x' },
  })
  expect([made?.version, changed?.version]).toEqual(['W/"1"', 'W/"2"'])
})

test('failOnErrors counts what failed, and what was not begun is not told', async () => {
  const Operations = [user('a', 'no name'), user('b', 'stops-b'), user('c', 'no name'), user('d', 'stops-d')]
  const { body } = await answered(source.scim('POST', '/Bulk', { failOnErrors: 2, Operations }), 200)
  expect((body.Operations as Told[]).map(({ status }) => status)).toEqual(['400', '201', '400'])
})

test.each<[string, object, number, string | undefined]>([
  ['no operations', {}, 400, 'invalidSyntax'],
  ['an operation that is none', { Operations: ['x'] }, 400, 'invalidSyntax'],
  ['another message', { schemas: [urns.patch], Operations: [] }, 400, 'invalidSyntax'],
  ['errors that cannot be counted', { failOnErrors: 'two', Operations: [] }, 400, 'invalidValue'],
  ['no errors at all', { failOnErrors: 0, Operations: [] }, 400, 'invalidValue'],
  ['more than 1 MiB', { Operations: [user('a', 'large', { title: 'x'.repeat(1_048_576) })] }, 413, undefined],
])('refused as a whole: %s', async (_, body, status, scimType) => {
  await expectUnchanged(shared.server, source, () => source.scim('POST', '/Bulk', body), status, scimType, /[一-鿿]/)
})

test('it is many transactions, so it is not rehearsed', async () => {
  const call = () => source.scim('POST', '/Bulk', { Operations: [user('a', 'rehearsed')] }, { 'x-rollcall-dry-run': 'true' })
  await expectUnchanged(shared.server, source, call, 400, 'invalidValue', 'rehearse')
})
