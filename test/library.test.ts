import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startRollcall } from '../src/library.ts'
import { runsOn } from '../src/settings/oldest-node.ts'
import { root } from './ground/tree.ts'
import { sdkClient } from './kit/clients.ts'
import { passingFolder } from './kit/passing-folder.ts'

function newFolder(): string {
  const folder = passingFolder('rollcall-library-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

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

test('one that cannot start leaves no folder behind', async () => {
  const temporary = newFolder()
  const holder = await startRollcall()
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(startRollcall({ port: Number(new URL(holder.url).port) })).rejects.toThrow('is already in use')
  expect(readdirSync(temporary)).toEqual([])
  await holder.stop()
})

test('one that has nothing to tell of listens no longer, and keeps a folder that it was given', async () => {
  const dataDir = newFolder()
  const first = await startRollcall({ dataDir })
  const accounts = `${first.admin.url}/accounts`
  const headers = { authorization: `Bearer ${first.admin.token}` }
  const { items } = (await (await fetch(accounts, { headers })).json()) as { items: { uin: number }[] }
  const key = await fetch(`${accounts}/${items[0]?.uin}/keys/${first.credentials.secretId}`, { method: 'DELETE', headers })
  expect(key.status).toBe(204)
  await first.stop()
  await expect(startRollcall({ dataDir, port: Number(new URL(first.url).port) })).rejects.toThrow('the first account has no key any more')
  await expect(fetch(first.url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
  expect(existsSync(dataDir)).toBe(true)
})

test.for([
  [{ seed: 'dmeo' }, `The option seed is "dmeo". It must be 'account' or 'demo'.`],
  [{ stanidn: true }, 'startRollcall has no option stanidn. Did you mean standin?'],
  [{ databaseUrl: 'x' }, 'startRollcall has no option databaseUrl. There are: seed, standin, rateLimits, port, dataDir, logLevel.'],
  [{ rateLimits: -1 }, 'The option rateLimits is -1. It must be true, false, or a factor above 0.'],
  [{ port: 70_000 }, 'The option port is 70000. It must be a port, 0 to 65535.'],
  [{ dataDir: '' }, 'The option dataDir is "". It must be a path.'],
  [{ logLevel: 'loud' }, 'The option logLevel is "loud". It must be one of `trace`, `debug`, `info`, `warn`, `error`, `fatal`, `silent`.'],
] as const)('an option that nobody understands is refused: %j', async ([options, message]) => {
  const temporary = newFolder()
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(startRollcall(options as object)).rejects.toThrow(message)
  expect(readdirSync(temporary)).toEqual([])
})

test('an option that is undefined is none', async () => {
  const rollcall = await startRollcall({ seed: undefined, port: undefined, logLevel: undefined } as object)
  expect((await fetch(`${rollcall.url}/healthz`)).status).toBe(200)
  await rollcall.stop()
})

test('rates are kept when asked for', async () => {
  const rollcall = await startRollcall({ rateLimits: true })
  const client = sdkClient(rollcall.credentials, { endpoint: rollcall.endpoint })
  const calls = await Promise.allSettled(Array.from({ length: 64 }, () => client.DescribeIdentityCenter()))
  const codes = calls.map((call) => (call.status === 'rejected' ? call.reason.code : 'OK'))
  expect(codes).toContain('RequestLimitExceeded')
  await rollcall.stop()
})

test('an old Node.js is told so: nothing that it lacks is loaded before', () => {
  expect(['20.20.2', '23.11.0', '24.0.0', '26.10.0'].map(runsOn)).toEqual([false, false, true, true])
  const script = `await import(${JSON.stringify(join(root, 'dist', 'library.js'))}); console.log(process.moduleLoadList.join())`
  const loaded = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(loaded).toContain('NativeModule')
  expect(loaded).not.toContain('sqlite')
})
