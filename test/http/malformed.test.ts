import { METHODS } from 'node:http'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasAddress } from './has-address.ts'
import { exchange, rawClient, statuses } from './raw-client.ts'
import { echo, serving, text } from './serving.ts'

const post = 'POST / HTTP/1.1\r\nHost: x\r\n'

/** What an answer says, whose bytes came one a character. */
const messageIn = (received: string) => JSON.parse(Buffer.from(received.split('\r\n\r\n')[1] ?? '', 'latin1').toString()).message

test.for([
  ['no HTTP at all', '\x16\x03\x01\x00\xa5garbage\r\n\r\n', 400],
  ['an unknown method', 'FETCH / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  // Node's parser takes RTSP for a request of ours.
  ['another protocol', 'DESCRIBE / RTSP/1.0\r\nHost: x\r\n\r\n', 400],
  ['a target that is no path', 'GET nonsense HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['two Hosts', 'GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n', 400],
  ['the same Host twice', 'GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
  ['a Host that is none', 'GET / HTTP/1.1\r\nHost: x/<y>\r\nConnection: close\r\n\r\n', 400],
  ['a length that is no number', `${post}Content-Length: many\r\n\r\nabc`, 400],
  ['a negative length', `${post}Content-Length: -1\r\n\r\nabc`, 400],
  ['two lengths', `${post}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`, 400],
  ['a length and chunks', `${post}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`, 400],
  ['a chunk whose size is no number', `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n`, 400],
  ['a header without a name', `${post}: x\r\n\r\n`, 400],
  ['a header with a NUL', `${post}X-A: a\0b\r\n\r\n`, 400],
  ['headers that are too large', `${post}X-A: ${'a'.repeat(70_000)}\r\n\r\n`, 431],
  ['a request line that is too large', `GET /?${'a'.repeat(70_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
  ['an expectation that nobody knows', `${post}Connection: close\r\nExpect: tea\r\n\r\n`, 417],
  ['a tunnel', 'CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\n\r\n', 405],
] as const)('%s: refused in both languages, and the connection ends', async ([, bytes, status]) => {
  await using http = await serving([echo('/')])
  const received = await exchange(http.port, bytes)
  expect(statuses(received)).toEqual([status])
  expect(messageIn(received)).toMatch(/[a-z]{3}.*\p{Script=Han}{3}/u)
  expect((await fetch(http.url)).status).toBe(200)
})

test('every method of HTTP finds the route that takes all', async () => {
  await using http = await serving([echo('/', '*')])
  const methods = METHODS.filter((method) => method !== 'CONNECT')
  const asked = methods.map((method) => exchange(http.port, `${method} / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`))
  expect((await Promise.all(asked)).map(statuses)).toEqual(methods.map(() => [200]))
})

test('a signed GET of 32 KiB fits', async () => {
  await using http = await serving([{ ...echo('/'), handle: async (request) => text(String(request.query.length)) }])
  expect(await (await fetch(`${http.url}/?${'a'.repeat(32 * 1024)}`)).text()).toBe('32768')
})

test('every form of a host is taken', async () => {
  await using http = await serving([echo('/')])
  const hosts = [
    '',
    'x',
    'my_host.example:80',
    '127.0.0.1:7470',
    '[::1]:7470',
    'organization.tencentcloudapi.com',
    'a-b.example.',
    'x%20y',
    'http://127.0.0.1:7470',
  ]
  const asked = hosts.map((host) => exchange(http.port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`))
  const older = exchange(http.port, 'GET / HTTP/1.0\r\n\r\n')
  expect((await Promise.all([...asked, older])).map(statuses)).toEqual([...hosts, ''].map(() => [200]))
})

test('headers that do not come to an end: 408', async () => {
  await using http = await serving([echo('/')], { limits: { headersMs: 40, requestMs: 40, checkMs: 10 } })
  const received = await exchange(http.port, 'GET / HTTP/1.1\r\nHost: x\r\nX-A: ')
  expect(statuses(received)).toEqual([408])
  expect(http.outcomes).toMatchObject([{ code: 'RequestTimeout' }])
})

test('a body that does not come to an end, or is shorter than its length: 408', async () => {
  await using http = await serving([echo('/')], { limits: { headersMs: 40, requestMs: 40, checkMs: 10 } })
  expect(statuses(await exchange(http.port, `${post}Content-Length: 10\r\n\r\nabc`))).toEqual([408])
})

test.for([
  ['no HTTP at all', 'nonsense\r\n\r\n'],
  ['a tunnel', 'CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\n\r\n'],
] as const)('%s: a server that listens on every address tells the plain one of its client', async ([, bytes], { skip }) => {
  if (!(await hasAddress('::'))) skip('this machine has no IPv6')
  const ips: string[] = []
  await using http = await serving([echo('/')], { host: '::', observe: (_outcome, _ms, ip) => void ips.push(ip) })
  await exchange(http.port, bytes)
  expect(ips).toEqual(['127.0.0.1'])
})

test('what was asked properly before the nonsense is answered first', async () => {
  const gate = Promise.withResolvers<void>()
  const handle = async () => {
    await gate.promise
    return text('done')
  }
  await using http = await serving([{ ...echo('/'), handle }])
  const client = await rawClient(http.port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\nnonsense\r\n\r\n')
  await expect.poll(() => http.outcomes.length).toBe(1)
  expect(client.received()).toBe('')
  gate.resolve()
  expect(statuses(await client.closed())).toEqual([200, 400])
})

test('no bytes at all make the server fail or hang', async () => {
  await using http = await serving([echo('/', '*', 64)], { limits: { headersMs: 60, requestMs: 60, checkMs: 10, keepAliveMs: 30 } })
  const piece = fc.constantFrom(
    'GET / HTTP/1.1\r\n',
    'POST / HTTP/1.1\r\n',
    'Host: x\r\n',
    'Content-Length: 3\r\n',
    'Content-Length: 300\r\n',
    'Transfer-Encoding: chunked\r\n',
    'Expect: 100-continue\r\n',
    'Connection: close\r\n',
    'Upgrade: websocket\r\n',
    '\r\n',
    'abc',
    '3\r\nabc\r\n',
    '0\r\n\r\n',
    'FF\r\n',
  )
  const bytes = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(bytes, async (pieces) => {
      const client = await rawClient(http.port)
      for (const each of pieces) client.send(each)
      client.socket.end()
      for (const status of statuses(await client.closed())) expect(status).toBeLessThan(500)
    }),
    { numRuns: 150 },
  )
  expect((await fetch(http.url)).status).toBe(200)
})
