import { withUserAccessToken } from '@larksuiteoapi/node-sdk'
import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { authorize } from '../../../kit/feishu/authorizations.ts'
import { changeApp, newApp, newCompany, sendRaw, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { newPerson, setStanding } from '../../../kit/feishu/people.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { storeAppToken } from '../../../kit/feishu/store-apps.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

async function withPerson() {
  const app = await newCompany(kit.server)
  const person = await newPerson(app.client, { en_name: 'First Version', employee_no: 'n-1', email: `${Date.now()}@first.example` })
  return { app, person, code: () => authorize(app, person.user_id) }
}

const grant_type = 'authorization_code'
const both = { code: { path: '/authen/v1/oidc/access_token', legacy: '/authen/v1/access_token' } }
const refreshing = { path: '/authen/v1/oidc/refresh_access_token', legacy: '/authen/v1/refresh_access_token' }

/** What a request without the official client is answered, which sends no other token than its own. */
async function told(app: TestApp, path: string, body: object, token?: string) {
  const answer = await sendRaw(app, 'POST', path, { body, ...(token !== undefined && { token }) })
  return [answer.status, answer.body.code, answer.body.msg]
}

describe('the first version of user tokens', () => {
  test('oidc: a code for tokens, and a refresh token for the next ones', async () => {
    const { app, code } = await withPerson()
    const { client } = app
    const first = await client.authen.v1.oidcAccessToken.create({ data: { grant_type, code: await code() } })
    // Source: oidc-access_token/create, sample answer.
    expect(first).toEqual({
      code: 0,
      msg: 'success',
      data: {
        access_token: expect.stringMatching(/^u-\w{46}$/),
        refresh_token: expect.stringMatching(/^ur-\w{46}$/),
        token_type: 'Bearer',
        expires_in: 7200,
        refresh_expires_in: 2_592_000,
        scope: expect.stringContaining('contact:contact.base:readonly'),
      },
    })
    const refresh_token = first.data?.refresh_token as string
    const again = () => client.authen.v1.oidcRefreshAccessToken.create({ data: { grant_type: 'refresh_token', refresh_token } })
    expect(await again()).toMatchObject({ code: 0, data: { refresh_token: expect.not.stringMatching(refresh_token) } })
    // Source: oidc-refresh_access_token/create, 20038: one that was used is not found.
    await expectFeishuRefusal(again(), 20038, 'newest one')
  })

  test('legacy: tells who the person is as well', async () => {
    const { app, person, code } = await withPerson()
    const first = await app.client.authen.v1.accessToken.create({ data: { grant_type, code: await code() } })
    const profile = {
      name: person.name,
      en_name: 'First Version',
      ...{
        avatar_url: expect.any(String),
        avatar_thumb: expect.any(String),
        avatar_middle: expect.any(String),
        avatar_big: expect.any(String),
      },
      open_id: person.open_id,
      union_id: person.union_id,
      email: person.email,
      user_id: person.user_id,
      mobile: person.mobile,
      tenant_key: app.company,
    }
    const tokens = { access_token: expect.stringMatching(/^u-/), token_type: 'Bearer', expires_in: 7200, sid: expect.any(String) }
    const refresh = { refresh_token: expect.stringMatching(/^ur-/), refresh_expires_in: 2_592_000 }
    expect(first).toEqual({ code: 0, msg: 'success', data: { ...tokens, ...refresh, ...profile } })
    const data = { grant_type: 'refresh_token', refresh_token: first.data?.refresh_token as string }
    const second = await app.client.authen.v1.refreshAccessToken.create({ data })
    expect(second).toEqual({ code: 0, msg: 'success', data: { ...tokens, ...refresh, ...profile } })
    const asPerson = withUserAccessToken(second.data?.access_token as string)
    expect(await app.client.authen.v1.userInfo.get({}, asPerson)).toEqual({
      code: 0,
      msg: 'success',
      data: { ...profile, employee_no: 'n-1' },
    })
  })

  test.each(['the app has not', 'the person has not granted'])('user_info leaves out what %s', async (which) => {
    const { app, person } = await withPerson()
    const scopes = ['contact:user.base:readonly']
    if (which === 'the app has not') await changeApp(app, { scopes })
    const code = await authorize(app, person.user_id, { scopes })
    const { data } = await app.client.authen.v1.oidcAccessToken.create({ data: { grant_type, code } })
    const info = await app.client.authen.v1.userInfo.get({}, withUserAccessToken(data?.access_token as string))
    expect(Object.keys(info.data ?? {}).toSorted()).toEqual([
      ...['avatar_big', 'avatar_middle', 'avatar_thumb', 'avatar_url', 'en_name', 'name', 'open_id', 'tenant_key', 'union_id'],
    ])
  })
})

describe.each(['path', 'legacy'] as const)('what a code refuses with (%s)', (which) => {
  const url = both.code[which]
  const legacy = which === 'legacy'

  test('missing and unknown parameters', async () => {
    const { app, code } = await withPerson()
    expect(await told(app, url, { grant_type })).toEqual([200, 20001, 'Invalid request. Please check request param'])
    const given = { grant_type: 'password', code: await code() }
    expect(await told(app, url, given)).toMatchObject([200, legacy ? 20001 : 20036, expect.any(String)])
    expect(await told(app, url, { grant_type, code: 'nothing' })).toMatchObject([200, legacy ? 20007 : 20003, expect.any(String)])
  })

  test('a used code, an old one, one of another app', async () => {
    const { app, code } = await withPerson()
    const used = await code()
    expect(await told(app, url, { grant_type, code: used })).toEqual([200, 0, 'success'])
    expect(await told(app, url, { grant_type, code: used })).toMatchObject([200, legacy ? 20007 : 20003, expect.any(String)])
    const others = await code()
    expect(await told(await newApp(app), url, { grant_type, code: others })).toMatchObject([200, 20024, expect.any(String)])
    kit.clock.pass(300_000)
    expect(await told(app, url, { grant_type, code: others })).toMatchObject([200, legacy ? 20007 : 20004, expect.any(String)])
  })

  test('somebody who is suspended or has resigned', async () => {
    const { app, person, code } = await withPerson()
    const given = { grant_type, code: await code() }
    const as = { path: { user_id: person.open_id } }
    await app.client.contact.user.patch({ ...as, data: { is_frozen: true } })
    expect(await told(app, url, given)).toEqual([200, 20022, 'User frozen'])
    await app.client.contact.user.patch({ ...as, data: { is_frozen: false } })
    await app.client.contact.user.delete({ ...as, data: {} })
    expect(await told(app, url, given)).toEqual([200, 20021, 'User resigned'])
  })

  test('20023: somebody who was invited and has not joined', async () => {
    const { app, person, code } = await withPerson()
    const given = { grant_type, code: await code() }
    await setStanding(app, person.user_id, { unjoined: true })
    expect(await told(app, url, given)).toEqual([200, 20023, 'User not registered'])
    await setStanding(app, person.user_id, { unjoined: false })
    expect(await told(app, url, given)).toEqual([200, 0, 'success'])
  })

  test('an app token that is none, and a disabled app', async () => {
    const { app, code } = await withPerson()
    const given = { grant_type, code: await code() }
    expect(await told(app, url, given, 't-nothing')).toMatchObject(
      legacy ? [400, 99991663, expect.any(String)] : [200, 20013, expect.any(String)],
    )
    expect(await told(app, url, given, 'a-nothing')).toMatchObject(
      legacy ? [400, 99991664, expect.any(String)] : [200, 20014, expect.any(String)],
    )
    const old = await app.token()
    kit.clock.pass(7_200_000)
    const later = { grant_type, code: await code() }
    expect(await told(app, url, later, old)).toMatchObject(legacy ? [400, 99991663, expect.any(String)] : [200, 20013, expect.any(String)])
    const token = await app.token()
    await changeApp(app, { status: 'disabled' })
    expect(await told(app, url, given, token)).toMatchObject(
      legacy ? [400, 99991662, expect.any(String)] : [200, 20042, expect.any(String)],
    )
  })
})

describe.each(['path', 'legacy'] as const)('what a refresh token refuses with (%s)', (which) => {
  const url = refreshing[which]
  const legacy = which === 'legacy'
  const body = (refresh_token: string) => ({ grant_type: 'refresh_token', refresh_token })

  test('one of another form, one that nobody was given, one that is too old', async () => {
    const { app, code } = await withPerson()
    expect(await told(app, url, body('eyJlater'))).toMatchObject([200, legacy ? 20007 : 20026, expect.any(String)])
    expect(await told(app, url, body('ur-nothing'))).toMatchObject([200, legacy ? 20007 : 20038, expect.any(String)])
    const { data } = await app.client.authen.v1.oidcAccessToken.create({ data: { grant_type, code: await code() } })
    kit.clock.pass(2_592_000_000)
    expect(await told(app, url, body(data?.refresh_token as string))).toMatchObject([200, legacy ? 20007 : 20037, expect.any(String)])
  })
})

test('20009: a legacy code where the store app was uninstalled since', async () => {
  const store = await newCompany(kit.server, { app: { kind: 'store' } })
  const other = await newApp(store)
  const { user_id } = await newPerson(other.client)
  const code = await authorize(store, user_id)
  await admin(kit.server, 'DELETE', `/companies/${store.company}/installations/${store.app.id}`)
  const answer = await told(store, '/authen/v1/access_token', { grant_type, code }, await storeAppToken(kit.server, store))
  expect(answer).toEqual([200, 20009, 'Tenant does not install app'])
})

describe('what user_info refuses with', () => {
  const info = (app: TestApp, token?: string) => sendRaw(app, 'GET', '/authen/v1/user_info', token === undefined ? {} : { token })

  test('20001 without a token, 20005 for one that is no user token or is over', async () => {
    const { app, code } = await withPerson()
    const bare = await fetch(`${kit.server.url}/open-apis/authen/v1/user_info`)
    expect([bare.status, ((await bare.json()) as { code: number }).code]).toEqual([200, 20001])
    expect((await info(app)).body.code).toBe(20005)
    const { data } = await app.client.authen.v1.oidcAccessToken.create({ data: { grant_type, code: await code() } })
    kit.clock.pass(7_200_000)
    expect((await info(app, data?.access_token)).body.code).toBe(20005)
  })

  test('99991662, 99991665 and 99991673: the app is disabled, the company suspended, the store app uninstalled', async () => {
    const store = await newCompany(kit.server, { app: { kind: 'store' } })
    const { user_id } = await newPerson((await newApp(store)).client)
    const body = { grant_type, code: await authorize(store, user_id) }
    const given = await sendRaw(store, 'POST', both.code.path, { body, token: await storeAppToken(kit.server, store) })
    const answered = async () => {
      const { status, body } = await info(store, given.body.data.access_token)
      return [status, body.code]
    }
    await changeApp(store, { status: 'disabled' })
    expect(await answered()).toEqual([400, 99991662])
    await changeApp(store, { status: 'enabled' })
    await setCompanyFacts(store, { suspended: true })
    expect(await answered()).toEqual([400, 99991665])
    await setCompanyFacts(store, { suspended: false })
    expect(await answered()).toEqual([200, 0])
    await admin(kit.server, 'DELETE', `/companies/${store.company}/installations/${store.app.id}`)
    expect(await answered()).toEqual([400, 99991673])
  })

  test('20021, 20022 and 20023: somebody who has resigned, is suspended, or has not joined', async () => {
    const { app, person, code } = await withPerson()
    const { data } = await app.client.authen.v1.oidcAccessToken.create({ data: { grant_type, code: await code() } })
    const as = { path: { user_id: person.open_id } }
    await app.client.contact.user.patch({ ...as, data: { is_frozen: true } })
    expect((await info(app, data?.access_token)).body).toMatchObject({ code: 20022, msg: 'User frozen' })
    await app.client.contact.user.patch({ ...as, data: { is_frozen: false } })
    expect((await info(app, data?.access_token)).body.code).toBe(0)
    await setStanding(app, person.user_id, { unjoined: true })
    expect((await info(app, data?.access_token)).body).toMatchObject({ code: 20023, msg: 'User not registered' })
    await setStanding(app, person.user_id, { unjoined: false })
    await app.client.contact.user.delete({ ...as, data: {} })
    expect((await info(app, data?.access_token)).body).toMatchObject({ code: 20021, msg: 'User resigned' })
  })
})
