import { expect, test } from 'vitest'
import { newCompany, sendRaw } from '../../../kit/feishu/company.ts'
import { eventsInCompany } from '../../../kit/feishu/unchanged.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

const nested = (levels: number) => `{"name":"Deep","type":1,"more":${'['.repeat(levels)}${']'.repeat(levels)}}`

// What bad requests found: 20 000 levels ended the stack, and that was a 500.
test.each([64, 20_000])('a body with a list of %i levels within is refused with 9499, and nothing is done', async (levels) => {
  const place = await newCompany(kit.server)
  const before = await eventsInCompany(place)
  const { status, body } = await sendRaw(place, 'POST', '/contact/v3/group', { body: nested(levels) })
  expect([status, body.code, body.msg, body.error.message]).toEqual([400, 9499, 'bad request', expect.stringContaining('deeper than 64')])
  expect(await eventsInCompany(place)).toEqual(before)
})

test('a body of 64 levels is read, whatever stands there that nobody knows', async () => {
  const place = await newCompany(kit.server)
  expect((await sendRaw(place, 'POST', '/contact/v3/group', { body: nested(63) })).body.code).toBe(0)
})

test.each([
  ['/auth/v3/tenant_access_token/internal', 10003],
  ['/authen/v2/oauth/token', 20063],
])('%s refuses such a body with its own code', async (path, code) => {
  const place = await newCompany(kit.server)
  expect((await sendRaw(place, 'POST', path, { body: nested(20_000) })).body.code).toBe(code)
})
