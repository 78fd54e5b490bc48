import { createHash, randomBytes } from 'node:crypto'
import { withUserAccessToken } from '@larksuiteoapi/node-sdk'
import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { askForToken, authorize } from '../../../kit/feishu/authorizations.ts'
import { changeApp, feishuClient, newApp, newCompany, sendRaw } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { userToken } from '../../../kit/feishu/user-token.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

const exchange = (code: string, more: Record<string, string> = {}) => ({ grant_type: 'authorization_code', code, ...more })
const refresh = (token: string, more: Record<string, string> = {}) => ({ grant_type: 'refresh_token', refresh_token: token, ...more })

/** Source: the errors of get-user-access-token and refresh-user-access-token: `{ code, error, error_description }`. */
async function expectOauth(answer: ReturnType<typeof askForToken>, code: number, error: string, words: string, status = 400) {
  const told = await answer
  expect([told.status, told.body]).toEqual([status, { code, error, error_description: expect.stringContaining(words) }])
  expect(told.body.error_description).toMatch(/\p{Script=Han}{2}/u)
}

const endpoints = [
  ['v2', '/open-apis/authen/v2/oauth/token'],
  ['v3', '/oauth/v3/token'],
] as const

describe.each(endpoints)('the token endpoint %s', (_version, path) => {
  test('exchanges a code for a token that acts for the person, with a refresh token for offline_access', async () => {
    const app = await newCompany(kit.server)
    const { user_id, open_id } = await newPerson(app.client)
    const code = await authorize(app, user_id, {
      scopes: ['contact:contact.base:readonly', 'contact:user.base:readonly', 'offline_access'],
    })
    const { status, body } = await askForToken(app, exchange(code), path)
    // Source: get-user-access-token, sample answer.
    expect([status, body]).toEqual([
      200,
      {
        code: 0,
        access_token: expect.stringMatching(/^eyJ/),
        expires_in: 7200,
        refresh_token: expect.stringMatching(/^eyJ/),
        refresh_token_expires_in: 604800,
        scope: 'contact:contact.base:readonly contact:user.base:readonly offline_access',
        token_type: 'Bearer',
      },
    ])
    expect(body.access_token.length).toBeGreaterThan(1000)
    expect(body.access_token.length).toBeLessThan(4096)
    const got = await app.client.contact.user.get({ path: { user_id: open_id } }, withUserAccessToken(body.access_token))
    expect(got).toMatchObject({ code: 0, data: { user: { open_id } } })
  })

  test('gives no refresh token without offline_access', async () => {
    const app = await newCompany(kit.server)
    const { user_id } = await newPerson(app.client)
    const code = await authorize(app, user_id, { scopes: ['contact:contact.base:readonly'] })
    const { body } = await askForToken(app, exchange(code), path)
    expect(Object.keys(body).toSorted()).toEqual(['access_token', 'code', 'expires_in', 'scope', 'token_type'])
  })

  test('a refresh token is good for one use, and the access token of before lives on', async () => {
    const app = await newCompany(kit.server)
    const { user_id } = await newPerson(app.client)
    const first = (await askForToken(app, exchange(await authorize(app, user_id)), path)).body
    const second = (await askForToken(app, refresh(first.refresh_token as string), path)).body
    expect(second).toMatchObject({ code: 0, expires_in: 7200, refresh_token_expires_in: 604800 })
    expect(second.refresh_token).not.toBe(first.refresh_token)
    await expectOauth(askForToken(app, refresh(first.refresh_token as string), path), 20073, 'invalid_grant', 'newest one')
    for (const { access_token } of [first, second]) {
      const { status } = await sendRaw(app, 'GET', '/authen/v1/user_info', { token: access_token })
      expect(status).toBe(200)
    }
  })
})

describe('the official client', () => {
  test('gets and refreshes tokens through client.accessToken', async () => {
    const app = await newCompany(kit.server)
    const { user_id } = await newPerson(app.client)
    const client = feishuClient(kit.server.url, app.app)
    const first = await client.accessToken.retrieveByAuthorizationCode({ code: await authorize(app, user_id) })
    expect(first).toMatchObject({ tokenType: 'Bearer', expiresIn: 7200, refreshTokenExpiresIn: 604800 })
    const second = await client.accessToken.refresh({ refreshToken: first.refreshToken as string })
    expect(second.accessToken).not.toBe(first.accessToken)
    await expect(client.accessToken.refresh({ refreshToken: first.refreshToken as string })).rejects.toMatchObject({
      code: 20073,
      statusCode: 400,
    })
  })

  test('keeps a user token that it got with a code (first version)', async () => {
    const app = await newCompany(kit.server)
    const { user_id, name } = await newPerson(app.client)
    const held = await app.client.userAccessToken.initWithCode({ me: await authorize(app, user_id) })
    const token = (await app.client.userAccessToken.get('me')) as string
    expect(held).toMatchObject({ me: { token, refreshToken: expect.stringMatching(/^ur-/) } })
    const told = await app.client.authen.v1.userInfo.get({}, withUserAccessToken(token))
    expect(told).toMatchObject({ code: 0, data: { name, user_id, tenant_key: app.company } })
  })
})

describe.each(endpoints)('what a code and a refresh token refuse with (%s)', (_version, path) => {
  const ask = (app: Parameters<typeof askForToken>[0], fields: Parameters<typeof askForToken>[1]) => askForToken(app, fields, path)

  async function withPerson(own: { secret?: string } = {}) {
    const app = await newCompany(kit.server, { app: { redirectUris: ['https://app.example/back'], ...own } })
    const { user_id, open_id } = await newPerson(app.client)
    return { app, user_id, open_id, code: (wanted = {}) => authorize(app, user_id, wanted) }
  }

  test('20001 and 20063: what is missing, and what is no request', async () => {
    const { app } = await withPerson()
    await expectOauth(ask(app, { code: 'x' }), 20001, 'invalid_request', 'grant_type')
    await expectOauth(ask(app, { grant_type: 'authorization_code' }), 20001, 'invalid_request', 'code is missing')
    await expectOauth(ask(app, { grant_type: 'refresh_token' }), 20001, 'invalid_request', 'refresh_token is missing')
    await expectOauth(ask(app, exchange('x', { client_id: '' })), 20001, 'invalid_request', 'client_id')
    for (const body of ['{', '[]', '{"grant_type":5}']) {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(kit.server.url + path, { method: 'POST', headers, body })
      expect([response.status, await response.json()]).toMatchObject([400, { code: 20063, error: 'invalid_request' }])
    }
  })

  test('a form is taken as well, with Basic authentication or without; both at once is 20070', async () => {
    const { app, code } = await withPerson({ secret: 'a:secret:with:colons' })
    const { id, secret } = app.app
    const basic = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
    const send = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
      const body = new URLSearchParams(fields)
      const response = await fetch(kit.server.url + path, { method: 'POST', headers, body })
      return ((await response.json()) as { code: number }).code
    }
    expect(await send(exchange(await code()), { authorization: basic })).toBe(0)
    expect(await send(exchange(await code(), { client_id: id, client_secret: secret }))).toBe(0)
    expect(await send(exchange(await code(), { client_id: id, client_secret: secret }), { authorization: basic })).toBe(20070)
  })

  test('20036, 20048, 20002 and 20069: another grant, an unknown app, a wrong secret, a disabled app', async () => {
    const { app, code } = await withPerson()
    await expectOauth(ask(app, { grant_type: 'password' }), 20036, 'unsupported_grant_type', 'password')
    await expectOauth(ask(app, exchange('x', { client_id: 'cli_0000000000000000' })), 20048, 'invalid_client', 'cli_0000000000000000')
    await expectOauth(ask(app, exchange('x', { client_secret: 'wrong' })), 20002, 'invalid_client', app.app.id)
    const given = await code()
    await changeApp(app, { status: 'disabled' })
    await expectOauth(ask(app, exchange(given)), 20069, 'unauthorized_client', app.app.id)
    await changeApp(app, { status: 'enabled' })
    expect((await ask(app, exchange(given))).body.code).toBe(0)
  })

  test('20003, 20065 and 20004: no such code, a code that was used, a code of more than five minutes', async () => {
    const { app, code } = await withPerson()
    await expectOauth(ask(app, exchange('nothing')), 20003, 'invalid_grant', 'No such authorization code')
    const used = await code()
    expect((await ask(app, exchange(used))).body.code).toBe(0)
    await expectOauth(ask(app, exchange(used)), 20065, 'invalid_grant', 'has been used')
    const late = await code()
    kit.clock.pass(5 * 60_000)
    await expectOauth(ask(app, exchange(late)), 20004, 'invalid_grant', 'five minutes')
  })

  test('20024: a code or refresh token of another app, which stays good', async () => {
    const { app, code } = await withPerson()
    const other = await newApp(app)
    const given = await code()
    await expectOauth(ask(other, exchange(given)), 20024, 'invalid_grant', other.app.id)
    const { body } = await ask(app, exchange(given))
    await expectOauth(ask(other, refresh(body.refresh_token as string)), 20024, 'invalid_grant', other.app.id)
    expect((await ask(app, refresh(body.refresh_token as string))).body.code).toBe(0)
  })

  test('20049: the verifier must be the one that the challenge was made of', async () => {
    const { app, code } = await withPerson()
    const verifier = randomBytes(32).toString('base64url')
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    const hashed = await code({ codeChallenge: challenge, codeChallengeMethod: 'S256' })
    await expectOauth(ask(app, exchange(hashed)), 20049, 'invalid_grant', 'code_verifier')
    await expectOauth(ask(app, exchange(hashed, { code_verifier: challenge })), 20049, 'invalid_grant', 'code_verifier')
    expect((await ask(app, exchange(hashed, { code_verifier: verifier }))).body.code).toBe(0)
    const plain = await code({ codeChallenge: verifier })
    await expectOauth(ask(app, exchange(plain, { code_verifier: challenge })), 20049, 'invalid_grant', 'code_verifier')
    expect((await ask(app, exchange(plain, { code_verifier: verifier }))).body.code).toBe(0)
  })

  test('20071: another redirect address than that of the authorization', async () => {
    const { app, code } = await withPerson()
    const given = await code({ redirectUri: 'https://app.example/back' })
    const wrong = exchange(given, { redirect_uri: 'https://evil.example/' })
    await expectOauth(ask(app, wrong), 20071, 'invalid_grant', 'https://evil.example/')
    expect((await ask(app, exchange(given, { redirect_uri: 'https://app.example/back' }))).body.code).toBe(0)
  })

  test('20067 and 20068: scopes that are named twice, or were not granted; fewer narrow the token and no later one', async () => {
    const { app, code } = await withPerson()
    const scopes = ['contact:contact.base:readonly', 'contact:user.base:readonly', 'offline_access']
    const given = await code({ scopes })
    const twice = exchange(given, { scope: 'offline_access offline_access' })
    await expectOauth(ask(app, twice), 20067, 'invalid_scope', 'offline_access')
    await expectOauth(ask(app, exchange(given, { scope: 'contact:contact' })), 20068, 'invalid_scope', 'contact:contact')
    const { body } = await ask(app, exchange(given, { scope: 'contact:user.base:readonly' }))
    expect(body.scope).toBe('contact:user.base:readonly')
    const next = await ask(app, refresh(body.refresh_token as string))
    expect(next.body.scope).toBe(scopes.join(' '))
  })

  test('20066: somebody who has resigned or was suspended since', async () => {
    const { app, code, user_id } = await withPerson()
    const given = await code()
    const patch = (is_frozen: boolean) =>
      app.client.contact.user.patch({ path: { user_id }, params: { user_id_type: 'user_id' }, data: { is_frozen } })
    await patch(true)
    await expectOauth(ask(app, exchange(given)), 20066, 'invalid_grant', 'suspended')
    await patch(false)
    await app.client.contact.user.delete({ path: { user_id }, params: { user_id_type: 'user_id' }, data: {} })
    await expectOauth(ask(app, exchange(given)), 20066, 'invalid_grant', 'resigned')
  })

  test('20009: a store app that the company no longer has', async () => {
    const maker = await newCompany(kit.server)
    const store = await newApp(maker, { kind: 'store' })
    const taker = await newCompany(kit.server)
    const { user_id } = await newPerson(taker.client)
    const installation = `/companies/${taker.company}/installations/${store.app.id}`
    expect((await admin(kit.server, 'PUT', installation)).status).toBe(200)
    const given = await authorize({ ...store, company: taker.company }, user_id)
    expect((await admin(kit.server, 'DELETE', installation)).status).toBe(204)
    await expectOauth(ask(store, exchange(given)), 20009, 'unauthorized_client', taker.company)
  })

  test('20026 and 20037: no such refresh token, one of the first version, one that is too old', async () => {
    const { app, code } = await withPerson()
    for (const token of ['eyJx', 'x']) await expectOauth(ask(app, refresh(token)), 20026, 'invalid_grant', 'No such refresh token')
    await expectOauth(ask(app, refresh('ur-nothing')), 20026, 'invalid_grant', 'given by the first version')
    const { body } = await ask(app, exchange(await code()))
    kit.clock.pass(604_800_000)
    await expectOauth(ask(app, refresh(body.refresh_token as string)), 20037, 'invalid_grant', 'too old')
  })

  test('a chain of refreshed tokens ends a year after the person agreed', async () => {
    const { app, code } = await withPerson()
    const start = kit.clock.now()
    let { body } = await ask(app, exchange(await code()))
    const lives: number[] = []
    while (body.code === 0) {
      lives.push(body.refresh_token_expires_in as number)
      kit.clock.pass(Math.min(6 * 86_400_000, (body.refresh_token_expires_in as number) * 1000))
      body = (await ask(app, refresh(body.refresh_token as string))).body
    }
    expect(body.code).toBe(20037)
    expect(kit.clock.now() - start).toBe(365 * 86_400_000)
    expect(lives.at(-1)).toBeLessThan(604_800)
  })

  test('one of many exchanges of one code at the same time gets a token', async () => {
    const { app, code } = await withPerson()
    const given = await code()
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(app, exchange(given))))
    expect(answers.map(({ body }) => body.code).toSorted((a, b) => a - b)).toEqual([0, ...Array(7).fill(20065)])
  })
})

describe('a user token on contact calls', () => {
  test('acts with what was granted of what the app has; the rest is 99991679 or 99991672', async () => {
    const app = await newCompany(kit.server)
    const { user_id, open_id } = await newPerson(app.client)
    const token = await userToken(app, { user_id }, ['contact:user.base:readonly'])
    const call = () => app.client.contact.user.get({ path: { user_id: open_id } }, withUserAccessToken(token))
    const missing = await expectFeishuRefusal(call(), 99991679, 'contact:contact.base:readonly')
    // Source: obtain-oauth-code, the sample answer.
    const violation = { type: 'action_privilege_required', subject: 'contact:contact.base:readonly' }
    expect(missing.error.permission_violations).toContainEqual(violation)
    expect(missing.msg).toMatch(
      /Please request user re-authorization and try again\. required one of these privileges: \[contact:[^\]]+\]$/,
    )
    await changeApp(app, { scopes: ['contact:user.base:readonly'] })
    await expectFeishuRefusal(call(), 99991672, app.app.id)
  })

  test('99991677 when it is over; 99991668 for one that nobody was given, and when its person has resigned', async () => {
    const app = await newCompany(kit.server)
    const { user_id, open_id } = await newPerson(app.client)
    const get = (token: string) => app.client.contact.user.get({ path: { user_id: open_id } }, withUserAccessToken(token))
    const token = await userToken(app, { user_id })
    await expectFeishuRefusal(get('u-nobody'), 99991668, 'unknown')
    kit.clock.pass(7_199_999)
    expect(await get(token)).toMatchObject({ code: 0 })
    kit.clock.pass(1)
    await expectFeishuRefusal(get(token), 99991677, 'expired')
    kit.clock.pass(1)
    // The client goes by the machine's clock, and would send the token of two hours ago.
    const client = feishuClient(kit.server.url, app.app)
    const fresh = await userToken({ ...app, client }, { user_id })
    // Whoever gets tokens, it is known to be over for a week.
    await expectFeishuRefusal(get(token), 99991677, 'expired')
    await client.contact.user.delete({ path: { user_id: open_id }, data: {} })
    await expectFeishuRefusal(get(fresh), 99991668, 'resigned')
  })
})
