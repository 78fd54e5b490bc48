import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Admin, eventsOf, newAccount, openAdmin } from './admin-kit.ts'
import { newOrganization } from './organization-kit.ts'

/** Source: the defaults that the reference of PATCH /admin/v1/accounts documents. */
const defaultFacts = {
  paymentCard: true,
  balance: 0,
  openOrders: 0,
  operateProcess: false,
  entityAdministrator: false,
  resources: [],
  undetectedResources: [],
  sharesResources: false,
  usesShares: false,
  securityMail: false,
  site: 'domestic',
  distributor: '',
}

let admin: Admin
beforeAll(async () => {
  admin = await openAdmin()
})
afterAll(async () => {
  expect(admin.faults).toEqual([])
  await admin.stop()
})

test('an account is made with its facts, shown and recorded', async () => {
  const facts = { name: 'Acme 中国', verification: 'enterprise', entity: 'Acme Ltd', kind: 'distributor_client', createdIn: 123456789 }
  const { status, body, answer } = await admin.ask('POST', '/accounts', { body: facts })
  expect(status).toBe(201)
  expect(body).toEqual({
    ...facts,
    uin: expect.any(Number),
    organization: null,
    facts: defaultFacts,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  })
  expect(String(body.uin)).toMatch(/^1\d{11}$/)
  expect(await admin.must(200, 'GET', `/accounts/${body.uin}`)).toEqual(body)
  const [event, ...more] = await eventsOf(admin, body.uin)
  expect(more).toEqual([])
  expect(event).toMatchObject({
    tenant: 'accounts',
    kind: 'account_created',
    actor: 'admin',
    account: 0,
    dialect: 'admin',
    operation: 'CreateAccount',
    requestId: answer.headers?.['x-request-id'],
    before: null,
    after: { ...facts, uin: body.uin },
  })
})

test('facts that are left out have their defaults', async () => {
  const none = await admin.must(201, 'POST', '/accounts', { body: { name: 'a', verification: 'none', entity: 'dropped' } })
  expect(none).toMatchObject({ entity: '', kind: 'standard', createdIn: null, organization: null })
  const person = await admin.must(201, 'POST', '/accounts', { body: { name: 'Li', verification: 'personal', createdIn: null } })
  expect(person).toMatchObject({ entity: 'Li', createdIn: null })
})

test('facts change one by one, with what was and what is', async () => {
  const { uin, createdAt } = await newAccount(admin, { name: 'before', verification: 'none' })
  const path = `/accounts/${uin}`
  const changed = await admin.must(200, 'PATCH', path, { body: { verification: 'personal' } })
  expect(changed).toEqual({
    uin,
    name: 'before',
    verification: 'personal',
    entity: 'before',
    kind: 'standard',
    createdIn: null,
    organization: null,
    facts: defaultFacts,
    createdAt,
  })
  expect(await admin.must(200, 'PATCH', path, { body: { entity: 'Person' } })).toMatchObject({ verification: 'personal', entity: 'Person' })
  expect(await admin.must(200, 'PATCH', path, { body: { name: 'after', kind: 'distributor_client', createdIn: 5 } })).toMatchObject({
    name: 'after',
    entity: 'Person',
    kind: 'distributor_client',
    createdIn: 5,
  })
  expect(await admin.must(200, 'PATCH', path, { body: { createdIn: null, verification: 'none' } })).toMatchObject({
    createdIn: null,
    entity: '',
  })
  const last = await admin.must(200, 'GET', path)
  expect(last).toEqual({
    uin,
    name: 'after',
    verification: 'none',
    entity: '',
    kind: 'distributor_client',
    createdIn: null,
    organization: null,
    facts: defaultFacts,
    createdAt,
  })

  const events = (await eventsOf(admin, uin)).slice(1)
  expect(events.map(({ kind, operation }) => [kind, operation])).toEqual(Array(4).fill(['account_changed', 'ChangeAccount']))
  expect(events[1]).toMatchObject({ before: { entity: 'before' }, after: { entity: 'Person', verification: 'personal' } })
  expect(events[3].after).toMatchObject({ verification: 'none', entity: '' })
})

test('facts that no vendor action sets change one by one and are recorded', async () => {
  const { uin, facts } = await newAccount(admin)
  expect(facts).toEqual(defaultFacts)
  const others = {
    paymentCard: false,
    balance: -5,
    openOrders: 2,
    operateProcess: true,
    entityAdministrator: true,
    resources: ['cvm', 'cos'],
    undetectedResources: ['vpc'],
    sharesResources: true,
    usesShares: true,
    securityMail: true,
    site: 'international',
    distributor: 'Lantern Resale',
  }
  let expected: object = defaultFacts
  for (const [name, value] of Object.entries(others)) {
    const changed = await admin.must(200, 'PATCH', `/accounts/${uin}`, { body: { facts: { [name]: value } } })
    const [before] = [expected]
    expected = { ...expected, [name]: value }
    expect(changed.facts).toEqual(expected)
    expect((await eventsOf(admin, uin)).at(-1)).toMatchObject({
      kind: 'account_changed',
      before: { facts: before },
      after: { facts: expected },
    })
  }
  expect((await admin.must(200, 'GET', `/accounts/${uin}`)).facts).toEqual(others)
  const back = await admin.must(200, 'PATCH', `/accounts/${uin}`, { body: { facts: defaultFacts } })
  expect(back.facts).toEqual(defaultFacts)
  await admin.must(200, 'PATCH', `/accounts/${uin}`, { body: { facts: { balance: 0 } } })
  expect(await eventsOf(admin, uin)).toHaveLength(Object.keys(others).length + 2)
})

test('facts that are none are refused, and nothing changes', async () => {
  const { uin } = await newAccount(admin)
  const wrong: [object, string][] = [
    [{}, '/body/facts'],
    [{ vouchers: 3 }, '/body/facts/vouchers'],
    [{ balance: 0.5 }, '/body/facts/balance'],
    [{ openOrders: -1 }, '/body/facts/openOrders'],
    [{ paymentCard: 1 }, '/body/facts/paymentCard'],
    [{ resources: 'cvm' }, '/body/facts/resources'],
    [{ resources: [''] }, '/body/facts/resources/0'],
    [{ site: 'mars' }, '/body/facts/site'],
  ]
  for (const [facts, pointer] of wrong) {
    const { status, body } = await admin.ask('PATCH', `/accounts/${uin}`, { body: { facts } })
    expect([JSON.stringify(facts), status, body.pointer]).toEqual([JSON.stringify(facts), 400, pointer])
  }
  expect(await eventsOf(admin, uin)).toHaveLength(1)
})

test('a change to what is so already is answered and records nothing', async () => {
  const { uin, name } = await newAccount(admin)
  await admin.must(200, 'PATCH', `/accounts/${uin}`, { body: { name, verification: 'enterprise' } })
  expect(await eventsOf(admin, uin)).toHaveLength(1)
})

test('refusals of one account', async () => {
  for (const [method, sent] of [
    ['GET', {}],
    ['PATCH', { body: { name: 'b' } }],
  ] as const) {
    const { status, body } = await admin.ask(method, '/accounts/999999999999', sent)
    expect([status, body.type]).toEqual([404, 'urn:rollcall:account_not_found'])
  }
  const { uin } = await newAccount(admin)
  for (const [change, pointer] of [
    [{}, '/body'],
    [{ name: null }, '/body/name'],
    [{ uin: 5 }, '/body/uin'],
    [{ organization: 5 }, '/body/organization'],
  ] as const) {
    const { status, body } = await admin.ask('PATCH', `/accounts/${uin}`, { body: change })
    expect([status, body.pointer]).toEqual([400, pointer])
  }
  expect(await eventsOf(admin, uin)).toHaveLength(1)
})

test('an account shows the organization that it belongs to', async () => {
  const { manager, organization } = await newOrganization(admin)
  expect(await admin.must(200, 'GET', `/accounts/${manager}`)).toMatchObject({ organization })
})

test('pages hold every account once, in the order of Uins', async () => {
  for (let count = 0; count < 5; count++) await newAccount(admin)
  const { items: all, cursor } = await admin.must(200, 'GET', '/accounts?limit=1000')
  expect(cursor).toBe(null)
  const uins = all.map(({ uin }: { uin: number }) => uin)
  expect(uins).toEqual([...uins].sort((a, b) => a - b))
  for (const limit of [1, 2, all.length - 1, all.length]) {
    const walked: unknown[] = []
    let after = ''
    for (let pages = 0; pages <= all.length; pages++) {
      const page = await admin.must(200, 'GET', `/accounts?limit=${limit}${after}`)
      expect(page.items.length).toBeLessThanOrEqual(limit)
      walked.push(...page.items)
      if (page.cursor === null) break
      after = `&after=${page.cursor}`
    }
    expect(walked).toEqual(all)
  }
})

test('a cursor that this list did not give is refused', async () => {
  const { cursor: own } = await admin.must(200, 'GET', '/accounts?limit=1')
  const cursors = [
    `${own}=`,
    `${String(own).slice(0, 2)}!${String(own).slice(2)}`,
    'x',
    '',
    '!!!',
    'bnVsbA',
    'IngiIA==',
    Buffer.from('"a"').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
    'MS41',
  ]
  for (const after of cursors) {
    const { status, body } = await admin.ask('GET', `/accounts?after=${encodeURIComponent(after)}`)
    expect([after, status, body.type]).toEqual([after, 400, 'urn:rollcall:cursor_invalid'])
  }
})
