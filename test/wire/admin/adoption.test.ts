import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Admin, eventsOf, openAdmin } from './admin-kit.ts'
import { newOrganization, newZone } from './organization-kit.ts'

let admin: Admin
beforeAll(async () => {
  admin = await openAdmin()
})
afterAll(async () => {
  expect(admin.faults).toEqual([])
  await admin.stop()
})

test('whether users are taken over is set beside quotas, shown, and recorded in the stream of the zone', async () => {
  const { organization, zone } = await newZone(admin)
  const path = `/organizations/${organization}`
  expect(await admin.must(200, 'GET', path)).toMatchObject({ zone: { adoption: 'never' } })
  const changed = await admin.must(200, 'PATCH', path, { body: { adoption: 'by_name', quotas: { users: 5 } } })
  expect(changed).toMatchObject({ zone: { adoption: 'by_name' }, quotas: { users: 5 } })
  await admin.must(200, 'PATCH', path, { body: { adoption: 'by_name' } })
  expect(await admin.must(200, 'GET', path)).toMatchObject({ zone: { adoption: 'by_name' } })
  await admin.must(200, 'PATCH', path, { body: { quotas: { users: 6 } } })
  expect(await admin.must(200, 'PATCH', path, { body: { adoption: 'never' } })).toMatchObject({ zone: { adoption: 'never' } })
  expect(await eventsOf(admin, zone, '&kind=adoption_changed')).toMatchObject([
    { operation: 'ChangeOrganization', subject: zone, before: { adoption: 'never' }, after: { adoption: 'by_name' } },
    { before: { adoption: 'by_name' }, after: { adoption: 'never' } },
  ])
})

test('another word is refused, and so is an organization without a zone', async () => {
  const { organization } = await newZone(admin)
  const wrong = await admin.ask('PATCH', `/organizations/${organization}`, { body: { adoption: 'by_email' } })
  expect([wrong.status, wrong.body.pointer]).toEqual([400, '/body/adoption'])
  const without = await newOrganization(admin)
  const { status, body } = await admin.ask('PATCH', `/organizations/${without.organization}`, { body: { adoption: 'by_name' } })
  expect([status, body.type]).toEqual([409, 'urn:rollcall:zone_not_open'])
})
