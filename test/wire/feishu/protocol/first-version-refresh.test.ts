import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { askForToken, authorize } from '../../../kit/feishu/authorizations.ts'
import { changeApp, newApp, newCompany, sendRaw, type TestApp } from '../../../kit/feishu/company.ts'
import { newPerson, setStanding } from '../../../kit/feishu/people.ts'
import { storeAppToken } from '../../../kit/feishu/store-apps.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()
const paths = { oidc: '/authen/v1/oidc/refresh_access_token', legacy: '/authen/v1/refresh_access_token' }
const any = expect.any(String)

async function told(app: TestApp, path: string, body: object, token?: string) {
  const answer = await sendRaw(app, 'POST', path, { body, ...(token !== undefined && { token }) })
  return [answer.status, answer.body.code, answer.body.msg]
}

const body = (refresh_token: string, grant_type = 'refresh_token') => ({ grant_type, refresh_token })

async function withRefreshToken() {
  const app = await newCompany(kit.server)
  const person = await newPerson(app.client)
  const code = await authorize(app, person.user_id)
  const { data } = await app.client.authen.v1.oidcAccessToken.create({ data: { grant_type: 'authorization_code', code } })
  return { app, person, given: body(data?.refresh_token as string) }
}

test('one of the first version is refreshed there, and not by the later ones', async () => {
  const { app, given } = await withRefreshToken()
  expect((await askForToken(app, given)).body).toMatchObject({ code: 20026, error: 'invalid_grant' })
  expect(await told(app, paths.oidc, given)).toEqual([200, 0, 'success'])
})

/** Source: oidc-refresh_access_token/create and refresh_access_token/create, error codes: all of them answered with HTTP 200. */
describe.each(['oidc', 'legacy'] as const)('what refreshing refuses with, and leaves the refresh token good (%s)', (which) => {
  const path = paths[which]
  const legacy = which === 'legacy'

  test('a missing refresh token, another grant, one of another app', async () => {
    const { app, given } = await withRefreshToken()
    expect(await told(app, path, { grant_type: 'refresh_token' })).toMatchObject([200, 20001, any])
    const other = { ...given, grant_type: 'password' }
    expect(await told(app, path, other)).toMatchObject([200, legacy ? 20001 : 20036, any])
    expect(await told(await newApp(app), path, given)).toMatchObject([200, 20024, any])
    expect(await told(app, path, given)).toEqual([200, 0, 'success'])
  })

  test('somebody who is suspended, has not joined, or has resigned', async () => {
    const { app, person, given } = await withRefreshToken()
    const as = { path: { user_id: person.open_id } }
    await app.client.contact.user.patch({ ...as, data: { is_frozen: true } })
    expect(await told(app, path, given)).toMatchObject([200, 20022, any])
    await app.client.contact.user.patch({ ...as, data: { is_frozen: false } })
    await setStanding(app, person.user_id, { unjoined: true })
    expect(await told(app, path, given)).toMatchObject([200, 20023, any])
    await setStanding(app, person.user_id, { unjoined: false })
    await app.client.contact.user.delete({ ...as, data: {} })
    expect(await told(app, path, given)).toMatchObject([200, 20021, any])
  })

  test('an app token that is none, and a disabled app', async () => {
    const { app, given } = await withRefreshToken()
    const expected = (code: number, gateway: number) => (legacy ? [400, gateway, any] : [200, code, any])
    expect(await told(app, path, given, 't-nothing')).toMatchObject(expected(20013, 99991663))
    expect(await told(app, path, given, 'a-nothing')).toMatchObject(expected(20014, 99991664))
    const token = await app.token()
    await changeApp(app, { status: 'disabled' })
    expect(await told(app, path, given, token)).toMatchObject(expected(20042, 99991662))
  })
})

test('20009: a legacy refresh token where the store app was uninstalled since', async () => {
  const store = await newCompany(kit.server, { app: { kind: 'store' } })
  const other = await newApp(store)
  const { user_id } = await newPerson(other.client)
  const code = await authorize(store, user_id)
  const token = await storeAppToken(kit.server, store)
  const first = await sendRaw(store, 'POST', '/authen/v1/access_token', { body: { grant_type: 'authorization_code', code }, token })
  expect(first.body.code).toBe(0)
  await admin(kit.server, 'DELETE', `/companies/${store.company}/installations/${store.app.id}`)
  expect(await told(store, paths.legacy, body(first.body.data.refresh_token), token)).toEqual([200, 20009, 'Tenant does not install app'])
})
