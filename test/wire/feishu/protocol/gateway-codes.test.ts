import { describe, expect, test } from 'vitest'
import { gatewayCodes } from '../../../../src/dialects/feishu/gateway-errors.ts'
import { admin } from '../../../kit/admin.ts'
import { changeApp, newApp, newCompany, sendRaw, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { storeAppToken } from '../../../kit/feishu/store-apps.ts'
import { userToken } from '../../../kit/feishu/user-token.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer({ settings: { standin: true } })

type Told = readonly [status: number, code: number, msg: string]

interface Refusal {
  readonly code: number
  readonly msg: string
  readonly error: { readonly message: string }
}

interface State {
  readonly what: string
  readonly code: number
  readonly msg: string
  readonly status?: number
  /** Brings the state about and calls. */
  call(app: TestApp): Promise<{ status: number; body: Refusal }>
}

const scopes = (app: TestApp, options: Parameters<typeof sendRaw>[3] = {}) => sendRaw(app, 'GET', '/contact/v3/scopes', options)

async function withHeader(authorization: string | undefined) {
  const response = await fetch(`${kit.server.url}/open-apis/contact/v3/scopes`, {
    headers: authorization === undefined ? {} : { authorization },
  })
  return { status: response.status, body: (await response.json()) as Refusal }
}

const missing = 'Missing access token for authorization. Please make a request with token attached.'
const invalid = 'Invalid access token for authorization. Please make a request with token attached'

// Source: what a bad token yields on a contact call; general error codes.
const states: readonly State[] = [
  { what: 'no token', code: 99991661, msg: missing, call: () => withHeader(undefined) },
  { what: 'a token without Bearer', code: 99991661, msg: missing, call: async (app) => withHeader(await app.token()) },
  { what: 'a scheme before Bearer', code: 99991661, msg: missing, call: async (app) => withHeader(`Token Bearer ${await app.token()}`) },
  { what: 'an unknown tenant token', code: 99991663, msg: invalid, call: (app) => scopes(app, { token: 't-nothing' }) },
  {
    what: 'a user token where only tenant tokens are taken',
    code: 99991668,
    msg: 'user access token not support',
    async call(app) {
      const token = await userToken(app, await newPerson(app.client))
      return sendRaw(app, 'POST', '/contact/v3/users', { token, body: {} })
    },
  },
  {
    what: 'a tenant token where only user tokens are taken',
    code: 99991663,
    msg: invalid,
    call: (app) => sendRaw(app, 'POST', '/contact/v3/departments/search', { body: { query: 'x' } }),
  },
  {
    what: 'an app token',
    code: 99991664,
    msg: 'invalid app token',
    async call(app) {
      return scopes(app, { token: await storeAppToken(kit.server, await newApp(app, { kind: 'store' })) })
    },
  },
  { what: 'an unknown user token', code: 99991668, msg: `${invalid}.`, call: (app) => scopes(app, { token: 'u-nothing' }) },
  { what: 'an unknown later user token', code: 99991668, msg: `${invalid}.`, call: (app) => scopes(app, { token: 'eyJnothing' }) },
  {
    what: 'a token of no known kind',
    code: 99991671,
    msg: 'Invalid token: must start with t-/u-',
    call: (app) => scopes(app, { token: 'x-1' }),
  },
  {
    what: 'a disabled app',
    code: 99991662,
    msg: 'app not in use',
    async call(app) {
      const token = await app.token()
      await changeApp(app, { status: 'disabled' })
      return scopes(app, { token })
    },
  },
  {
    what: 'a suspended company',
    code: 99991665,
    msg: 'invalid tenant code',
    async call(app) {
      const token = await app.token()
      await setCompanyFacts(app, { suspended: true })
      return scopes(app, { token })
    },
  },
  {
    what: 'an address that is not in the list',
    code: 99991401,
    msg: 'ip 127.0.0.1 is denied by app setting',
    async call(app) {
      await changeApp(app, { ipAllow: ['10.0.0.0/8', '192.0.2.1'] })
      return scopes(app)
    },
  },
  {
    what: 'a body that is no JSON',
    code: 9499,
    msg: 'bad request',
    call: (app) => sendRaw(app, 'POST', '/contact/v3/group', { body: '{' }),
  },
  {
    what: 'a failure of the server itself',
    code: 2200,
    msg: 'Internal Error',
    status: 500,
    async call(app) {
      await admin(kit.server, 'PUT', '/standin/faults/feishu:scope.list', { code: '2200', times: 1 })
      return scopes(app)
    },
  },
]

describe('what any call can be refused with', () => {
  test.each(states.map((state) => [state.code, state.what, state] as const))('%s: %s', async (code, _what, { msg, status = 400, call }) => {
    const { status: http, body } = await call(await newCompany(kit.server))
    expect([http, body.code, body.msg] satisfies Told).toEqual([status, code, msg])
    expect(body.error.message).toMatch(/[A-Za-z].*\p{Script=Han}{2}/su)
  })

  test('every code of the gateway is brought about by some state, here or in a suite of its own', () => {
    // 99991400: rates.test.ts; 99991672: below; 99991677, 99991679: user-token.test.ts; 99991673, 99992361: store-app.test.ts; 99992402: endpoints without 40001.
    const elsewhere = [99991400, 99991672, 99991673, 99991677, 99991679, 99992361, 99992402]
    expect(new Set([...states.map(({ code }) => code), ...elsewhere])).toEqual(new Set(gatewayCodes.map(Number)))
  })

  test('an address list lets in what it names, as addresses and as ranges', async () => {
    const app = await newCompany(kit.server)
    for (const ipAllow of [['127.0.0.1'], ['127.0.0.0/8'], ['10.0.0.1', '0.0.0.0/0'], []]) {
      await changeApp(app, { ipAllow })
      expect((await scopes(app)).body.code).toBe(0)
    }
    await changeApp(app, { ipAllow: ['127.0.0.0/32'] })
    expect((await scopes(app)).body.code).toBe(99991401)
    // Source: the list does not count for the endpoints that give tokens.
    expect(await app.token()).toMatch(/^t-/)
  })

  test('an address list counts for what a user token tells of its person', async () => {
    const app = await newCompany(kit.server)
    const token = await userToken(app, await newPerson(app.client))
    const told = () => sendRaw(app, 'GET', '/authen/v1/user_info', { token })
    expect((await told()).body.code).toBe(0)
    await changeApp(app, { ipAllow: ['192.0.2.1'] })
    expect((await told()).body).toMatchObject({ code: 99991401, msg: 'ip 127.0.0.1 is denied by app setting' })
  })

  test('99991672 lists every scope of which one is needed', async () => {
    const app = await newCompany(kit.server, { app: { scopes: ['contact:group'] } })
    const { status, body } = await scopes(app)
    const needed = [
      'contact:contact.base:readonly',
      'contact:contact:access_as_app',
      'contact:contact:readonly',
      'contact:contact:readonly_as_app',
    ]
    expect([status, body.code, Object.keys(body).toSorted()]).toEqual([400, 99991672, ['code', 'error', 'msg']])
    // Source: the body as seen live: the English sentence, then the Chinese one, each with the list.
    expect(body.msg).toMatch(
      /^Access denied\. One of the following scopes is required: \[contact:[^\]]+\]\.应用尚未开通所需的应用身份权限：\[/,
    )
    const { message, log_id, troubleshooter, permission_violations, helps } = body.error
    expect(permission_violations.map(({ subject }: { subject: string }) => subject)).toEqual(expect.arrayContaining(needed.slice(0, 1)))
    for (const violation of permission_violations) {
      expect(violation.type).toBe('action_scope_required')
      expect(body.msg).toContain(violation.subject)
      expect(message).toContain(violation.subject)
    }
    expect(helps).toEqual([
      { url: expect.stringMatching(/^\/docs\//), description: expect.stringContaining(permission_violations[0].subject) },
    ])
    expect([log_id, troubleshooter]).toEqual([expect.stringMatching(/^\d{14}/), expect.stringContaining(log_id)])
  })

  test('a scope that is given is in force with the next call', async () => {
    const app = await newCompany(kit.server, { app: { scopes: [] } })
    expect((await scopes(app)).body.code).toBe(99991672)
    await changeApp(app, { scopes: ['contact:contact.base:readonly'] })
    expect((await scopes(app)).body.code).toBe(0)
  })

  test('a suspended company is served again when that is lifted', async () => {
    const app = await newCompany(kit.server)
    await setCompanyFacts(app, { suspended: true })
    expect((await scopes(app)).body.code).toBe(99991665)
    await setCompanyFacts(app, { suspended: false })
    expect((await scopes(app)).body.code).toBe(0)
  })

  test('the token comes before its scopes, those before the parameters', async () => {
    const app = await newCompany(kit.server, { app: { scopes: [] } })
    const wrong = '/contact/v3/scopes?page_size=-1'
    expect((await sendRaw(app, 'GET', wrong, { token: 't-nothing' })).body.code).toBe(99991663)
    expect((await sendRaw(app, 'GET', wrong)).body.code).toBe(99991672)
    await changeApp(app, { scopes: ['contact:contact.base:readonly'] })
    expect([40001, 40011, 99992402]).toContain((await sendRaw(app, 'GET', wrong)).body.code)
  })
})
