import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { askForToken, authorize } from '../../../kit/feishu/authorizations.ts'
import { changeApp, newApp, newCompany, sendRaw, type TestApp } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { credentialsOf, postAuth, storeAppToken, ticketOf } from '../../../kit/feishu/store-apps.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

const post = (path: string, body: object) => postAuth(kit.server, path, body)
const appToken = (store: TestApp) => storeAppToken(kit.server, store)
const installation = ({ app }: Pick<TestApp, 'app'>, company: string) => `/companies/${company}/installations/${app.id}`

/** A store app whose maker is one company, and another company. */
async function storeApp() {
  const store = await newCompany(kit.server, { app: { kind: 'store' } })
  const taker = await newCompany(kit.server)
  return { store, taker }
}

describe('a store app', () => {
  test('asks for its ticket, gets its app token with it, and a tenant token in each company that took it', async () => {
    const { store, taker } = await storeApp()
    expect(await ticketOf(kit.server, store)).toBe(undefined)
    expect(await post('app_ticket/resend', credentialsOf(store))).toEqual({ code: 0, msg: 'success' })
    const ticket = (await ticketOf(kit.server, store)) as string
    const app = await post('app_access_token', { ...credentialsOf(store), app_ticket: ticket })
    // Source: app_access_token, tenant_access_token, sample answers.
    expect(app).toEqual({ code: 0, msg: 'success', app_access_token: expect.stringMatching(/^a-\w{40}$/), expire: 7200 })
    await admin(kit.server, 'PUT', installation(store, taker.company))
    const body = { app_access_token: app.app_access_token as string, tenant_key: taker.company }
    const tenant = await post('tenant_access_token', body)
    expect(tenant).toEqual({ code: 0, msg: 'success', tenant_access_token: expect.stringMatching(/^t-\w{40}$/), expire: 7200 })
    expect(await post('tenant_access_token', body)).toEqual(tenant)
    const there = await sendRaw(store, 'GET', '/contact/v3/scopes', { token: tenant.tenant_access_token as string })
    expect(there.body.code).toBe(0)
  })

  test('its ticket stays the same for a day, and is noted as asked for each time', async () => {
    const { store } = await storeApp()
    const tickets: unknown[] = []
    for (const passed of [0, 23, 1]) {
      kit.clock.pass(passed * 3_600_000)
      await post('app_ticket/resend', credentialsOf(store))
      tickets.push(await ticketOf(kit.server, store))
    }
    expect([tickets[1] === tickets[0], tickets[2] === tickets[0]]).toEqual([true, false])
    const stale = await post('app_access_token', { ...credentialsOf(store), app_ticket: tickets[0] as string })
    expect([stale.code, stale.error?.message]).toEqual([10012, expect.stringContaining('app_ticket/resend')])
    const { body } = await admin<{ items: { kind: string; after: object }[] }>(kit.server, 'GET', `/events?subject=${store.app.id}`)
    expect(body.items.filter(({ kind }) => kind === 'app_ticket_asked')).toHaveLength(3)
    expect(JSON.stringify(body)).not.toContain(tickets[2])
  })

  test('10012, 10013, 10005, 10016, 10003 and 10014: what is not good of ticket, token, company and app', async () => {
    const { store, taker } = await storeApp()
    const first = await post('app_access_token', { ...credentialsOf(store), app_ticket: 'none was sent' })
    expect(first.code).toBe(10012)
    const app_access_token = await appToken(store)
    for (const [body, code, words] of [
      [{ app_access_token: 'a-nothing', tenant_key: taker.company }, 10013, 'app_access_token'],
      [{ app_access_token: await taker.token(), tenant_key: taker.company }, 10013, 'app_access_token'],
      [{ app_access_token, tenant_key: taker.company }, 10005, taker.company],
      [{ app_access_token, tenant_key: '0000000000000000' }, 10005, '0000000000000000'],
      [{ app_access_token }, 10003, 'tenant_key'],
    ] as const) {
      const told = await post('tenant_access_token', body)
      expect([told.code, told.error?.message]).toEqual([code, expect.stringContaining(words)])
    }
    expect(await post('app_ticket/resend', credentialsOf(taker))).toMatchObject({ code: 10016, msg: 'resend app ticket failed' })
    expect(await post('app_access_token', { ...credentialsOf(taker), app_ticket: 'x' })).toMatchObject({ code: 10003 })
    await changeApp(store, { status: 'disabled' })
    expect(await post('tenant_access_token', { app_access_token, tenant_key: store.company })).toMatchObject({ code: 10014 })
    expect(await post('app_ticket/resend', credentialsOf(store))).toMatchObject({ code: 10014 })
    expect(await post('app_access_token', { ...credentialsOf(store), app_ticket: 'x' })).toMatchObject({ code: 10014 })
    expect(await post('app_ticket/resend', { ...credentialsOf(store), app_id: 'not an id' })).toMatchObject({ code: 10003 })
  })

  test('an app token is over after two hours', async () => {
    const { store } = await storeApp()
    const body = { app_access_token: await appToken(store), tenant_key: store.company }
    kit.clock.pass(7_199_999)
    expect((await post('tenant_access_token', body)).code).toBe(0)
    kit.clock.pass(1)
    expect((await post('tenant_access_token', body)).code).toBe(10013)
  })

  test('99991673: writing people is for custom apps; and every call where it was uninstalled', async () => {
    const { store, taker } = await storeApp()
    await admin(kit.server, 'PUT', installation(store, taker.company))
    const given = await post('tenant_access_token', { app_access_token: await appToken(store), tenant_key: taker.company })
    const token = given.tenant_access_token as string
    const write = await sendRaw(store, 'POST', '/contact/v3/users', { token, body: {} })
    expect([write.status, write.body.code, write.body.error.message]).toEqual([400, 99991673, expect.stringContaining('custom')])
    expect((await sendRaw(store, 'GET', '/contact/v3/scopes', { token })).body.code).toBe(0)
    await admin(kit.server, 'DELETE', installation(store, taker.company))
    const gone = await sendRaw(store, 'GET', '/contact/v3/scopes', { token })
    expect([gone.body.code, gone.body.error.message]).toEqual([99991673, expect.stringContaining('no longer installed')])
  })

  test('sees in each company what that company lets it see', async () => {
    const { store, taker } = await storeApp()
    const { open_id, user_id } = await newPerson(taker.client)
    const other = await newPerson(taker.client)
    const range = { all: false, departments: [], people: [user_id], groups: [] }
    const installed = await admin(kit.server, 'PUT', installation(store, taker.company), { range: { people: [user_id] } })
    expect(installed.body.range).toEqual(range)
    expect(await admin(kit.server, 'PUT', installation(store, taker.company), { range })).toEqual(installed)
    const given = await post('tenant_access_token', { app_access_token: await appToken(store), tenant_key: taker.company })
    const token = given.tenant_access_token as string
    const path = (id: string) => `/contact/v3/users/${id}?user_id_type=user_id`
    const seen = await sendRaw(store, 'GET', path(user_id), { token })
    expect([seen.body.code, seen.body.data.user.open_id === open_id]).toEqual([0, false])
    expect((await sendRaw(store, 'GET', path(other.user_id), { token })).body.code).toBe(41050)
  })

  test('99991664: contact calls take no app token; a code of a person is exchanged with it', async () => {
    const { store } = await storeApp()
    const token = await appToken(store)
    const call = await sendRaw(store, 'GET', '/contact/v3/scopes', { token })
    expect([call.status, call.body.code]).toEqual([400, 99991664])
    const custom = await newApp(store)
    const { user_id } = await newPerson(custom.client)
    const code = await authorize(store, user_id)
    const body = { grant_type: 'authorization_code', code }
    const given = await sendRaw(store, 'POST', '/authen/v1/oidc/access_token', { token, body })
    expect(given.body).toMatchObject({ code: 0, data: { access_token: expect.stringMatching(/^u-/) } })
    expect((await askForToken(store, body)).body.code).toBe(20065)
  })

  test('two apps of one developer know a person under one union_id, others do not', async () => {
    const { taker } = await storeApp()
    const { user_id, union_id, open_id } = await newPerson(taker.client)
    const [sibling, stranger] = [await newApp(taker), await newApp(taker, { developer: 'somebody-else' })]
    const get = async ({ client }: TestApp) =>
      (await client.contact.user.get({ path: { user_id }, params: { user_id_type: 'user_id' } })).data?.user
    expect(await get(sibling)).toMatchObject({ union_id, user_id })
    expect((await get(sibling))?.open_id).not.toBe(open_id)
    expect((await get(stranger))?.union_id).not.toBe(union_id)
    await expectFeishuRefusal(sibling.client.contact.user.get({ path: { user_id: open_id } }), 99992361)
  })
})
