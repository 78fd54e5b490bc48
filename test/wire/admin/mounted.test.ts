import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningHttp, startHttp } from '../../../src/http/server.ts'
import { type Admin, openAdmin, token } from './admin-kit.ts'

let admin: Admin
let http: RunningHttp
beforeAll(async () => {
  admin = await openAdmin()
  http = await startHttp({ host: '127.0.0.1', port: 0, routes: admin.routes })
})
afterAll(async () => {
  await http.close()
  await admin.stop()
})

const fetched = (method: string, path: string, body?: string) =>
  fetch(`${http.url}/admin/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body }),
  })

test('the routes on a real server: parameters decoded, answers as they were given', async () => {
  const made = await fetched('POST', '/accounts', JSON.stringify({ name: '公司', verification: 'enterprise' }))
  expect([made.status, made.headers.get('content-type')]).toEqual([201, 'application/json'])
  const account = (await made.json()) as { uin: number }
  const read = await fetched('GET', `/accounts/${account.uin}`)
  expect([read.status, await read.json()]).toEqual([200, account])
  const head = await fetched('HEAD', `/accounts/${account.uin}`)
  expect([head.status, await head.text()]).toEqual([200, ''])
  const absent = await fetched('DELETE', `/accounts/${account.uin}/keys/${encodeURIComponent('AKID/../ü')}`)
  expect(await absent.json()).toMatchObject({ status: 404, detail: expect.stringContaining('AKID/../ü') })
})

test('404, 405, 401 and 413 on a real server are problem documents', async () => {
  const told = async (response: Response) => [response.status, response.headers.get('content-type'), response.headers.get('allow')]
  const problem = 'application/problem+json'
  for (const path of ['', '/', '/nowhere', '/accounts/5/6/7'])
    expect(await told(await fetched('PATCH', path))).toEqual([404, problem, null])
  expect(await told(await fetched('DELETE', '/accounts'))).toEqual([405, problem, 'POST, GET, HEAD'])
  expect(await told(await fetched('POST', '/accounts', ' '.repeat(3_000_000)))).toEqual([413, problem, null])
  const unknown = await fetch(`${http.url}/admin/v1/accounts`)
  expect(await told(unknown)).toEqual([401, problem, null])
  expect(unknown.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})
