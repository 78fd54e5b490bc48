import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appSecrets } from '../../../src/directory/apps/app.ts'
import { appCredentials } from '../../../src/directory/apps/app-credentials.ts'
import { ownAppRow } from '../../../src/directory/apps/find-app.ts'
import { type Admin, eventsOf, openAdmin, unique, vault } from './admin-kit.ts'

let admin: Admin
let company: string
beforeAll(async () => {
  admin = await openAdmin()
  company = await newCompany()
})
afterAll(() => admin.stop())

const newCompany = async (): Promise<string> => (await admin.must(201, 'POST', '/companies', { body: { name: unique('company') } })).id
const create = (body: object = {}) => admin.must(201, 'POST', `/companies/${company}/apps`, { body: { name: unique('app'), ...body } })
const path = (app: string, of = company) => `/companies/${of}/apps/${app}`
const everything = { all: true, departments: [], people: [], groups: [] }

describe('apps', () => {
  test('a new one sees everything and may nothing; its secrets are told once and kept sealed', async () => {
    const { secret, verificationToken, ...app } = await create({ name: 'Payroll' })
    expect(app).toMatchObject({
      ...{
        id: expect.stringMatching(/^cli_[0-9a-f]{16}$/),
        company,
        name: 'Payroll',
        kind: 'custom',
        developer: company,
        status: 'enabled',
      },
      ...{ scopes: [], range: everything, webhookUrl: null, subscriptions: [], ipAllow: [], redirectUris: [] },
    })
    expect([secret.length, verificationToken.length]).toEqual([32, 32])
    expect(await admin.must(200, 'GET', path(app.id))).toEqual(app)
    const row = await ownAppRow(admin.store.reader, company, app.id)
    expect(JSON.stringify(row)).not.toContain(secret)
    expect(appSecrets(row, vault)).toEqual({ secret, verificationToken })
    const events = await eventsOf(admin, app.id)
    expect(events).toMatchObject([{ kind: 'app_created', tenant: `company-${company}`, after: { name: 'Payroll' } }])
    expect(JSON.stringify(events)).not.toContain(secret)
  })

  test('is made with everything that can be said of it, an own id and secret among it', async () => {
    const wanted = {
      ...{ id: 'cli_0011223344556677', secret: 'a-secret-of-somebody-else', kind: 'store', developer: 'dev-1' },
      ...{ scopes: ['contact:contact'], subscriptions: ['contact.user.created_v3'], ipAllow: ['10.0.0.0/8', '::1'] },
      ...{ webhookUrl: 'http://127.0.0.1:1/hook', redirectUris: ['https://app.example/back'] },
    }
    const { secret, id, verificationToken: _token, ...app } = await create({ ...wanted, encryptKey: 'key of events' })
    expect({ id, secret, ...app }).toMatchObject(wanted)
    const row = await ownAppRow(admin.store.reader, company, id)
    expect(appSecrets(row, vault)).toMatchObject({ secret: wanted.secret, encryptKey: 'key of events' })
    const again = await admin.ask('POST', `/companies/${await newCompany()}/apps`, { body: { name: 'x', id } })
    expect([again.status, again.body.type]).toEqual([409, 'urn:rollcall:app_exists'])
  })

  test('is changed member by member; null takes webhook and key away; the same again writes nothing', async () => {
    const { secret: _secret, verificationToken: _token, ...app } = await create({ encryptKey: 'k', webhookUrl: 'https://app.example/' })
    const body = { name: 'New name', scopes: ['contact:group'], status: 'disabled', webhookUrl: null, encryptKey: null, range: {} }
    const changed = await admin.must(200, 'PATCH', path(app.id), { body })
    const nothing = { all: false, departments: [], people: [], groups: [] }
    expect(changed).toMatchObject({ name: 'New name', scopes: ['contact:group'], status: 'disabled', webhookUrl: null, range: nothing })
    expect(appSecrets(await ownAppRow(admin.store.reader, company, app.id), vault)).not.toHaveProperty('encryptKey')
    expect(await admin.must(200, 'PATCH', path(app.id), { body })).toEqual(changed)
    const events = await eventsOf(admin, app.id)
    expect(events.map(({ kind }) => kind)).toEqual(['app_created', 'app_range_changed', 'app_changed'])
    expect(events[1]).toMatchObject({ before: { app: app.id, range: { all: true } }, after: { app: app.id, range: nothing } })
  })

  test('a range that is shown is taken as it is shown: all of the company, and nothing of it', async () => {
    const nothing = { all: false, departments: [], people: [], groups: [] }
    const { id } = await create({ range: everything })
    for (const range of [everything, nothing, everything]) {
      expect(await admin.must(200, 'PATCH', path(id), { body: { range } })).toMatchObject({ range })
      expect(await admin.must(200, 'GET', path(id))).toMatchObject({ range })
    }
    const kinds = (await eventsOf(admin, id)).map(({ kind }) => kind)
    expect(kinds).toEqual(['app_created', 'app_range_changed', 'app_range_changed'])
    expect(await admin.must(200, 'PATCH', path(id), { body: { range: { all: false } } })).toMatchObject({ range: nothing })
  })

  test('a range as long as it may be is taken', async () => {
    const { id } = await create()
    const names = Array.from({ length: 10_000 }, (_, index) => `none-${index}`.padEnd(64, '-'))
    const { body } = await admin.ask('PATCH', path(id), {
      body: { range: { all: false, departments: names, people: names, groups: names } },
    })
    expect(body.type).toBe('urn:rollcall:department_not_found')
  })

  test('a new secret takes the place of the old one', async () => {
    const { id, secret } = await create()
    const renewed = await admin.must(201, 'POST', `${path(id)}/secret`)
    expect(renewed).toEqual({ id, secret: expect.stringMatching(/^\w{32}$/) })
    expect(renewed.secret).not.toBe(secret)
    expect(await appCredentials(admin.store.reader, vault, id)).toMatchObject({ secret: renewed.secret })
    const events = await eventsOf(admin, id)
    expect(events.at(-1)).toMatchObject({ kind: 'app_changed', operation: 'RenewAppSecret' })
    expect(JSON.stringify(events)).not.toContain(renewed.secret)
  })

  test('a verification token of one’s own, when it is made and later, stands in no event and no answer but the first', async () => {
    const { id, verificationToken } = await create({ verificationToken: 'first-of-my-own' })
    expect(verificationToken).toBe('first-of-my-own')
    const changed = await admin.must(200, 'PATCH', path(id), { body: { verificationToken: 'second-of-my-own' } })
    expect(changed).not.toHaveProperty('verificationToken')
    const row = await ownAppRow(admin.store.reader, company, id)
    expect(appSecrets(row, vault).verificationToken).toBe('second-of-my-own')
    const events = await eventsOf(admin, id)
    expect(events.map(({ kind }) => kind)).toEqual(['app_created', 'app_changed'])
    expect(JSON.stringify([row, events])).not.toContain('of-my-own')
    for (const wrong of ['', 'with blanks', null]) {
      const { status, body } = await admin.ask('PATCH', path(id), { body: { verificationToken: wrong } })
      expect([status, body.pointer]).toEqual([400, '/body/verificationToken'])
    }
  })

  test('pages hold every app of the company once, with its range', async () => {
    company = await newCompany()
    for (let count = 0; count < 5; count++) await create({ range: count % 2 ? {} : { all: true } })
    const first = await admin.must(200, 'GET', `/companies/${company}/apps?limit=3`)
    const second = await admin.must(200, 'GET', `/companies/${company}/apps?limit=3&after=${first.cursor}`)
    const items = [...first.items, ...second.items]
    expect([new Set(items.map(({ id }) => id)).size, second.cursor]).toEqual([5, null])
    expect(items.filter(({ range }) => range.all)).toHaveLength(3)
    expect(JSON.stringify(items)).not.toContain('secret')
  })

  test('belongs to its company; what there is not in its range, and what is no app, is refused', async () => {
    const { id } = await create()
    const other = await newCompany()
    for (const [method, url, body, status, type] of [
      ['GET', path(id, other), undefined, 404, 'app_not_found'],
      ['PATCH', path(id, other), { name: 'x' }, 404, 'app_not_found'],
      ['POST', `${path(id, other)}/secret`, undefined, 404, 'app_not_found'],
      ['POST', '/companies/0000000000000000/apps', { name: 'x' }, 404, 'company_not_found'],
      ['GET', '/companies/0000000000000000/apps', undefined, 404, 'company_not_found'],
      ['PATCH', path(id), { range: { departments: ['od-nowhere'] } }, 404, 'department_not_found'],
      ['PATCH', path(id), { range: { people: ['nobody'] } }, 404, 'person_not_found'],
      ['PATCH', path(id), { range: { groups: ['none'] } }, 404, 'company_group_not_found'],
      ['PATCH', path(id), { ipAllow: ['everywhere'] }, 400, 'invalid_input'],
      ['PATCH', path(id), { webhookUrl: 'ftp://x' }, 400, 'invalid_input'],
      ['PATCH', path(id), { scopes: ['Not A Scope'] }, 400, 'invalid_input'],
      ['PATCH', path(id), { scopes: ['contact:contact', 'contact:user.bace:readonly'] }, 400, 'invalid_input'],
      ['PATCH', path(id), { subscriptions: ['contact.user.create_v3'] }, 400, 'invalid_input'],
      ['PATCH', path(id), { range: { all: 'false' } }, 400, 'invalid_input'],
      ['PATCH', path(id), { range: { all: true, groups: ['none'] } }, 400, 'invalid_input'],
      ['PATCH', path(id), {}, 400, 'invalid_input'],
    ] as const) {
      const told = await admin.ask(method, url, body && { body })
      expect([told.status, told.body.type], `${method} ${JSON.stringify(body)}`).toEqual([status, `urn:rollcall:${type}`])
    }
    expect(await admin.must(200, 'GET', path(id))).toMatchObject({ range: everything, ipAllow: [], webhookUrl: null })
  })
})

test('a misspelt scope or event is told what may be meant; those of other products are kept', async () => {
  const misspelt = async (body: object) =>
    (await admin.ask('POST', `/companies/${company}/apps`, { body: { name: 'x', ...body } })).body.detail
  expect(await misspelt({ scopes: ['contact:user.bace:readonly'] })).toContain('contact:user.base:readonly may be meant')
  expect(await misspelt({ subscriptions: ['contact.user.create_v3'] })).toContain('contact.user.created_v3 may be meant')
  const others = {
    scopes: ['im:message', 'contact:user.base:readonly'],
    subscriptions: ['im.message.receive_v1', 'contact.user.created_v3'],
  }
  expect(await create(others)).toMatchObject(others)
})

describe('installations', () => {
  const installation = (app: string, of: string) => `/companies/${of}/installations/${app}`

  test('a store app is installed elsewhere, its range changed, and taken out again', async () => {
    const { id } = await create({ kind: 'store' })
    const taker = await newCompany()
    expect(await admin.must(200, 'PUT', installation(id, taker))).toEqual({ company: taker, app: id, range: everything })
    expect(await admin.must(200, 'PUT', installation(id, taker), { body: { range: {} } })).toMatchObject({ range: { all: false } })
    expect(await admin.must(200, 'GET', path(id))).toMatchObject({ range: everything })
    await admin.must(204, 'DELETE', installation(id, taker))
    const again = await admin.ask('DELETE', installation(id, taker))
    expect([again.status, again.body.type]).toEqual([409, 'urn:rollcall:app_not_installed'])
    const events = (await eventsOf(admin, id, `&tenant=company-${taker}`)).map(({ kind }) => kind)
    expect(events).toEqual(['app_installed', 'app_range_changed', 'app_uninstalled'])
  })

  test('a custom app is at home in its own company only', async () => {
    const { id } = await create()
    const taker = await newCompany()
    for (const [method, url, status, type] of [
      ['PUT', installation(id, taker), 409, 'app_not_store'],
      ['DELETE', installation(id, company), 409, 'app_not_store'],
      ['PUT', installation('cli_nothing', taker), 404, 'app_not_found'],
      ['PUT', installation(id, '0000000000000000'), 404, 'company_not_found'],
    ] as const) {
      const told = await admin.ask(method, url)
      expect([told.status, told.body.type], `${method} ${url}`).toEqual([status, `urn:rollcall:${type}`])
    }
  })
})
