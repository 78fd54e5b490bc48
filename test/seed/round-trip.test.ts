import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { accountsStream } from '../../src/directory/events.ts'
import { deleteOrganization } from '../../src/directory/leaving/delete-organization.ts'
import { documentSchema } from '../../src/seed/schema/document.ts'
import { type Content, contentOf } from '../kit/content.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { complaints, emptyDirectory, exported, seed, sessionOn } from '../kit/seeding.ts'
import { wholeDocument } from './whole-document.ts'

/** Secrets, history, and what a directory keeps of itself: in no document. */
const notExported = [
  ...['access_keys', 'event_streams', 'events', 'migrations', 'settings', 'sqlite_sequence', 'deleted_job_families'],
  // Apps, with what is theirs: their secrets can't leave, and nothing else tells them apart.
  ...['developers', 'apps', 'installations', 'access_tokens', 'user_grants', 'consented_scopes', 'app_tickets', 'kept_answers'],
  ...['event_followers', 'event_deliveries', 'long_connections'],
  // Nobody can say their secrets any more: a source is given a new one.
  'source_credentials',
  // A bridge knows users, groups and departments by ids that a document does not have: it is set up again, and takes over what is there.
  ...['bridges', 'bridge_links'],
]
/** Columns that are drawn anew: a password that nobody knows, what is counted for memory's sake, and numbers that nobody sees. */
const drawn = ['password_digest', 'users_version', 'number', 'users_made', 'groups_made']

/** Who is in what, by ids. */
function memberships({ users = [], groups = [], memberships: rows = [] }: Content): string[] {
  const ids = (list: readonly string[]) =>
    new Map(list.map((row) => JSON.parse(row)).map(({ zone, number, id }) => [`${zone} ${number}`, id] as const))
  const [user, group] = [ids(users), ids(groups)]
  return rows
    .map((row) => JSON.parse(row))
    .map(({ zone, group_number, user_number, ...row }) => {
      return JSON.stringify({ ...row, zone, group: group.get(`${zone} ${group_number}`), user: user.get(`${zone} ${user_number}`) })
    })
}

function comparable(content: Content): Content {
  const tables = Object.entries({ ...content, memberships: memberships(content) }).filter(([table]) => !notExported.includes(table))
  const rows = (list: readonly string[]) =>
    list.map((row) => JSON.stringify({ ...JSON.parse(row), ...Object.fromEntries(drawn.map((name) => [name, 0])) }))
  return Object.fromEntries(tables.map(([table, list]) => [table, rows(list).sort()]))
}

onEveryEngine('a directory that was exported', (engine) => {
  test('comes back the same from its export: the same document, the same rows', async () => {
    const original = await emptyDirectory(engine)
    await seed(original, wholeDocument)
    const document = await exported(original)
    const copy = await emptyDirectory(engine)
    await seed(copy, document)
    expect(await exported(copy)).toBe(document)
    expect(comparable(await contentOf(copy))).toEqual(comparable(await contentOf(original)))
  })

  test('keeps the address of an account whose organization was deleted since', async () => {
    const original = await emptyDirectory(engine)
    await seed(
      original,
      `rollcall: 1
accounts:
  - { uin: 110000000001, name: Works, verification: enterprise }
  - { uin: 110000000002, name: Shop }
organizations:
  - manager: Works
    id: 123456789
    mailBindings: [{ account: Shop, email: Shop@works.example, phone: "13800000000", status: success }]
`,
    )
    await sessionOn(original).write(accountsStream, (tx) => deleteOrganization(tx, 123456789))
    const document = await exported(original)
    expect(parse(document)).toMatchObject({
      mailBindings: [{ organization: 123456789, account: 110000000002, email: 'Shop@works.example' }],
    })
    const copy = await emptyDirectory(engine)
    expect(await seed(copy, document)).toEqual({ account: 2, 'mail binding': 1 })
    expect(await exported(copy)).toBe(document)
    expect(comparable(await contentOf(copy))).toEqual(comparable(await contentOf(original)))
    expect(await seed(copy, document)).toEqual({})
    const another = `rollcall: 1
organizations:
  - { manager: Works, mailBindings: [{ account: Works, email: shop@WORKS.example, phone: "1" }] }
`
    expect(await complaints(copy, another)).toEqual([expect.stringContaining('shop@WORKS.example')])
    const there = `rollcall: 1
organizations: [{ manager: Works, id: 123456789 }]
mailBindings: [{ organization: 123456789, account: Works, email: a@b.example, phone: "1" }]
`
    expect(await complaints(copy, there)).toEqual([
      'company.yaml:3:32: mailBindings[0].organization: 123456789 is not deleted. Write this under its own `mailBindings`.',
    ])
    const changed = document.replace('Shop@works.example', 'other@works.example')
    expect(await complaints(copy, changed)).toEqual([expect.stringContaining('A seed changes nothing that is there')])
  })

  test('has two members of one name where older versions let them in', async () => {
    const text = `rollcall: 1
accounts:
  - { uin: 110000000001, name: Works, verification: enterprise }
  - { uin: 110000000002, name: Shop }
  - { uin: 110000000003, name: Shop }
organizations:
  - { manager: Works, id: 123456789, members: [{ account: 110000000002 }, { account: 110000000003 }] }
`
    const original = await emptyDirectory(engine)
    expect(await seed(original, text)).toMatchObject({ member: 2 })
    const document = await exported(original)
    const copy = await emptyDirectory(engine)
    await seed(copy, document)
    expect(await exported(copy)).toBe(document)
    expect(await seed(copy, document)).toEqual({})
    const another = text
      .replace('[{ account: 110000000002 }', '[{ account: New, name: Shop }')
      .replace('accounts:', 'accounts:\n  - { name: New }')
    expect(await complaints(copy, another)).toEqual([expect.stringContaining('the organization has another member called "Shop"')])
  })

  test('has no records of created members where there were none', async () => {
    const original = await emptyDirectory(engine)
    const text = `rollcall: 1
accounts:
  - { name: Works, verification: enterprise }
  - { name: Shop, createdIn: Works }
organizations:
  - { manager: Works, members: [{ account: Shop }], creations: [] }
`
    await seed(original, text)
    const document = await exported(original)
    const [{ creations, members }] = parse(document).organizations
    expect([creations, members.map(({ kind }: { kind: string }) => kind).sort()]).toEqual([[], ['created', 'invited']])
    const copy = await emptyDirectory(engine)
    await seed(copy, document)
    expect(comparable(await contentOf(copy))).toEqual(comparable(await contentOf(original)))
    expect((await contentOf(copy)).creation_records).toEqual([])
  })

  test('holds every table that there is, so that none is forgotten', async () => {
    const directory = await emptyDirectory(engine)
    await seed(directory, wholeDocument)
    const empty = Object.entries(comparable(await contentOf(directory))).filter(([, rows]) => rows.length === 0)
    expect(empty).toEqual([])
  })

  test('what was written is what is exported', async () => {
    const directory = await emptyDirectory(engine)
    await seed(directory, wholeDocument)
    const given = parse(wholeDocument)
    const told = parse(await exported(directory))
    expect({ ...told.zones[0], users: [], groups: [] }).toEqual({ ...given.zones[0], users: [], groups: [] })
    expect(byName(told.zones[0].users)).toEqual(byName(given.zones[0].users))
    expect(told.organizations[0].nodes).toEqual([
      { ...given.organizations[0].nodes[0], nodes: byName(given.organizations[0].nodes[0].nodes) },
    ])
    expect(told.organizations[0].members).toEqual(given.organizations[0].members)
    expect(told.accounts).toEqual(given.accounts)
  })

  test('seeding it again changes nothing, whichever of the two documents is seeded', async () => {
    const directory = await emptyDirectory(engine)
    await seed(directory, wholeDocument)
    const before = await contentOf(directory)
    expect(await seed(directory, wholeDocument)).toEqual({})
    expect(await seed(directory, await exported(directory))).toEqual({})
    expect(await contentOf(directory)).toEqual(before)
  })
})

const byName = (list: { name: string }[]) => list.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))

test('the whole document has every member that the schema knows', () => {
  const { accounts, organizations, zones, companies } = parse(wholeDocument)
  const unused = (schema: { properties: object }, things: object[]) =>
    Object.keys(schema.properties).filter((name) => !things.some((thing) => Object.hasOwn(thing, name)))
  const { properties } = documentSchema
  // Secrets are never exported, so no export has keys.
  expect(unused(properties.accounts.items, accounts)).toEqual(['keys'])
  expect(unused(properties.organizations.items, organizations)).toEqual([])
  expect(unused(properties.zones.items, zones)).toEqual([])
  const { members, invitations, services, mailBindings } = properties.organizations.items.properties
  expect(unused(members.items, organizations[0].members)).toEqual([])
  expect(unused(invitations.items, organizations[0].invitations)).toEqual([])
  expect(unused(services.items, organizations[0].services)).toEqual([])
  expect(unused(mailBindings.items, organizations[0].mailBindings)).toEqual([])
  expect(unused(properties.mailBindings.items, parse(wholeDocument).mailBindings)).toEqual([])
  const { users, groups } = properties.zones.items.properties
  expect(unused(users.items, zones[0].users)).toEqual([])
  expect(unused(groups.items, zones[0].groups)).toEqual([])
  const { items: company } = properties.companies
  expect(unused(company, companies)).toEqual([])
  const lists = [
    'customAttributes',
    'employeeTypes',
    'jobFamilies',
    'jobLevels',
    'jobTitles',
    'workCities',
    'units',
    'people',
    'groups',
    'roles',
  ]
  for (const list of lists as (keyof typeof company.properties & 'people')[])
    expect([list, unused(company.properties[list].items, companies[0][list])]).toEqual([list, []])
  expect(unused(company.properties.departments.items.$defs.companyDepartment, companies[0].departments)).toEqual([])
})
