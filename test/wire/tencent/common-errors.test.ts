import { expect, test } from 'vitest'
import { commonCodes, commonError } from '../../../src/dialects/tencent/common-errors.ts'
import type { TencentDeps } from '../../../src/dialects/tencent/endpoint-deps.ts'
import { readAuthorization } from '../../../src/dialects/tencent/signing/authorization-header.ts'
import { practice, recordOf } from './practice-route.ts'
import { exampleKey, noon, type request, tc3, v1 } from './signing/independent-signer.ts'

const good = { Name: 'abc' }
const mib = 1024 * 1024

/** Asks a route whose surroundings differ in one way. */
async function codeOf(sent: Parameters<ReturnType<typeof practice>['ask']>[0], differing: Partial<TencentDeps> = {}): Promise<string> {
  return (await practice(undefined, differing).ask(sent)).code
}

const withKey = (change: object): Partial<TencentDeps> => ({ findKey: async () => ({ ...recordOf(exampleKey), ...change }) })

test('UnsupportedProtocol: any method but GET and POST', async () => {
  for (const method of ['PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'get']) {
    expect(await codeOf({ ...tc3('Practise', good), method })).toBe('UnsupportedProtocol')
  }
})

test('what cannot be read further is refused in the language of its header', async () => {
  const headers = { 'x-tc-language': 'zh-CN' }
  const { code, message } = await practice().ask({ ...tc3('Practise', good, { headers }), method: 'PUT' })
  expect([code, message]).toEqual(['UnsupportedProtocol', expect.stringMatching(/\p{Script=Han}{2}/u)])
})

test('RequestSizeLimitExceeded: 32 KB of query, 1 MB of form, 10 MB of JSON, and what was not even read', async () => {
  const name = 'x'.repeat(32 * 1024)
  expect(await codeOf(v1('Practise', { Name: name }, { method: 'GET' }))).toBe('RequestSizeLimitExceeded')
  expect(await codeOf(tc3('Practise', '', { query: `Name=${name}` }))).toBe('RequestSizeLimitExceeded')
  expect(await codeOf(tc3('Practise', '', { query: 'x'.repeat(32 * 1024) }))).toBe('UnknownParameter')
  expect(await codeOf(v1('Practise', { Name: 'x'.repeat(mib) }))).toBe('RequestSizeLimitExceeded')
  expect(await codeOf(tc3('Practise', ' '.repeat(10 * mib - 14) + JSON.stringify(good)))).toBe('OK')
  expect(await codeOf(tc3('Practise', ' '.repeat(10 * mib) + JSON.stringify(good)))).toBe('RequestSizeLimitExceeded')
  expect(await codeOf({ ...tc3('Practise', good), body: Buffer.alloc(0), oversized: true })).toBe('RequestSizeLimitExceeded')
})

test('MissingParameter: action, version, time and the pieces of signature version 1', async () => {
  for (const header of ['X-TC-Action', 'X-TC-Version', 'X-TC-Timestamp']) {
    const sent = tc3('Practise', good)
    const { [header.toLowerCase()]: _, ...headers } = sent.headers
    const { code, message } = await practice().ask({ ...sent, headers })
    expect([code, message]).toEqual(['MissingParameter', expect.stringContaining(`\`${header}\``)])
  }
  for (const name of ['Action', 'Version', 'Timestamp', 'Nonce', 'SecretId', 'Signature']) {
    const { code, message } = await practice().ask(v1('Practise', good, { common: { [name]: undefined } }))
    expect([code, message]).toEqual(['MissingParameter', expect.stringContaining(`\`${name}\``)])
  }
})

test('a header of version 3 says that a request is of it, signed or not; without any, and without a type, it is of version 1', async () => {
  const { authorization: _, ...headers } = tc3('Practise', '', { query: 'Name=abc' }).headers
  for (const unsigned of [tc3('Practise', '', { query: 'Name=abc' }), tc3('Practise', good)])
    expect(await codeOf({ ...unsigned, headers })).toBe('AuthFailure.InvalidAuthorization')
  const { 'content-type': __, ...untyped } = v1('Practise', good).headers
  expect(await codeOf({ ...v1('Practise', good), headers: untyped })).toBe('OK')
})

test('InvalidParameter: a time or a nonce that is no number', async () => {
  for (const time of ['abc', '-1', '1.5', '1e9', ' ', '0x10', '9'.repeat(16)]) {
    expect(await codeOf(tc3('Practise', good, { headers: { 'x-tc-timestamp': time } }))).toBe('InvalidParameter')
  }
  for (const Nonce of ['00', '-1', 'abc', '1.5']) expect(await codeOf(v1('Practise', good, { common: { Nonce } }))).toBe('InvalidParameter')
})

test('of several things that are wrong the misspelt name is told first, then what is missing, of another type, of another value', async () => {
  expect(await codeOf(tc3('Practise', { Nome: 'abc' }))).toBe('UnknownParameter')
  expect(await codeOf(tc3('Practise', { Limit: 'ten' }))).toBe('MissingParameter')
  expect(await codeOf(tc3('Practise', { ...good, Limit: 0, Open: 'ajar' }))).toBe('InvalidParameter')
  expect(await codeOf(tc3('Practise', { ...good, Limit: 0 }))).toBe('InvalidParameterValue')
})

test('a member that is null counts as absent, at any depth; an entry of a list does not', async () => {
  const { ask } = practice()
  const sent = { ...good, Limit: null, Members: [{ Name: 'x', Age: null }] }
  expect((await ask(tc3('Practise', sent))).response.Input).toEqual({ ...good, Members: [{ Name: 'x' }] })
  expect((await ask(tc3('Practise', { Name: null }))).code).toBe('MissingParameter')
  expect((await ask(tc3('Practise', { ...good, Members: [null] }))).code).toBe('InvalidParameter')
})

test('InvalidParameter and InvalidRequest: a POST that is not JSON under TC3', async () => {
  const typed = (type: string) => tc3('Practise', good, { headers: { 'content-type': type } })
  expect(await codeOf(typed('application/json; charset=utf-8'))).toBe('OK')
  expect(await codeOf(typed('Application/JSON ; charset=utf-8'))).toBe('OK')
  expect(await codeOf(typed('application/x-www-form-urlencoded'))).toBe('InvalidParameter')
  expect(await codeOf(typed('text/plain'))).toBe('InvalidParameter')
  expect(await codeOf(typed('multipart/form-data; boundary=x'))).toBe('InvalidRequest')
})

test('InvalidAction, NoSuchVersion, NoSuchProduct', async () => {
  const plain = { host: '127.0.0.1:7470', service: '127' }
  const version = (text: string) => ({ headers: { 'x-tc-version': text } })
  expect(await codeOf(tc3('Nothing', good))).toBe('InvalidAction')
  expect(await codeOf(tc3('Nothing', good, plain))).toBe('InvalidAction')
  expect((await practice().ask(tc3('practise', good))).message).toContain('Did you mean "Practise"')
  expect((await practice().ask(tc3('OldAction', {}))).message).toContain('Version 2018-12-25 has it')
  expect(await codeOf(tc3('OldAction', {}, { ...plain, ...version('2018-12-25') }))).toBe('OK')
  expect(await codeOf(tc3('Practise', good, version('2099-01-01')))).toBe('NoSuchVersion')
  expect(await codeOf(tc3('Practise', good, { ...plain, ...version('2099-01-01') }))).toBe('NoSuchVersion')
  expect(await codeOf(tc3('Practise', good, { host: 'rollcall.lan', service: 'rollcall', ...version('2099-01-01') }))).toBe('NoSuchVersion')
  const label = { host: '127.0.0.1:7470', service: 'organization', ...version('2099-01-01') }
  expect(await codeOf(tc3('Practise', good, label))).toBe('NoSuchVersion')
  expect(await codeOf(tc3('Practise', good, { service: 'elsewhere', ...version('2099-01-01') }))).toBe('NoSuchVersion')
  const vpc = { host: 'vpc.tencentcloudapi.com', service: 'vpc', ...version('2017-03-01') }
  expect(await codeOf(tc3('Practise', good, vpc))).toBe('NoSuchProduct')
  expect(await codeOf(tc3('Practise', good, { host: '127.0.0.1:7470', service: 'vpc', ...version('2017-03-01') }))).toBe('NoSuchProduct')
  // Source: the scope label first, then the host, then the version.
  const cvm = { host: '127.0.0.1:7470', service: 'cvm', ...version('2017-03-12') }
  expect(await codeOf(tc3('DescribeInstances', { Limit: 1 }, cvm))).toBe('OK')
  expect(await codeOf(tc3('DescribeInstances', { Limit: 1 }, { ...cvm, service: '127' }))).toBe('OK')
  expect(await codeOf(tc3('Practise', good, { ...cvm }))).toBe('InvalidAction')
})

test('AuthFailure.InvalidSecretId and SecretIdNotFound', async () => {
  const signedBy = (secretId: string) => tc3('Practise', good, { key: { secretId, secretKey: exampleKey.secretKey } })
  expect(await codeOf(signedBy('IKID1234567890'))).toBe('AuthFailure.InvalidSecretId')
  expect(await codeOf(signedBy('AKIDshort'))).toBe('AuthFailure.InvalidSecretId')
  for (const [letters, code] of [
    [7, 'AuthFailure.InvalidSecretId'],
    [8, 'AuthFailure.SecretIdNotFound'],
    [64, 'AuthFailure.SecretIdNotFound'],
    [65, 'AuthFailure.InvalidSecretId'],
  ] as const)
    expect(await codeOf(signedBy(`AKID${'u'.repeat(letters)}`))).toBe(code)
  // The first key may be of any form: it is there, whatever its id looks like.
  expect(await codeOf(signedBy('first-key'), withKey({ enabled: false }))).toBe('AuthFailure.SecretIdNotFound')
  expect(await codeOf(tc3('Practise', good), withKey({ enabled: false }))).toBe('AuthFailure.SecretIdNotFound')
  expect(await codeOf(v1('Practise', good), withKey({ enabled: false }))).toBe('AuthFailure.SecretIdNotFound')
})

test('AuthFailure.SignatureExpire: more than 300 seconds, before or after', async () => {
  for (const [offset, code] of [
    [-301, 'AuthFailure.SignatureExpire'],
    [-300, 'OK'],
    [300, 'OK'],
    [301, 'AuthFailure.SignatureExpire'],
  ] as const) {
    expect(await codeOf(tc3('Practise', good, { timestamp: noon + offset }))).toBe(code)
    expect(await codeOf(v1('Practise', good, { common: { Timestamp: String(noon + offset) } }))).toBe(code)
  }
})

test('AuthFailure.SignatureFailure: the documented sentence first; the date of the scope must be that of the time', async () => {
  const wrong = { ...exampleKey, secretKey: 'wrong' }
  const { code, message } = await practice().ask(tc3('Practise', good, { key: wrong }))
  expect(code).toBe('AuthFailure.SignatureFailure')
  // Source: documentation of AuthFailure.SignatureFailure.
  expect(message).toMatch(/^The provided credentials could not be validated\. Please check your signature is correct\. /)
  expect(await codeOf(v1('Practise', good, { key: wrong }))).toBe('AuthFailure.SignatureFailure')
  expect(await codeOf(tc3('Practise', good, { date: '2023-11-15' }))).toBe('AuthFailure.SignatureFailure')
  const sent = tc3('Practise', good, { signed: ['content-type', 'host', 'x-gone'], headers: { 'x-gone': 'on the way' } })
  const { 'x-gone': _, ...headers } = sent.headers
  const absent = await practice().ask({ ...sent, headers })
  expect([absent.code, absent.message]).toEqual(['AuthFailure.SignatureFailure', expect.stringContaining('x-gone')])
})

test('a SecretKey or an expected signature never stands in a refusal', async () => {
  const right = readAuthorization(tc3('Practise', good).headers.authorization ?? '').signature
  const { answer } = await practice().ask(tc3('Practise', good, { key: { ...exampleKey, secretKey: 'wrong' } }))
  expect(answer.body).not.toContain(right)
  expect(answer.body).not.toContain(exampleKey.secretKey)
  const form = await practice().ask(v1('Practise', { ...good, Password: 'hunter2' }, { key: { ...exampleKey, secretKey: 'wrong' } }))
  expect(form.message).not.toContain('hunter2')
})

test('AuthFailure.TokenFailure: a session token with a permanent key', async () => {
  expect(await codeOf(tc3('Practise', good, { headers: { 'x-tc-token': 'abc' } }))).toBe('AuthFailure.TokenFailure')
  expect(await codeOf(v1('Practise', good, { common: { Token: 'abc' } }))).toBe('AuthFailure.TokenFailure')
})

test('IpInBlacklist and IpNotInWhitelist, over addresses and ranges', async () => {
  const from = (ip: string) => ({ ...tc3('Practise', good), ip })
  const within = withKey({ ipAllow: ['10.0.0.0/8', '192.0.2.7', '2001:db8::/32'] })
  for (const ip of ['10.1.2.3', '192.0.2.7', '::ffff:10.9.9.9', '2001:db8::1']) expect(await codeOf(from(ip), within)).toBe('OK')
  for (const ip of ['11.0.0.1', '192.0.2.8', '2001:db9::1', 'nonsense']) expect(await codeOf(from(ip), within)).toBe('IpNotInWhitelist')
  expect(await codeOf(from('10.1.2.3'), withKey({ ipAllow: ['10.0.0.0/8'], ipDeny: ['10.1.0.0/16'] }))).toBe('IpInBlacklist')
})

test('RequestLimitExceeded: the bare code, counted by root account and action', async () => {
  const asked: unknown[] = []
  const limiter = { take: async (key: string, perSecond: number) => asked.push([key, perSecond]) < 1, takeOf: () => 0 }
  expect(await codeOf(tc3('Practise', good), { limiter })).toBe('RequestLimitExceeded')
  expect(asked).toEqual([['call:100000000001:organization:2021-03-31:Practise', 20]])
})

test('every common code has words in both languages', () => {
  expect(commonCodes).toContain('ResourceUnavailable')
  // Stands for whatever a code must be told: a name, or a text in both languages.
  const told = Object.assign(new String('thing'), { en: 'English', zh: '中文' })
  const build = commonError as (code: string, ...told: unknown[]) => { code: string; text: { en: string; zh: string } }
  for (const code of commonCodes) {
    const error = build(code, told, told)
    expect(error.code).toBe(code)
    expect(error.text.en).toMatch(/^[^\u4e00-\u9fff]{7,}$/)
    expect(error.text.zh).toMatch(/[\u4e00-\u9fff]{2}/)
  }
})

test('the order of the refusals: each fault that is mended uncovers the next', async () => {
  const faults: TencentDeps['limiter'] = { take: () => false, takeOf: () => 0 }
  const step = async (sent: ReturnType<typeof request>, differing: Partial<TencentDeps> = {}) =>
    codeOf(sent, { limiter: faults, ...differing })
  const bad = { authorization: 'SKIP', 'x-tc-timestamp': '1', 'x-tc-token': 'x', 'x-tc-version': '1' }
  const base = tc3('Practise', '{', { headers: bad })
  expect(await step({ ...base, method: 'PUT', oversized: true })).toBe('UnsupportedProtocol')
  expect(await step({ ...base, oversized: true })).toBe('RequestSizeLimitExceeded')
  expect(await step(base)).toBe('NoSuchVersion')
  expect(await step(tc3('Practise', '{', { headers: { ...bad, 'x-tc-version': '2021-03-31' } }))).toBe('AuthFailure.InvalidAuthorization')
  const timed = { 'x-tc-timestamp': '1', 'x-tc-token': 'x' }
  const wrong = { secretId: 'AKIDunknown1234', secretKey: 'wrong' }
  expect(await step(tc3('Practise', '{', { key: wrong, headers: timed }))).toBe('AuthFailure.SecretIdNotFound')
  const key = { ...exampleKey, secretKey: 'wrong' }
  expect(await step(tc3('Practise', '{', { key, headers: timed }))).toBe('AuthFailure.SignatureExpire')
  expect(await step(tc3('Practise', '{', { key, headers: { 'x-tc-token': 'x' } }))).toBe('AuthFailure.TokenFailure')
  const denied = withKey({ ipDeny: ['127.0.0.1'] })
  expect(await step(tc3('Practise', '{', { key }), denied)).toBe('AuthFailure.SignatureFailure')
  expect(await step(tc3('Practise', '{'), denied)).toBe('IpInBlacklist')
  expect(await step(tc3('Practise', '{'))).toBe('RequestLimitExceeded')
  expect(await codeOf(tc3('Practise', '{'))).toBe('InvalidParameter')
})
