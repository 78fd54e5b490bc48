import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { practice } from '../practice-route.ts'
import { exampleKey, noon, starredKey, tc3, v1 } from './independent-signer.ts'

const { ask, ports } = practice()
const name = fc
  .string({ unit: 'grapheme', minLength: 2, maxLength: 4 })
  .filter((text) => [...text].length >= 2 && [...text].length <= 8 && text.isWellFormed())

/** A Buffer with one bit of one byte turned. */
function turned(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  const index = at % copy.length
  copy.writeUInt8(copy.readUInt8(index) ^ (1 << bit), index)
  return copy
}

describe('a request signed by somebody else’s code', () => {
  test('TC3: passes, whatever the body and the extra headers are', async () => {
    const header = fc.stringMatching(/^[ -~]{0,40}$/)
    await fc.assert(
      fc.asyncProperty(name, header, async (Name, extra) => {
        const sent = tc3(
          'Practise',
          { Name },
          { headers: { 'x-extra': extra }, signed: ['content-type', 'host', 'x-extra', 'x-tc-action'] },
        )
        expect((await ask(sent)).response.Input).toEqual({ Name })
      }),
      { numRuns: 200 },
    )
  })

  test('TC3: behind a proxy that puts its own Host the refusal shows it', async () => {
    const sent = tc3('Practise', { Name: 'abc' })
    const { message, code } = await ask({ ...sent, headers: { ...sent.headers, host: 'backend:8080' } })
    expect(code).toBe('AuthFailure.SignatureFailure')
    expect(message).toContain('(Host came as "backend:8080": a proxy must pass it on as it is)')
  })

  test('TC3: any turned bit of body, signed headers, host, path or signature fails', async () => {
    // Bits 0 to 4: turning bit 5 only changes the case of a letter, which canonical headers do not tell apart.
    const part = fc.constantFrom('body', 'added header', 'content type', 'host', 'path', 'signature')
    await fc.assert(
      fc.asyncProperty(part, fc.nat(), fc.nat({ max: 4 }), async (which, at, bit) => {
        const sent = tc3(
          'Practise',
          { Name: 'abc' },
          { signed: ['content-type', 'host', 'x-tc-action', 'x-signed'], headers: { 'x-signed': 'value' } },
        )
        expect((await ask(sent)).code).toBe('OK')
        const text = (value: string | undefined) => turned(Buffer.from(value ?? ''), at, bit).toString('latin1')
        const { authorization = '' } = sent.headers
        const split = authorization.length - 64
        const changed = {
          body: () => ({ ...sent, body: turned(sent.body, at, bit) }),
          'added header': () => ({ ...sent, headers: { ...sent.headers, 'x-signed': text(sent.headers['x-signed']) } }),
          'content type': () => ({ ...sent, headers: { ...sent.headers, 'content-type': text(sent.headers['content-type']) } }),
          host: () => ({ ...sent, headers: { ...sent.headers, host: text(sent.headers.host) } }),
          path: () => ({ ...sent, path: text('/path') }),
          signature: () => ({
            ...sent,
            headers: { ...sent.headers, authorization: authorization.slice(0, split) + text(authorization.slice(split)) },
          }),
        }[which]()
        const { code } = await ask(changed)
        expect(['AuthFailure.SignatureFailure', 'AuthFailure.InvalidAuthorization']).toContain(code)
      }),
      { numRuns: 300 },
    )
  })

  test('TC3: a wrong secret, a query in place of a body, another time: all fail', async () => {
    const { headers, body } = tc3(
      'Practise',
      { Name: 'abc' },
      { key: { secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLF' } },
    )
    const base = tc3('Practise', { Name: 'abc' })
    expect((await ask({ ...base, headers, body })).code).toBe('AuthFailure.SignatureFailure')
    expect((await ask({ ...base, method: 'GET', query: 'Name=abc' })).code).toBe('AuthFailure.SignatureFailure')
    expect((await ask({ ...base, headers: { ...base.headers, 'x-tc-timestamp': String(noon + 1) } })).code).toBe(
      'AuthFailure.SignatureFailure',
    )
  })

  test('the next day and for another service the same key signs as well', async () => {
    const { ask } = practice(undefined, { ports: { ...ports, clock: { now: () => now * 1000 } } })
    let now = noon
    for (const timestamp of [noon, noon + 86_400, noon]) {
      now = timestamp
      for (const service of ['organization', '127']) {
        expect((await ask(tc3('Practise', { Name: 'abc' }, { timestamp, service }))).code).toBe('OK')
      }
    }
  })

  test('each key is known by its own secret, whichever was used before', async () => {
    const swapped = { secretId: starredKey.secretId, secretKey: exampleKey.secretKey }
    for (const sign of [tc3, v1]) {
      for (const key of [exampleKey, starredKey, exampleKey])
        expect((await ask(sign('Practise', { Name: 'abc' }, { key }))).code).toBe('OK')
      expect((await ask(sign('Practise', { Name: 'abc' }, { key: swapped }))).code).toBe('AuthFailure.SignatureFailure')
    }
  })

  test('half a signature, or one with something behind it, is none', async () => {
    const inHeader = tc3('Practise', { Name: 'abc' })
    const inForm = v1('Practise', { Name: 'abc' })
    const { authorization = '' } = inHeader.headers
    const form = new URLSearchParams(inForm.body.toString())
    const signature = form.get('Signature') ?? ''
    for (const change of [(whole: string) => whole.slice(0, -1), (whole: string) => `${whole}0`]) {
      expect((await ask({ ...inHeader, headers: { ...inHeader.headers, authorization: change(authorization) } })).code).toBe(
        'AuthFailure.SignatureFailure',
      )
      form.set('Signature', change(signature))
      expect((await ask({ ...inForm, body: Buffer.from(form.toString()) })).code).toBe('AuthFailure.SignatureFailure')
    }
  })

  test('a refusal quotes no more of a request than can be read', async () => {
    const wrong = { ...exampleKey, secretKey: 'wrong' }
    const long = `${'a'.repeat(600 - 'POSTorganization.tencentcloudapi.com/?Action=…&Name=…&Nonce=…&SecretId=…&Timestamp=…&Version=…&'.length - 1)}😀`
    const inForm = await ask(v1('Practise', { Name: 'abc', [long]: 'x', [`${long}b`]: 'x' }, { key: wrong }))
    const unsent = 'x-'.repeat(1000)
    const { authorization = '' } = tc3('Practise', { Name: 'abc' }).headers
    const named = { authorization: authorization.replace('content-type;host', `content-type;host;${unsent}`) }
    const inHeader = await ask(tc3('Practise', { Name: 'abc' }, { headers: named }))
    for (const { code, message } of [inForm, inHeader]) {
      expect(code).toBe('AuthFailure.SignatureFailure')
      expect(message.length).toBeLessThan(1000)
      expect(message.isWellFormed()).toBe(true)
    }
  })

  // Source: Signature v3, CanonicalQueryString and RequestPayload: one is always empty for POST, the other for GET.
  test('TC3: the query of a POST and the body of a GET are no part of what is signed', async () => {
    expect((await ask({ ...tc3('Practise', { Name: 'abc' }), query: 'from=console' })).response.Input).toEqual({ Name: 'abc' })
    expect((await ask({ ...tc3('Practise', '', { query: 'Name=abc' }), body: Buffer.from('{}') })).response.Input).toEqual({ Name: 'abc' })
  })

  // Source: Signature v1, step 1: by ASCII order, in which all capitals come before all small letters.
  test('v1: parameters are signed by ASCII order of their names', async () => {
    expect((await ask(v1('Practise', { Name: 'abc', Zone: 'x', among: 'y' }))).code).toBe('UnknownParameter')
  })

  test('v1: passes over both methods and hashes; any changed parameter fails', async () => {
    const method = fc.constantFrom('GET' as const, 'POST' as const)
    await fc.assert(
      fc.asyncProperty(name, method, fc.constantFrom('HmacSHA1', 'HmacSHA256', 'other'), async (Name, verb, SignatureMethod) => {
        const sent = v1('Practise', { Name }, { method: verb, common: { SignatureMethod } })
        expect((await ask(sent)).response.Input).toEqual({ Name })
        const other = (text: string) => text.replace('Nonce=11886', 'Nonce=11887')
        const changed = { ...sent, query: other(sent.query), body: Buffer.from(other(sent.body.toString())) }
        expect((await ask(changed)).code).toBe('AuthFailure.SignatureFailure')
      }),
      { numRuns: 100 },
    )
  })
})

describe('what official clients do when the endpoint has a port (measured with the Node SDK; Go and Python by source)', () => {
  test.each([
    { host: '127.0.0.1:7470', signedHost: '127.0.0.1', service: '127' },
    { host: 'localhost:7470', signedHost: 'localhost', service: 'localhost:7470' },
    { host: '127.0.0.1:7470', signedHost: '127.0.0.1:7470', service: 'organization' },
    { host: '127.0.0.1:9089', signedHost: '127.0.0.1', service: '127' },
    { host: '[::1]:7470', signedHost: '[::1]', service: '[::1]:7470' },
    {
      host: 'organization.ap-guangzhou.tencentcloudapi.com',
      signedHost: 'organization.ap-guangzhou.tencentcloudapi.com',
      service: 'organization',
    },
  ])('TC3 $host signed as $signedHost, scope label $service', async (place) => {
    expect((await ask(tc3('Practise', { Name: 'abc' }, place))).code).toBe('OK')
    expect((await ask(tc3('Practise', { Name: 'abc' }, { ...place, signedHost: 'elsewhere' }))).code).toBe('AuthFailure.SignatureFailure')
  })

  test.each(['127.0.0.1:7470', '127.0.0.1'])('v1 over 127.0.0.1:7470 signed as %s', async (signedHost) => {
    expect((await ask(v1('Practise', { Name: 'abc' }, { host: '127.0.0.1:7470', signedHost }))).code).toBe('OK')
  })

  test('the payload may be left out of the signature, and only by saying so', async () => {
    const sent = tc3('Practise', { Name: 'abc' }, { unsignedPayload: true })
    expect((await ask(sent)).code).toBe('OK')
    const { 'x-tc-content-sha256': _, ...headers } = sent.headers
    expect((await ask({ ...sent, headers })).code).toBe('AuthFailure.SignatureFailure')
  })

  test('header names in SignedHeaders may be written in capitals', async () => {
    expect((await ask(tc3('Practise', { Name: 'abc' }, { signed: ['Content-Type', 'Host'] }))).code).toBe('OK')
  })

  test.each(['constructor', '__proto__'])(
    '%s in SignedHeaders is a header like any other, which the request does not have',
    async (name) => {
      const { authorization = '' } = tc3('Practise', { Name: 'abc' }).headers
      const named = { authorization: authorization.replace('content-type;host', `content-type;host;${name}`) }
      const { code, message } = await ask(tc3('Practise', { Name: 'abc' }, { headers: named }))
      expect([code, message]).toEqual(['AuthFailure.SignatureFailure', expect.stringContaining(`SignedHeaders names ${name}`)])
    },
  )

  test('a signed GET takes its parameters from the query as sent', async () => {
    const answer = await ask(tc3('Practise', '', { query: 'Name=a%20b+c&Limit=7&Members.0.Name=x&Open=true' }))
    expect(answer.response.Input).toEqual({ Name: 'a b c', Limit: 7, Members: [{ Name: 'x' }], Open: true })
  })
})
