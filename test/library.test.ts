import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startRollcall } from '../src/library.ts'
import { sdkClient } from './kit/clients.ts'

test('starts a whole server with the demo company, which the official client changes', async () => {
  const rollcall = await startRollcall({ seed: 'demo' })
  const { zone = '', group = '', user = '' } = rollcall.demo ?? {}
  const client = sdkClient(rollcall.credentials, { endpoint: rollcall.endpoint })
  await client.AddUserToGroup({ ZoneId: zone, GroupId: group, UserId: user })
  const { GroupMembers } = await client.ListGroupMembers({ ZoneId: zone, GroupId: group })
  expect(GroupMembers?.map(({ UserId }) => UserId)).toContain(user)
  await rollcall.stop()
})

test('two at once have nothing in common, and each goes without a trace', async () => {
  const [one, two] = await Promise.all([startRollcall(), startRollcall()])
  await sdkClient(one.credentials, { endpoint: one.endpoint }).CreateOrganization()
  const other = sdkClient(two.credentials, { endpoint: two.endpoint })
  await expect(other.DescribeOrganization({})).rejects.toMatchObject({ code: 'ResourceNotFound.OrganizationNotExist' })
  const answer = await fetch(`${one.admin.url}/accounts`, { headers: { authorization: `Bearer ${one.admin.token}` } })
  expect(answer.status).toBe(200)
  await Promise.all([one.stop(), two.stop()])
  expect(existsSync(one.dataDir)).toBe(false)
})

test('rates are kept when asked for', async () => {
  const rollcall = await startRollcall({ rateLimits: true })
  const client = sdkClient(rollcall.credentials, { endpoint: rollcall.endpoint })
  const calls = await Promise.allSettled(Array.from({ length: 64 }, () => client.DescribeIdentityCenter()))
  const codes = calls.map((call) => (call.status === 'rejected' ? call.reason.code : 'OK'))
  expect(codes).toContain('RequestLimitExceeded')
  await rollcall.stop()
})
