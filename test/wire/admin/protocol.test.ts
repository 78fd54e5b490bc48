import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminOperation } from '../../../src/dialects/admin/admin-operation.ts'
import { adminOperations } from '../../../src/dialects/admin/operations.ts'
import { type Admin, newAccount, openAdmin, token } from './admin-kit.ts'

let admin: Admin
beforeAll(async () => {
  admin = await openAdmin()
})
afterAll(async () => {
  expect(admin.faults).toEqual([])
  await admin.stop()
})

test('a problem is a problem document with both languages, and its id in header, document and outcome', async () => {
  const { answer, body } = await admin.ask('GET', '/accounts/100000000001')
  expect(answer).toMatchObject({
    status: 404,
    type: 'application/problem+json',
    outcome: { operation: 'admin:GetAccount', code: 'account_not_found' },
  })
  expect(body).toEqual({
    type: 'urn:rollcall:account_not_found',
    title: 'No such account',
    status: 404,
    detail: 'No account 100000000001. GET /admin/v1/accounts lists them.',
    detail_zh: '没有账号 100000000001，可用 GET /admin/v1/accounts 查询。',
    instance: `urn:uuid:${answer.headers?.['x-request-id']}`,
  })
})

test('without the token in force nothing is answered, not even what exists', async () => {
  const wrong = [
    undefined,
    '',
    token,
    'Bearer',
    'Bearer ',
    `Bearer ${token}x`,
    `Bearer ${token.slice(0, -1)}`,
    `Basic ${token}`,
    `Bearer ${token}, Bearer ${token}`,
  ]
  for (const authorization of wrong) {
    for (const [method, path] of [
      ['GET', '/accounts'],
      ['DELETE', '/accounts'],
      ['GET', '/nowhere'],
    ] as const) {
      const { status, answer, body } = await admin.ask(method, path, { headers: { authorization } })
      expect([status, body.type]).toEqual([401, 'urn:rollcall:unauthorized'])
      expect(answer.headers?.['www-authenticate']).toMatch(/^Bearer realm="rollcall"/)
    }
  }
  const { status, body } = await admin.ask('POST', '/accounts', { headers: { authorization: undefined }, bytes: '{' })
  expect([status, body.type]).toEqual([401, 'urn:rollcall:unauthorized'])
  expect((await admin.ask('GET', '/accounts', { headers: { authorization: `bearer  ${token}` } })).status).toBe(200)
})

test('an empty token lets nobody in; a changed one is in force at once', async () => {
  let inForce = ''
  const other = await openAdmin(undefined, { token: () => inForce })
  for (const authorization of ['Bearer', 'Bearer ', 'Bearer  ']) {
    expect((await other.ask('GET', '/accounts', { headers: { authorization } })).status).toBe(401)
  }
  inForce = 'pässword with spaces'
  const sent = Buffer.from(`Bearer ${inForce}`).toString('latin1')
  expect((await other.ask('GET', '/accounts', { headers: { authorization: sent } })).status).toBe(200)
  expect((await other.ask('GET', '/accounts')).status).toBe(401)
  await other.stop()
})

test('unknown paths are 404, unknown methods 405 with Allow', async () => {
  for (const path of ['', '/', '/nowhere', '/accounts/1/keys/2/3', '/accountsx']) {
    const { status, body, answer } = await admin.ask('GET', path)
    expect([path, status, body.type, answer.outcome.operation]).toEqual([path, 404, 'urn:rollcall:path_not_found', 'admin:-'])
  }
  const allowed = async (method: string, path: string) => {
    const { status, answer } = await admin.ask(method, path)
    return [status, answer.headers?.allow]
  }
  expect(await allowed('DELETE', '/accounts')).toEqual([405, 'POST, GET, HEAD'])
  expect(await allowed('OPTIONS', '/accounts/1')).toEqual([405, 'GET, HEAD, PATCH'])
  expect(await allowed('POST', '/events')).toEqual([405, 'GET, HEAD'])
})

test('bodies that are too large, not JSON, or not well-formed', async () => {
  const post = async (sent: Parameters<Admin['ask']>[2]) => {
    const { status, body } = await admin.ask('POST', '/accounts', sent)
    return `${status} ${body.type.slice('urn:rollcall:'.length)}`
  }
  const fine = JSON.stringify({ name: 'a', verification: 'none' })
  expect(await post({ oversized: true })).toBe('413 body_too_large')
  expect(await post({ bytes: `${fine}${' '.repeat(2 * 1024 * 1024)}` })).toBe('413 body_too_large')
  for (const type of [undefined, 'text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=gbk', 'application/jsonx']) {
    expect(await post({ bytes: fine, headers: { 'content-type': type } })).toBe('415 unsupported_media_type')
  }
  for (const bytes of ['{', '{"name":}', 'null null', `\ufeff${fine}`, Buffer.from('{"name":"\xff"}', 'latin1')]) {
    expect(await post({ bytes })).toBe('400 malformed_body')
  }
  expect(
    (await admin.ask('POST', '/accounts', { bytes: fine, headers: { 'content-type': 'Application/JSON; charset="UTF-8"' } })).status,
  ).toBe(201)
})

test('what is not as declared is refused with a pointer to it, and nothing changes', async () => {
  const before = await admin.must(200, 'GET', '/events?limit=1000')
  const name = 'a'
  const verification = 'none'
  const wrong: [unknown, string][] = [
    [undefined, '/body'],
    [null, '/body'],
    [[], '/body'],
    ['text', '/body'],
    [{}, '/body/name'],
    [{ name }, '/body/verification'],
    [{ name: '', verification }, '/body/name'],
    [{ name: 5, verification }, '/body/name'],
    [{ name: 'a'.repeat(101), verification }, '/body/name'],
    [{ name: 'a\0b', verification }, '/body/name'],
    [{ name: 'a\ud800', verification }, '/body/name'],
    [{ name, verification: 'gold' }, '/body/verification'],
    [{ name, verification: null }, '/body/verification'],
    [{ name, verification, uin: 5 }, '/body/uin'],
    [{ name, verification, 'a/b~c': 5 }, '/body/a~1b~0c'],
    [{ name, verification, createdIn: 0 }, '/body/createdIn'],
    [{ name, verification, createdIn: 1.5 }, '/body/createdIn'],
    [{ name, verification, createdIn: 2 ** 53 }, '/body/createdIn'],
    [{ name, verification, createdIn: '5' }, '/body/createdIn'],
    [{ name, verification, entity: '' }, '/body/entity'],
    [{ name, verification, kind: 'odd' }, '/body/kind'],
  ]
  for (const [body, pointer] of wrong) {
    const told = await admin.ask('POST', '/accounts', { body })
    expect([JSON.stringify(body), told.status, told.body.type, told.body.pointer]).toEqual([
      JSON.stringify(body),
      400,
      'urn:rollcall:invalid_input',
      pointer,
    ])
  }
  const sly = await admin.ask('POST', '/accounts', { bytes: '{"name":"a","verification":"none","__proto__":{"kind":"odd"}}' })
  expect([sly.status, sly.body.pointer]).toEqual([400, '/body/__proto__'])
  const deep = await admin.ask('POST', '/accounts', {
    bytes: `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)},"verification":"none"}`,
  })
  expect([deep.status, deep.body.pointer]).toEqual([400, '/body/name'])
  expect(await admin.must(200, 'GET', `/events?limit=1000`)).toEqual(before)
})

test('the text of a refusal says what is expected, in both languages', async () => {
  const { body } = await admin.ask('POST', '/accounts', { body: { name: 'a', verification: 'gold' } })
  expect(body.detail).toBe('In the body, `verification` must be one of none, personal, enterprise.')
  expect(body.detail_zh).toBe('正文中的 `verification` 应为 none、personal、enterprise 之一。')
  const { body: other } = await admin.ask('POST', '/accounts', { body: { name: 'a', verification: 'none', createdIn: 'x' } })
  expect(other.detail).toBe('In the body, `createdIn` must be of type integer, or be of type null.')
  // What is misspelt is missing too: told is the member that was sent.
  const { body: misspelt } = await admin.ask('POST', '/accounts', { body: { nome: 'a', verification: 'none' } })
  expect([misspelt.pointer, misspelt.detail]).toEqual(['/body/nome', 'In the body, `nome` is not known here.'])
})

test('path and query are read by their schemas', async () => {
  const pointer = async (path: string) => {
    const { status, body } = await admin.ask('GET', path)
    return [status, body.type.slice('urn:rollcall:'.length), body.pointer]
  }
  for (const uin of ['abc', '0', '-5', '1.5', '007', '1e3', '9007199254740993', '99999999999999999999', '%00']) {
    expect(await pointer(`/accounts/${uin}`)).toEqual([400, 'invalid_input', '/params/uin'])
  }
  for (const limit of ['0', '1001', '', 'ten', '1.0', '+5']) {
    expect(await pointer(`/accounts?limit=${limit}`)).toEqual([400, 'invalid_input', '/query/limit'])
  }
  expect(await pointer('/accounts?page=2')).toEqual([400, 'invalid_input', '/query/page'])
  expect(await pointer('/accounts/5?limit=2')).toEqual([400, 'invalid_input', '/query/limit'])
  expect(await pointer('/events?subject=a%00b')).toEqual([400, 'invalid_input', '/query/subject'])
  expect(await pointer('/accounts?limit=2&limit=2')).toEqual([400, 'malformed_query', undefined])
  expect(await pointer('/accounts?limit=%zz')).toEqual([400, 'malformed_query', undefined])
  expect(await pointer('/accounts?limit=%ff')).toEqual([400, 'malformed_query', undefined])
  expect((await admin.ask('GET', '/accounts?&limit=%35&')).status).toBe(200)
})

test('a body where none is taken is refused; HEAD is answered as GET', async () => {
  const { uin } = await newAccount(admin)
  const { status, body } = await admin.ask('GET', `/accounts/${uin}`, { body: {} })
  expect([status, body.pointer, body.detail]).toEqual([400, '/body', 'The body must be empty: this operation takes none.'])
  expect((await admin.ask('HEAD', `/accounts/${uin}`)).status).toBe(200)
})

test('a fault of ours is 500 without its text, and is told to the log', async () => {
  const broken = adminOperation({
    name: 'Break',
    area: 'practice',
    summary: { en: 'Break', zh: '出错' },
    kind: 'read',
    method: 'GET',
    path: '/admin/v1/break',
    output: Type.Object({}),
    status: 200,
    errors: [],
    handle: () => Promise.reject(new Error('the secret of the house')),
  })
  const other = await openAdmin(undefined, { operations: [...adminOperations, broken] })
  const { status, answer } = await other.ask('GET', '/break')
  expect([status, answer.outcome.code]).toEqual([500, 'internal_error'])
  expect(answer.body).not.toContain('secret of the house')
  expect(answer.body).toContain(answer.outcome.requestId)
  expect(answer.outcome).toMatchObject({ operation: 'admin:Break', fault: new Error('the secret of the house') })
  await other.stop()
})
