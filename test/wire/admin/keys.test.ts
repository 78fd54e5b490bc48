import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyPurpose } from '../../../src/directory/accounts/account.ts'
import { findCaller } from '../../../src/directory/accounts/find-caller.ts'
import { type Admin, eventsOf, newAccount, openAdmin, vault } from './admin-kit.ts'

let admin: Admin
beforeAll(async () => {
  admin = await openAdmin()
})
afterAll(async () => {
  expect(admin.faults).toEqual([])
  await admin.stop()
})

const holder = (secretId: string) => admin.store.read(async (reader) => findCaller(reader, secretId))

test('a key is made, its secret shown once and kept sealed; events hold no secret', async () => {
  const { uin } = await newAccount(admin)
  for (const sent of [{}, { body: {} }]) {
    const { status, body: key } = await admin.ask('POST', `/accounts/${uin}/keys`, sent)
    expect(status).toBe(201)
    expect(key).toEqual({ secretId: expect.stringMatching(/^AKID[A-Za-z0-9]{32}$/), secretKey: expect.stringMatching(/^[A-Za-z0-9]{32}$/) })
    const held = await holder(key.secretId)
    expect(held).toMatchObject({ enabled: true, ipAllow: [], ipDeny: [], caller: { account: { uin } } })
    expect(vault.open(held?.sealedSecret ?? '', keyPurpose(key.secretId))).toBe(key.secretKey)
    const listed = await admin.must(200, 'GET', `/accounts/${uin}/keys`)
    expect(JSON.stringify(listed)).not.toContain(key.secretKey)
    const events = await eventsOf(admin, key.secretId)
    expect(events).toMatchObject([{ kind: 'key_created', tenant: 'accounts', operation: 'CreateKey', after: { account: uin } }])
    expect(JSON.stringify(events)).not.toContain(key.secretKey)
  }
})

test('an own key can be brought, once', async () => {
  const { uin } = await newAccount(admin)
  const own = { secretId: `AKID${String(uin)}`, secretKey: 'my own secret, no'.replaceAll(/[ ,]/g, '-') }
  expect(await admin.must(201, 'POST', `/accounts/${uin}/keys`, { body: own })).toEqual(own)
  const other = await newAccount(admin)
  for (const holding of [uin, other.uin]) {
    const { status, body } = await admin.ask('POST', `/accounts/${holding}/keys`, { body: { ...own, secretKey: 'another-secret-key' } })
    expect([status, body.type]).toEqual([409, 'urn:rollcall:key_exists'])
  }
  const held = await holder(own.secretId)
  expect(vault.open(held?.sealedSecret ?? '', keyPurpose(own.secretId))).toBe(own.secretKey)
  expect(await eventsOf(admin, own.secretId)).toHaveLength(1)
})

test('half a key, or one that no client could use, is refused without repeating the secret', async () => {
  const { uin } = await newAccount(admin)
  const secretId = 'AKIDabcdefgh12345678'
  const secretKey = 'sixteen-chars-ok'
  const wrong: [object, string][] = [
    [{ secretId }, '/body/secretKey'],
    [{ secretKey }, '/body/secretId'],
    [{ secretId: 'abc', secretKey }, '/body/secretId'],
    [{ secretId: `${secretId}\n`, secretKey }, '/body/secretId'],
    [{ secretId, secretKey: 'short' }, '/body/secretKey'],
    [{ secretId, secretKey: 'sixteen chars no!' }, '/body/secretKey'],
    [{ secretId, secretKey: 5 }, '/body/secretKey'],
    [{ secretId, secretKey, status: 'enabled' }, '/body/status'],
  ]
  for (const [body, pointer] of wrong) {
    const told = await admin.ask('POST', `/accounts/${uin}/keys`, { body })
    expect([told.status, told.body.pointer]).toEqual([400, pointer])
    expect(told.answer.body).not.toContain('sixteen')
  }
  expect((await admin.must(200, 'GET', `/accounts/${uin}/keys`)).items).toEqual([])
})

test('a key is disabled, enabled and bound to addresses; in force at once, recorded', async () => {
  const { uin } = await newAccount(admin)
  const { secretId } = await admin.must(201, 'POST', `/accounts/${uin}/keys`)
  const path = `/accounts/${uin}/keys/${secretId}`
  expect(await admin.must(200, 'PATCH', path, { body: { status: 'disabled' } })).toMatchObject({
    secretId,
    status: 'disabled',
    ipAllow: [],
    ipDeny: [],
  })
  expect(await holder(secretId)).toMatchObject({ enabled: false })
  await admin.must(200, 'PATCH', path, { body: { status: 'disabled' } })
  const rules = { ipAllow: ['10.0.0.0/8', '2001:db8::/32', '::1'], ipDeny: ['10.1.2.3'] }
  const changed = await admin.must(200, 'PATCH', path, { body: { status: 'enabled', ...rules } })
  expect(changed).toEqual({ secretId, status: 'enabled', ...rules, createdAt: expect.any(String) })
  expect(await holder(secretId)).toMatchObject({ enabled: true, ...rules })
  expect((await admin.must(200, 'GET', `/accounts/${uin}/keys`)).items).toEqual([changed])
  expect((await eventsOf(admin, secretId)).map(({ kind, before, after }) => [kind, before?.status, after?.status])).toEqual([
    ['key_created', undefined, undefined],
    ['key_changed', 'enabled', 'disabled'],
    ['key_changed', 'disabled', 'enabled'],
  ])
})

test('addresses that nobody would understand are refused, and the key stays as it was', async () => {
  const { uin } = await newAccount(admin)
  const { secretId } = await admin.must(201, 'POST', `/accounts/${uin}/keys`)
  const path = `/accounts/${uin}/keys/${secretId}`
  const wrong = [
    '10.0.0',
    '10.0.0.0/33',
    '10.0.0.0/08',
    '10.0.0.0/',
    '10.0.0.0/-1',
    '::1/129',
    'fe80::1%eth0',
    'localhost',
    '10.0.0.1 ',
    '256.1.1.1',
    '1.2.3.4/8/8',
  ]
  for (const entry of wrong) {
    const { status, body } = await admin.ask('PATCH', path, { body: { status: 'disabled', ipDeny: ['10.0.0.1', entry] } })
    expect([entry, status, body.pointer]).toEqual([entry, 400, '/body/ipDeny/1'])
    expect((await admin.ask('PATCH', path, { body: { ipAllow: [entry] } })).body.pointer).toBe('/body/ipAllow/0')
  }
  expect((await admin.ask('PATCH', path, { body: { ipAllow: Array(101).fill('10.0.0.1') } })).body.pointer).toBe('/body/ipAllow')
  expect((await admin.ask('PATCH', path, { body: { status: 'deleted' } })).body.pointer).toBe('/body/status')
  expect((await admin.ask('PATCH', path, { body: {} })).body.pointer).toBe('/body')
  expect(await eventsOf(admin, secretId)).toHaveLength(1)
})

test('a deleted key is gone, and is recorded', async () => {
  const { uin } = await newAccount(admin)
  const { secretId } = await admin.must(201, 'POST', `/accounts/${uin}/keys`)
  const { status, answer } = await admin.ask('DELETE', `/accounts/${uin}/keys/${secretId}`)
  expect([status, answer.body]).toEqual([204, ''])
  expect(await holder(secretId)).toBe(undefined)
  expect(await eventsOf(admin, secretId)).toMatchObject([
    { kind: 'key_created' },
    { kind: 'key_deleted', operation: 'DeleteKey', before: { status: 'enabled' } },
  ])
  const again = await admin.ask('DELETE', `/accounts/${uin}/keys/${secretId}`)
  expect([again.status, again.body.type]).toEqual([404, 'urn:rollcall:key_not_found'])
})

test('a key is found under its own account only; unknown accounts have none', async () => {
  const { uin } = await newAccount(admin)
  const other = await newAccount(admin)
  const { secretId } = await admin.must(201, 'POST', `/accounts/${uin}/keys`)
  for (const [method, sent] of [
    ['PATCH', { body: { status: 'disabled' } }],
    ['DELETE', {}],
  ] as const) {
    const { status, body } = await admin.ask(method, `/accounts/${other.uin}/keys/${secretId}`, sent)
    expect([status, body.type]).toEqual([404, 'urn:rollcall:key_not_found'])
  }
  expect(await holder(secretId)).toMatchObject({ enabled: true })
  for (const method of ['GET', 'POST']) {
    const { status, body } = await admin.ask(method, '/accounts/999999999999/keys')
    expect([status, body.type]).toEqual([404, 'urn:rollcall:account_not_found'])
  }
})

test('pages hold every key once', async () => {
  const { uin } = await newAccount(admin)
  for (let count = 0; count < 5; count++) await admin.must(201, 'POST', `/accounts/${uin}/keys`)
  const { items: all } = await admin.must(200, 'GET', `/accounts/${uin}/keys`)
  expect(all).toHaveLength(5)
  const first = await admin.must(200, 'GET', `/accounts/${uin}/keys?limit=3`)
  const second = await admin.must(200, 'GET', `/accounts/${uin}/keys?limit=3&after=${first.cursor}`)
  expect([...first.items, ...second.items]).toEqual(all)
  expect(second.cursor).toBe(null)
  // A page that is full and the last one says so.
  const full = first.items.length + second.items.length
  expect((await admin.must(200, 'GET', `/accounts/${uin}/keys?limit=${full}`)).cursor).toBe(null)
  const { status, body } = await admin.ask('GET', `/accounts/${uin}/keys?after=NQ`)
  expect([status, body.type]).toEqual([400, 'urn:rollcall:cursor_invalid'])
})
