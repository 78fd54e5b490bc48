import { afterAll, beforeAll, expect, test } from 'vitest'
import { zoneQuotas } from '../../../src/directory/limits.ts'
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

test('an organization without a zone shows the quotas that one begins with', async () => {
  const { manager, organization } = await newOrganization(admin)
  expect(await admin.must(200, 'GET', `/organizations/${organization}`)).toEqual({
    id: organization,
    managerUin: manager,
    rootNode: expect.any(Number),
    createdAt: expect.stringMatching(/Z$/),
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
  expect(shown.zone).toEqual({ id: zone, name: zoneName, synchronization: 'disabled', userCount: 2, groupCount: 1 })
  expect(shown.quotas).toEqual(defaults)
})

test('some quotas change, the others stay; the zone keeps them and its stream records them', async () => {
  const { organization, zone } = await newZone(admin)
  const path = `/organizations/${organization}`
  const changed = await admin.must(200, 'PATCH', path, { body: { quotas: { users: 5, groups: 0 } } })
  expect(changed.quotas).toEqual({ ...defaults, users: 5, groups: 0 })
  await admin.must(200, 'PATCH', path, { body: { quotas: { users: 7 } } })
  expect((await admin.must(200, 'GET', path)).quotas).toEqual({ ...defaults, users: 7, groups: 0 })
  const row = await admin.store.read(async (reader) => reader.first(findZone, { zone }))
  expect(JSON.parse(row?.quotas ?? '')).toEqual({ users: 7, groups: 0 })
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
    [{}, '/body/quotas'],
    [{ quotas: {} }, '/body/quotas'],
    [{ quotas: { users: -1 } }, '/body/quotas/users'],
    [{ quotas: { users: 1.5 } }, '/body/quotas/users'],
    [{ quotas: { users: '5' } }, '/body/quotas/users'],
    [{ quotas: { users: 1e12 } }, '/body/quotas/users'],
    [{ quotas: { users: 5, members: 5 } }, '/body/quotas/members'],
    [{ quotas: { users: 5 }, deletionPermission: true }, '/body/deletionPermission'],
  ]
  for (const [body, pointer] of wrong) {
    const told = await admin.ask('PATCH', `/organizations/${organization}`, { body })
    expect([JSON.stringify(body), told.status, told.body.pointer]).toEqual([JSON.stringify(body), 400, pointer])
  }
  expect(await eventsOf(admin, zone, '&kind=zone_quotas_changed')).toEqual([])
})
