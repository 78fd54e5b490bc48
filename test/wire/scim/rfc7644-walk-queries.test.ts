import { beforeAll, describe, expect, test } from 'vitest'
import { answered, expectScimRefusal, newSource, newSyncedGroup, type Resource, type Source, urns } from '../../kit/scim.ts'
import { sharedServer } from '../../kit/shared-server.ts'

// RFC 7644, sections 3.4.2, 3.4.3 and 3.9.

const shared = sharedServer()
const message = 'urn:ietf:params:scim:api:messages:2.0'

const people = {
  bjensen: {
    name: { familyName: 'Jensen', givenName: 'Barbara' },
    title: 'Tour Guide',
    userType: 'Employee',
    emails: [
      { value: 'bjensen@example.com', type: 'work', primary: true },
      { value: 'babs@jensen.org', type: 'home' },
    ],
    [urns.enterprise]: { employeeNumber: '701984' },
  },
  jsmith: {
    name: { familyName: 'Smith', givenName: 'James' },
    userType: 'Intern',
    emails: [{ value: 'jsmith@example.org', type: 'home' }],
  },
  jomalley: {
    name: { familyName: "O'Malley", givenName: 'Jo' },
    userType: 'Employee',
    emails: [{ value: 'jo@example.net', type: 'work' }],
  },
  quiet: { externalId: 'q-1', active: false },
}

let source: Source
let group: string
const ids: Record<string, string> = {}

beforeAll(async () => {
  source = await newSource(shared.server)
  for (const [userName, fields] of Object.entries(people)) {
    ids[userName] = (await answered(source.scim('POST', '/Users', { schemas: [urns.user], userName, ...fields }), 201)).body.id
  }
  group = await newSyncedGroup(source, [ids.bjensen as string], { displayName: 'Tour Guides' })
})

async function list(query: Record<string, string>, path = '/Users'): Promise<Resource> {
  return (await answered(source.scim('GET', `${path}?${new URLSearchParams(query)}`), 200)).body
}

async function found(filter: string): Promise<string[]> {
  const { Resources, totalResults } = await list({ filter })
  const names = (Resources as { userName: string }[]).map(({ userName }) => userName).sort()
  expect(totalResults).toBe(names.length)
  return names
}

describe('3.4.2.2 filters, those of the RFC among them', () => {
  test.each<[string, string[]]>([
    ['userName eq "bjensen"', ['bjensen']],
    ['name.familyName co "O\'Malley"', ['jomalley']],
    ['userName sw "J"', ['jomalley', 'jsmith']],
    [`${urns.user}:userName sw "J"`, ['jomalley', 'jsmith']],
    ['title pr', ['bjensen']],
    ['meta.lastModified gt "2011-05-13T04:42:34Z"', ['bjensen', 'jomalley', 'jsmith', 'quiet']],
    ['meta.lastModified ge "2999-05-13T04:42:34Z"', []],
    ['meta.lastModified lt "2999-05-13T04:42:34Z"', ['bjensen', 'jomalley', 'jsmith', 'quiet']],
    ['meta.lastModified le "2011-05-13T04:42:34Z"', []],
    ['title pr and userType eq "Employee"', ['bjensen']],
    ['title pr or userType eq "Intern"', ['bjensen', 'jsmith']],
    [`schemas eq "${urns.enterprise}"`, ['bjensen']],
    ['userType eq "Employee" and (emails co "example.com" or emails.value co "example.net")', ['bjensen', 'jomalley']],
    ['userType ne "Employee" and not (emails co "example.com" or emails.value co "example.net")', ['jsmith', 'quiet']],
    ['userType eq "Employee" and (emails.type eq "work")', ['bjensen', 'jomalley']],
    ['userType eq "Employee" and emails[type eq "work" and value co "@example.com"]', ['bjensen']],
    ['emails[type eq "home" and value co "@example.org"] or name.givenName eq "Jo"', ['jomalley', 'jsmith']],
    ['emails[type eq "work" and value co "@jensen.org"]', []],
    [`${urns.enterprise}:employeeNumber eq "701984"`, ['bjensen']],
    ['active eq false', ['quiet']],
    ['externalId eq "q-1"', ['quiet']],
    ['externalId eq "Q-1"', []],
    ['USERNAME EQ "BJENSEN"', ['bjensen']],
    ['emails.value eq "babs@jensen.org"', ['bjensen']],
    ['emails[type eq "home"].value eq "babs@jensen.org"', ['bjensen']],
    ['emails.value eq "JO@Example.NET"', ['jomalley']],
    ['not (userName eq "quiet")', ['bjensen', 'jomalley', 'jsmith']],
    ['userName eq "nobody"', []],
  ])('%s', async (filter, names) => {
    expect(await found(filter)).toEqual(names)
  })

  test.each([
    'userName',
    'userName eq',
    'userName is "x"',
    'nothing eq "x"',
    '(userName eq "x"',
    'userName eq "x" and',
    'emails[type eq "work"',
  ])('not a filter: %s', async (filter) => {
    const call = source.scim('GET', `/Users?filter=${encodeURIComponent(filter)}`)
    await expectScimRefusal(call, 400, 'invalidFilter', /[一-鿿]/)
  })

  test('groups by name and by member', async () => {
    for (const filter of ['displayName eq "Tour Guides"', `members.value eq "${ids.bjensen}"`, `members[value eq "${ids.bjensen}"]`]) {
      expect(await list({ filter }, '/Groups')).toMatchObject({ totalResults: 1, Resources: [{ id: group }] })
    }
    expect(await list({ filter: `members.value eq "${ids.jsmith}"` }, '/Groups')).toMatchObject({ totalResults: 0 })
  })
})

describe('3.4.2.3 sorting and 3.4.2.4 paging', () => {
  const names = ({ Resources }: Resource) => (Resources as { userName: string }[]).map(({ userName }) => userName)

  test('in either order', async () => {
    expect(names(await list({ sortBy: 'userName' }))).toEqual(['bjensen', 'jomalley', 'jsmith', 'quiet'])
    expect(names(await list({ sortBy: 'userName', sortOrder: 'descending' }))).toEqual(['quiet', 'jsmith', 'jomalley', 'bjensen'])
  })

  test('page after page, with the total on each', async () => {
    const page = await list({ sortBy: 'userName', startIndex: '2', count: '2' })
    expect(page).toMatchObject({ schemas: [`${message}:ListResponse`], totalResults: 4, startIndex: 2, itemsPerPage: 2 })
    expect(names(page)).toEqual(['jomalley', 'jsmith'])
    expect(await list({ startIndex: '9' })).toMatchObject({ totalResults: 4, itemsPerPage: 0 })
  })

  test('a count of none, a start before the first, a count below none', async () => {
    expect(await list({ count: '0' })).toMatchObject({ totalResults: 4, itemsPerPage: 0 })
    expect(await list({ startIndex: '0', count: '1' })).toMatchObject({ totalResults: 4, startIndex: 1, itemsPerPage: 1 })
    expect(await list({ count: '-3' })).toMatchObject({ totalResults: 4, itemsPerPage: 0 })
  })
})

describe('3.4.3 querying with POST', () => {
  const search = {
    schemas: [`${message}:SearchRequest`],
    filter: 'userName sw "j"',
    sortBy: 'userName',
    attributes: ['userName'],
    startIndex: 1,
    count: 10,
  }

  test('on a type', async () => {
    const { body } = await answered(source.scim('POST', '/Users/.search', search), 200)
    expect(body).toMatchObject({ schemas: [`${message}:ListResponse`], totalResults: 2 })
    expect(body.Resources).toEqual([
      { schemas: expect.any(Array), id: ids.jomalley, userName: 'jomalley' },
      { schemas: expect.any(Array), id: ids.jsmith, userName: 'jsmith' },
    ])
  })

  test('on all types at once', async () => {
    const filter = 'displayName eq "Tour Guides" or userName eq "jsmith"'
    const { body } = await answered(source.scim('POST', '/.search', { schemas: search.schemas, filter }), 200)
    expect(body.totalResults).toBe(2)
    expect((body.Resources as { id: string }[]).map(({ id }) => id).sort()).toEqual([group, ids.jsmith].sort())
  })
})

describe('3.9 attributes and excludedAttributes', () => {
  const one = (query: string, path = `/Users/${ids.bjensen}`) => answered(source.scim('GET', `${path}?${query}`), 200)

  test('only these, and what is always there', async () => {
    expect((await one('attributes=userName,name.givenName')).body).toEqual({
      schemas: expect.any(Array),
      id: ids.bjensen,
      userName: 'bjensen',
      name: { givenName: 'Barbara' },
    })
  })

  test('all but these, of which id is never one', async () => {
    const { body } = await one('excludedAttributes=emails,name.familyName,id')
    expect(body).toMatchObject({ id: ids.bjensen, userName: 'bjensen', name: { givenName: 'Barbara' } })
    expect(body).not.toHaveProperty('emails')
    expect(body.name).not.toHaveProperty('familyName')
  })

  test('an extension, with its URN', async () => {
    const { body } = await one(`attributes=${urns.enterprise}:employeeNumber`)
    expect(body).toMatchObject({ id: ids.bjensen, [urns.enterprise]: { employeeNumber: '701984' } })
    expect(body).not.toHaveProperty('userName')
  })

  test('members of a group when they are wanted', async () => {
    expect((await one('excludedAttributes=members', `/Groups/${group}`)).body).not.toHaveProperty('members')
    expect((await one('', `/Groups/${group}`)).body.members).toMatchObject([
      { value: ids.bjensen, $ref: expect.stringContaining(ids.bjensen as string) },
    ])
    expect((await list({}, '/Groups')).Resources[0]).not.toHaveProperty('members')
    expect((await list({ attributes: 'members' }, '/Groups')).Resources[0].members).toMatchObject([{ value: ids.bjensen }])
  })

  test('the answer to a creation too', async () => {
    const { body } = await answered(
      source.scim('POST', '/Groups?attributes=displayName', { schemas: [urns.group], displayName: 'Short' }),
      201,
    )
    expect(Object.keys(body).sort()).toEqual(['displayName', 'id', 'schemas'])
    await answered(source.scim('DELETE', `/Groups/${body.id}`), 204)
  })
})
