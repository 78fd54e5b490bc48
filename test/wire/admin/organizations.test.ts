import { afterAll, beforeAll, expect, test } from 'vitest'
import { organizationQuotas, zoneQuotas } from '../../../src/directory/limits.ts'
import { findZone } from '../../../src/storage/tables/zones.ts'
import { type Admin, eventsOf, openAdmin } from './admin-kit.ts'
import { newGroup, newOrganization, newUser, newZone } from './organization-kit.ts'

let admin: Admin
beforeAll(async () => {
  admin = await openAdmin()
})
afterAll(async () => {
  expect(admin.faults).toEqual([])
  await admin.stop()
})

const defaults = Object.fromEntries(Object.entries(zoneQuotas).map(([name, quota]) => [name, quota.default]))
const limits = Object.fromEntries(Object.entries(organizationQuotas).map(([name, quota]) => [name, quota.default]))

/** Source: the defaults that the reference of PATCH /admin/v1/organizations documents. */
const facts = {
  deletionPermission: false,
  openedPermissions: [],
  sharesInUse: false,
  sharedNodes: [],
  policiesEnabled: false,
  memberPolicies: false,
  trustedEntities: [],
}

test('an organization without a zone shows the quotas that one begins with', async () => {
  const { manager, organization } = await newOrganization(admin)
  expect(await admin.must(200, 'GET', `/organizations/${organization}`)).toEqual({
    id: organization,
    managerUin: manager,
    rootNode: expect.any(Number),
    createdAt: expect.stringMatching(/Z$/),
    limits,
    facts,
    zone: null,
    quotas: defaults,
  })
})

test('an organization shows its zone with exact counts', async () => {
  const place = await newZone(admin)
  await newUser(admin, place)
  await newUser(admin, place)
  await newGroup(admin, place)
  const { zone, zoneName, organization } = place
  const shown = await admin.must(200, 'GET', `/organizations/${organization}`)
  expect(shown.zone).toEqual({
    id: zone,
    name: zoneName,
    synchronization: 'disabled',
    adoption: 'never',
    userCount: 2,
    groupCount: 1,
  })
  expect(shown.quotas).toEqual(defaults)
})

test('some quotas change, the others stay; the zone keeps them and its stream records them', async () => {
  const { organization, zone } = await newZone(admin)
  const path = `/organizations/${organization}`
  const changed = await admin.must(200, 'PATCH', path, { body: { quotas: { users: 5, groups: 0 } } })
  expect(changed.quotas).toEqual({ ...defaults, users: 5, groups: 0 })
  await admin.must(200, 'PATCH', path, { body: { quotas: { users: 7 } } })
  expect((await admin.must(200, 'GET', path)).quotas).toEqual({ ...defaults, users: 7, groups: 0 })
  const row = () => admin.store.read(async (reader) => reader.first(findZone, { zone }))
  const kept = await row()
  expect(JSON.parse(kept?.quotas ?? '')).toEqual({ users: 7, groups: 0 })
  // What is set already is no change.
  expect((await admin.must(200, 'PATCH', path, { body: { quotas: { groups: 0, users: 7 } } })).quotas).toMatchObject({
    users: 7,
    groups: 0,
  })
  expect(await row()).toEqual(kept)
  expect(await eventsOf(admin, zone, '&kind=zone_quotas_changed')).toMatchObject([
    { tenant: zone, operation: 'ChangeOrganization', before: {}, after: { users: 5, groups: 0 } },
    { tenant: zone, before: { users: 5 }, after: { users: 7, groups: 0 } },
  ])
})

test('quotas of an organization without a zone are refused', async () => {
  const { organization } = await newOrganization(admin)
  const { status, body } = await admin.ask('PATCH', `/organizations/${organization}`, { body: { quotas: { users: 5 } } })
  expect([status, body.type]).toEqual([409, 'urn:rollcall:zone_not_open'])
})

test('an organization that is not there', async () => {
  for (const [method, sent] of [
    ['GET', {}],
    ['PATCH', { body: { quotas: { users: 5 } } }],
  ] as const) {
    const { status, body } = await admin.ask(method, '/organizations/99', sent)
    expect([status, body.type]).toEqual([404, 'urn:rollcall:organization_not_found'])
  }
})

test('quotas that are none are refused, and nothing changes', async () => {
  const { organization, zone } = await newZone(admin)
  const wrong: [object, string][] = [
    [{}, '/body'],
    [{ quotas: {} }, '/body/quotas'],
    [{ quotas: { users: -1 } }, '/body/quotas/users'],
    [{ quotas: { users: 1.5 } }, '/body/quotas/users'],
    [{ quotas: { users: '5' } }, '/body/quotas/users'],
    [{ quotas: { users: 1e12 } }, '/body/quotas/users'],
    [{ quotas: { users: 5, members: 5 } }, '/body/quotas/members'],
    [{ quotas: { users: 5 }, deletionPermission: true }, '/body/deletionPermission'],
    [{ quotas: { users: 5 }, limits: {} }, '/body/limits'],
    [{ quotas: { users: 5 }, limits: { users: 5 } }, '/body/limits/users'],
    [{ quotas: { users: 5 }, limits: { members: -1 } }, '/body/limits/members'],
    [{ quotas: { users: 5 }, facts: { deletionPermission: 'on' } }, '/body/facts/deletionPermission'],
    [{ quotas: { users: 5 }, facts: { sharedNodes: [0] } }, '/body/facts/sharedNodes/0'],
  ]
  for (const [body, pointer] of wrong) {
    const told = await admin.ask('PATCH', `/organizations/${organization}`, { body })
    expect([JSON.stringify(body), told.status, told.body.pointer]).toEqual([JSON.stringify(body), 400, pointer])
  }
  expect(await eventsOf(admin, zone, '&kind=zone_quotas_changed')).toEqual([])
})

test('limits and facts change one by one, the others stay; the stream of the organization records them', async () => {
  const { organization } = await newOrganization(admin)
  const path = `/organizations/${organization}`
  const first = await admin.must(200, 'PATCH', path, { body: { limits: { members: 5 }, facts: { deletionPermission: true } } })
  expect(first).toMatchObject({ limits: { ...limits, members: 5 }, facts: { ...facts, deletionPermission: true } })
  const second = { limits: { nodes: 7 }, facts: { sharedNodes: [2000001], trustedEntities: ['Acme Ltd'] } }
  await admin.must(200, 'PATCH', path, { body: second })
  expect(await admin.must(200, 'GET', path)).toMatchObject({
    limits: { ...limits, members: 5, nodes: 7 },
    facts: { ...facts, deletionPermission: true, ...second.facts },
  })
  await admin.must(200, 'PATCH', path, { body: second })
  const before = { limits: { members: 5 }, facts: { deletionPermission: true } }
  expect(await eventsOf(admin, organization, '&kind=organization_changed')).toMatchObject([
    { tenant: `organization-${organization}`, operation: 'ChangeOrganization', before: { limits: {}, facts: {} }, after: before },
    { before, after: { limits: { members: 5, nodes: 7 }, facts: { deletionPermission: true, ...second.facts } } },
  ])
})

test('a change of which one part is refused changes nothing', async () => {
  const { organization } = await newOrganization(admin)
  const path = `/organizations/${organization}`
  const { status, body } = await admin.ask('PATCH', path, { body: { limits: { members: 5 }, quotas: { users: 5 } } })
  expect([status, body.type]).toEqual([409, 'urn:rollcall:zone_not_open'])
  expect((await admin.must(200, 'GET', path)).limits).toEqual(limits)
  expect(await eventsOf(admin, organization, '&kind=organization_changed')).toEqual([])
})
