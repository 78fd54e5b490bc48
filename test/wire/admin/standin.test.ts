import { afterAll, expect, test } from 'vitest'
import { admin } from '../../kit/admin.ts'
import { sdkClient } from '../../kit/clients.ts'
import { newAccount } from '../../kit/directory.ts'
import { startTestServer, type TestServer } from '../../kit/server.ts'

const servers: TestServer[] = []
const start = async (standin: boolean) => {
  const server = await startTestServer({ settings: { standin } })
  servers.push(server)
  return server
}
afterAll(() => Promise.all(servers.map((server) => server.stop())))

test('a turned clock goes on from there, and signatures are judged by it', async () => {
  const server = await start(true)
  const { client, key } = await newAccount(server)
  await client.CreateOrganization()
  const { status, body } = await admin<{ now: string }>(server, 'POST', '/standin/clock', { turnSeconds: 3600 })
  expect(status).toBe(200)
  expect(Date.parse(body.now) - Date.now()).toBeGreaterThan(3_590_000)
  await expect(client.DescribeOrganization({})).rejects.toMatchObject({ code: 'AuthFailure.SignatureExpire' })
  await admin(server, 'POST', '/standin/clock', { turnSeconds: -3600 })
  const { IsManager } = await sdkClient(key, { endpoint: `127.0.0.1:${server.port}` }).DescribeOrganization({})
  expect(IsManager).toBe(true)
})

test('the clock stays where it is when what is asked for is not understood', async () => {
  const server = await start(true)
  const { status, body } = await admin(server, 'POST', '/standin/clock', { turnSeconds: 3600, dryRun: true })
  expect([status, body]).toMatchObject([400, { type: 'urn:rollcall:invalid_input', pointer: '/body/dryRun' }])
  const { body: account } = await admin<{ createdAt: string }>(server, 'POST', '/accounts', { name: 'now', verification: 'none' })
  expect(Math.abs(Date.parse(account.createdAt) - Date.now())).toBeLessThan(60_000)
})

test('a server without the stand-in has no such path, and says what opens it', async () => {
  const server = await start(false)
  const refused = await admin(server, 'POST', '/standin/clock', { turnSeconds: 3600 })
  expect(refused).toMatchObject({ status: 404, body: { detail: expect.stringContaining('Start the server with ROLLCALL_STANDIN=on') } })
})

test('a server with the stand-in says nothing of it at another path', async () => {
  const server = await start(true)
  const { body } = await admin<{ detail: string }>(server, 'GET', '/standin/snapshots')
  expect(body.detail).toBe('Nothing is served at /admin/v1/standin/snapshots. The reference is under /docs/.')
})
