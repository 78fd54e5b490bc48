import { describe, expect, test } from 'vitest'
import { contactV3 } from '../../../../src/dialects/feishu/contact-v3.ts'
import { admin } from '../../../kit/admin.ts'
import { newApp, newCompany, sendRaw, type TestApp } from '../../../kit/feishu/company.ts'
import { postAuth, storeAppToken } from '../../../kit/feishu/store-apps.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer({ settings: { rateLimits: 1 } })

const list = (app: TestApp) => sendRaw(app, 'GET', '/contact/v3/job_titles')

describe('rates', () => {
  test('beyond the calls of a window: 429, with the limit of that window and the seconds that are left of it', async () => {
    const app = await newCompany(kit.server)
    // Source: job_title/list: 10 calls a minute.
    for (let count = 0; count < 10; count++) expect((await list(app)).status).toBe(200)
    const { status, headers, body } = await list(app)
    expect([status, body.code, body.msg]).toEqual([429, 99991400, 'request trigger frequency limit'])
    expect(headers.get('x-ogw-ratelimit-limit')).toBe('10')
    const reset = Number(headers.get('x-ogw-ratelimit-reset'))
    expect(Number.isInteger(reset) && reset >= 1 && reset <= 60).toBe(true)
    expect(body.error.message).toContain('10 calls in 60 s')
  })

  test('each app has windows of its own, in each company and for each call; only refusals tell of them', async () => {
    const app = await newCompany(kit.server)
    const others = [await newApp(app), await newCompany(kit.server)]
    for (let count = 0; count < 11; count++) await list(app)
    expect((await list(app)).status).toBe(429)
    for (const other of others) {
      const { status, headers } = await list(other)
      expect([status, headers.get('x-ogw-ratelimit-limit')]).toEqual([200, null])
    }
    expect((await sendRaw(app, 'GET', '/contact/v3/work_cities')).status).toBe(200)
  })

  test('an app of several companies has windows of its own in each', async () => {
    const store = await newCompany(kit.server, { app: { kind: 'store' } })
    const tokens: unknown[] = []
    for (const company of [store.company, (await newCompany(kit.server)).company]) {
      await admin(kit.server, 'PUT', `/companies/${company}/installations/${store.app.id}`)
      const app_access_token = await storeAppToken(kit.server, store)
      tokens.push((await postAuth(kit.server, 'tenant_access_token', { app_access_token, tenant_key: company })).tenant_access_token)
    }
    const statusIn = async (token: unknown) => (await sendRaw(store, 'GET', '/contact/v3/job_titles', { token: String(token) })).status
    for (let count = 0; count < 10; count++) expect(await statusIn(tokens[0])).toBe(200)
    expect(await Promise.all(tokens.map(statusIn))).toEqual([429, 200])
  })

  test('a call without the scope costs nothing', async () => {
    const app = await newCompany(kit.server, { app: { scopes: [] } })
    for (let count = 0; count < 12; count++) expect((await list(app)).body.code).toBe(99991672)
  })

  test('of several windows the one that is full first refuses', async () => {
    const app = await newCompany(kit.server)
    const token = await app.token()
    // Source: scope/list: 1000 calls a minute and 50 a second.
    const statuses = await Promise.all(Array.from({ length: 60 }, () => sendRaw(app, 'GET', '/contact/v3/scopes', { token })))
    const refused = statuses.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    // Each window counts for itself: none is full before its 50th call.
    expect(refused.length).toBeLessThanOrEqual(10)
    for (const { headers } of refused)
      expect([headers.get('x-ogw-ratelimit-limit'), headers.get('x-ogw-ratelimit-reset')]).toEqual(['50', '1'])
  })

  test('every endpoint declares its windows', () => {
    for (const { name, windows } of contactV3) {
      expect([name, windows.length > 0]).toEqual([name, true])
      for (const { calls, seconds } of windows) expect([name, calls > 0 && [1, 60].includes(seconds)]).toEqual([name, true])
    }
  })
})
