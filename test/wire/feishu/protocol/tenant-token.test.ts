import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { systemPorts } from '../../../../src/directory/system-ports.ts'
import { digestPurpose } from '../../../../src/directory/tokens/token.ts'
import { appOfToken } from '../../../../src/storage/tables/companies/access-tokens.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { askForToken, authorize } from '../../../kit/feishu/authorizations.ts'
import { changeApp, feishuClient, newApp, newCompany, sendRaw, type TestApp } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { credentialsOf, postAuth, ticketOf } from '../../../kit/feishu/store-apps.ts'
import { heldClock } from '../../../kit/held-clock.ts'
import { startTestServer } from '../../../kit/server.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

interface Given {
  readonly code: number
  readonly msg: string
  readonly tenant_access_token: string
  readonly app_access_token?: string
  readonly expire: number
}

type Credentials = Pick<TestApp, 'client' | 'app'>

const ask = async ({ client, app }: Credentials) =>
  (await client.auth.v3.tenantAccessToken.internal({ data: { app_id: app.id, app_secret: app.secret } })) as unknown as Given

const path = '/open-apis/auth/v3/tenant_access_token/internal'

async function post(url: string, body: unknown): Promise<{ status: number; body: Given & { error: { message: string } } }> {
  const sent = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8' }, body: sent })
  return { status: response.status, body: (await response.json()) as Given & { error: { message: string } } }
}

const minute = 60_000

describe('tenant_access_token.internal', () => {
  test('gives a token of two hours, and the same one while half an hour or more is left of it', async () => {
    const company = await newCompany(kit.server)
    const first = await ask(company)
    // Source: tenant_access_token_internal, sample answer and life.
    expect(first).toEqual({ code: 0, msg: 'ok', tenant_access_token: expect.stringMatching(/^t-\w{40}$/), expire: 7200 })
    kit.clock.pass(60 * minute)
    expect(await ask(company)).toEqual({ ...first, expire: 3600 })
    kit.clock.pass(30 * minute)
    expect(await ask(company)).toEqual({ ...first, expire: 1800 })
  })

  test('below half an hour a new one comes, and both hold until their own end', async () => {
    const company = await newCompany(kit.server)
    const first = await ask(company)
    kit.clock.pass(90 * minute + 1)
    const second = await ask(company)
    expect([second.expire, second.tenant_access_token === first.tenant_access_token]).toEqual([7200, false])
    const answers = async () =>
      Promise.all(
        [first, second].map(
          async ({ tenant_access_token: token }) => (await sendRaw(company, 'GET', '/contact/v3/scopes', { token })).body.code,
        ),
      )
    expect(await answers()).toEqual([0, 0])
    kit.clock.pass(30 * minute - 1)
    expect(await answers()).toEqual([99991663, 0])
    kit.clock.pass(90 * minute)
    expect(await answers()).toEqual([99991663, 0])
    kit.clock.pass(1)
    expect(await answers()).toEqual([99991663, 99991663])
  })

  test('apps have tokens of their own, and a slash behind the path is let pass', async () => {
    const company = await newCompany(kit.server)
    const other = await newApp(company)
    const { body } = await post(`${kit.server.url}${path}/`, { app_id: other.app.id, app_secret: other.app.secret })
    expect(body).toMatchObject({ code: 0, expire: 7200 })
    expect(body.tenant_access_token).not.toBe((await ask(company)).tenant_access_token)
  })

  test('a new secret is in force at once, and tokens of before stay', async () => {
    const company = await newCompany(kit.server)
    const { tenant_access_token: token } = await ask(company)
    const renewal = `${kit.server.url}/admin/v1/companies/${company.company}/apps/${company.app.id}/secret`
    const response = await fetch(renewal, { method: 'POST', headers: { authorization: `Bearer ${kit.server.adminToken}` } })
    const { secret } = (await response.json()) as { secret: string }
    expect((await ask(company)).code).toBe(10014)
    expect(await ask({ ...company, app: { ...company.app, secret } })).toMatchObject({ code: 0, tenant_access_token: token })
    expect((await sendRaw(company, 'GET', '/contact/v3/scopes', { token })).status).toBe(200)
  })
})

describe('app_access_token.internal', () => {
  test('is the tenant token under both names', async () => {
    const company = await newCompany(kit.server)
    const { app_id, app_secret } = { app_id: company.app.id, app_secret: company.app.secret }
    const { tenant_access_token: token } = await ask(company)
    const given = await company.client.auth.v3.appAccessToken.internal({ data: { app_id, app_secret } })
    expect(given).toEqual({ code: 0, msg: 'ok', app_access_token: token, expire: 7200, tenant_access_token: token })
  })
})

describe.each(['tenant_access_token', 'app_access_token'])('what %s.internal refuses with', (name) => {
  const url = () => `${kit.server.url}/open-apis/auth/v3/${name}/internal`

  // Source: refusals seen of the live service, which have status 200.
  test.each([
    ['a body that is no object', '[1]'],
    ['a body that is no JSON', '{'],
    ['no body', ''],
    ['no secret', { app_id: 'cli_0123456789abcdef' }],
    ['an empty id', { app_id: '', app_secret: 'x' }],
    ['an id of another form', { app_id: 'nonsense', app_secret: 'x' }],
    ['an id that is a number', { app_id: 5, app_secret: 'x' }],
  ])('10003: %s', async (_what, body) => {
    const answer = await post(url(), body)
    expect([answer.status, answer.body]).toMatchObject([200, { code: 10003, msg: 'invalid param' }])
    expect(answer.body.error.message).toMatch(/[a-z].*\p{Script=Han}/u)
  })

  test('10014: an app that there is not, a wrong secret, a disabled app', async () => {
    const { app, server, company } = await newCompany(kit.server)
    const credentials = { app_id: app.id, app_secret: app.secret }
    const told = async (differing: object) => {
      const { status, body } = await post(url(), { ...credentials, ...differing })
      return [status, body.code, body.msg]
    }
    expect(await told({ app_id: 'cli_0000000000000000' })).toEqual([200, 10014, 'app id not exists'])
    expect(await told({ app_secret: `${app.secret}x` })).toEqual([200, 10014, 'app secret invalid'])
    await changeApp({ server, company, app }, { status: 'disabled' })
    expect(await told({})).toEqual([200, 10014, 'app is disabled'])
    await changeApp({ server, company, app }, { status: 'enabled' })
    expect(await told({})).toEqual([200, 0, 'ok'])
  })

  test('10003: a store app, which needs its ticket', async () => {
    const { app } = await newCompany(kit.server, { app: { kind: 'store' } })
    const { body } = await post(url(), { app_id: app.id, app_secret: app.secret })
    expect([body.code, body.error.message]).toEqual([10003, expect.stringContaining('app_ticket')])
  })
})

onEveryEngine('tokens', (engine) => {
  test('many that ask at the same time get one token', async () => {
    const server = await startTestServer({ engine })
    try {
      const company = await newCompany(server)
      const given = await Promise.all(Array.from({ length: 16 }, () => ask(company)))
      expect(new Set(given.map(({ tenant_access_token }) => tenant_access_token)).size).toBe(1)
    } finally {
      await server.stop()
    }
  })

  test('of a store app, and codes of people: many at the same time get one', async () => {
    const server = await startTestServer({ engine })
    try {
      const store = await newCompany(server, { app: { kind: 'store' } })
      await postAuth(server, 'app_ticket/resend', credentialsOf(store))
      const body = { ...credentialsOf(store), app_ticket: await ticketOf(server, store) }
      const given = await Promise.all(Array.from({ length: 8 }, () => postAuth(server, 'app_access_token', body)))
      expect(new Set(given.map(({ app_access_token }) => app_access_token)).size).toBe(1)
      const app = await newApp(store)
      const { user_id } = await newPerson(app.client)
      const code = await authorize(app, user_id)
      const answers = await Promise.all(Array.from({ length: 8 }, () => askForToken(app, { grant_type: 'authorization_code', code })))
      expect(answers.map(({ body: { code: answer } }) => answer).toSorted((a, b) => a - b)).toEqual([0, ...Array(7).fill(20065)])
    } finally {
      await server.stop()
    }
  })

  test('outlive a restart for as long as they were announced; those that are over go when new ones are made', async () => {
    const clock = heldClock()
    const ports = { ...systemPorts, clock }
    const databaseUrl = await engine.newDatabase()
    const settings = { dataDir: mkdtempSync(join(tmpdir(), 'rollcall-tokens-')) }
    onTestFinished(() => rmSync(settings.dataDir, { recursive: true, force: true }))
    const first = await startTestServer({ databaseUrl, ports, settings })
    const company = await newCompany(first)
    const { tenant_access_token: token } = await ask(company)
    await first.stop()
    const second = await startTestServer({ databaseUrl, ports, settings })
    try {
      const there = { ...company, server: second, token: async () => token, client: feishuClient(second.url, company.app) }
      expect((await ask(there)).tenant_access_token).toBe(token)
      expect((await sendRaw(there, 'GET', '/contact/v3/scopes', { token })).status).toBe(200)
      clock.pass(120 * minute + 1)
      await ask(there)
      const digest = second.vault.digest(token, digestPurpose)
      expect(await second.store.reader.first(appOfToken, { digest })).toBe(undefined)
    } finally {
      await second.stop()
    }
  })
})
