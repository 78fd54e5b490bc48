import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Admin, type Json, newAccount, openAdmin } from './admin-kit.ts'
import { newUser, newZone } from './organization-kit.ts'

let admin: Admin
beforeAll(async () => {
  admin = await openAdmin()
})
afterAll(async () => {
  expect(admin.faults).toEqual([])
  await admin.stop()
})

const cursorOf = (place: unknown) => Buffer.from(typeof place === 'string' ? place : JSON.stringify(place)).toString('base64url')

test('before anything has happened there is nothing to resume', async () => {
  const empty = await openAdmin()
  expect(await empty.must(200, 'GET', '/events')).toEqual({ items: [], cursor: null })
  await empty.stop()
})

test('an event says who did what through what, when, and what changed', async () => {
  const started = Date.now()
  const { answer, body } = await admin.ask('POST', '/accounts', { body: { name: 'a', verification: 'none' } })
  const { items } = await admin.must(200, 'GET', `/events?subject=${body.uin}`)
  expect(items).toEqual([
    {
      seq: expect.any(Number),
      tenant: 'accounts',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      actor: 'admin',
      account: 0,
      dialect: 'admin',
      operation: 'CreateAccount',
      requestId: answer.headers?.['x-request-id'],
      kind: 'account_created',
      subject: String(body.uin),
      before: null,
      after: {
        uin: body.uin,
        name: 'a',
        verification: 'none',
        entity: '',
        kind: 'standard',
        createdIn: null,
        createdAt: expect.any(Number),
      },
    },
  ])
  expect(Date.parse(items[0].at)).toBeGreaterThanOrEqual(started)
})

test('each filter takes exactly what it names, alone and together', async () => {
  const place = await newZone(admin)
  const user = await newUser(admin, place)
  await admin.must(200, 'PATCH', `/organizations/${place.organization}`, { body: { quotas: { users: 9 } } })
  const { items: all } = await admin.must(200, 'GET', '/events?limit=1000')
  const filters: Record<string, string> = { tenant: place.zone, kind: 'user_created', subject: user, actor: 'test' }
  for (const [name, value] of Object.entries(filters)) {
    const { items } = await admin.must(200, 'GET', `/events?limit=1000&${name}=${value}`)
    expect(items).toEqual(all.filter((event: Json) => event[name] === value))
    expect(items.length).toBeGreaterThan(0)
    expect(items.length).toBeLessThan(all.length)
  }
  const both = await admin.must(200, 'GET', `/events?tenant=${place.zone}&actor=admin`)
  expect(both.items).toMatchObject([{ kind: 'zone_quotas_changed', actor: 'admin', tenant: place.zone }])
  expect((await admin.must(200, 'GET', '/events?subject=nobody')).items).toEqual([])
})

test('100 at once unless said otherwise, oldest first', async () => {
  for (let count = 0; count < 101; count++) await newAccount(admin)
  const { items } = await admin.must(200, 'GET', '/events?tenant=accounts')
  expect(items).toHaveLength(100)
  const seqs = items.map(({ seq }: Json) => seq)
  expect(seqs).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
})

test('a cursor is given for every page, also an empty one, and goes on when more has happened', async () => {
  const { cursor } = await admin.must(200, 'GET', '/events?limit=1000')
  const rest = await admin.must(200, 'GET', `/events?after=${cursor}`)
  expect(rest.items).toEqual([])
  const { uin } = await newAccount(admin)
  const more = await admin.must(200, 'GET', `/events?after=${rest.cursor}`)
  expect(more.items.map(({ subject }: Json) => subject)).toEqual([String(uin)])
  expect((await admin.must(200, 'GET', `/events?after=${more.cursor}`)).items).toEqual([])
})

test('cursors that were not given here are refused', async () => {
  const wrong = [
    'x',
    '',
    '%2B%2B',
    'AAAA',
    cursorOf(5),
    cursorOf('null'),
    cursorOf([]),
    cursorOf({ accounts: '5' }),
    cursorOf({ accounts: -1 }),
  ]
  const odd = [
    cursorOf({ accounts: 1.5 }),
    cursorOf({ 'a\0': 1 }),
    cursorOf({ 'a b': 1 }),
    cursorOf('{"__proto__":1}'),
    `${cursorOf({})}=`,
    cursorOf('{"a":1e999}'),
  ]
  for (const after of [...wrong, ...odd]) {
    const { status, body } = await admin.ask('GET', `/events?after=${after}`)
    expect([after, status, body.type]).toEqual([after, 400, 'urn:rollcall:cursor_invalid'])
  }
})

test('filters that are none are refused, never taken for all', async () => {
  for (const [query, pointer] of [
    ['kind=user_creatd', '/query/kind'],
    ['tenant=', '/query/tenant'],
    ['limit=1001', '/query/limit'],
    ['operation=x', '/query/operation'],
  ] as const) {
    const { status, body } = await admin.ask('GET', `/events?${query}`)
    expect([query, status, body.pointer]).toEqual([query, 400, pointer])
  }
})
