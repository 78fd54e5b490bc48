import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { StartError } from '../../src/contract/start-error.ts'
import { startHttp } from '../../src/http/server.ts'
import { exchange, statuses } from './raw-client.ts'
import { echo, serving, text } from './serving.ts'

const close = 'Host: x\r\nConnection: close\r\n'
const bodyOf = (received: string) => JSON.parse(received.slice(received.indexOf('\r\n\r\n') + 4))

test.for(['application/json', 'application/x-www-form-urlencoded', ';;;', 'text/plain; charset="', 'multipart/form-data'])(
  'the bytes of a body reach the route as sent, whatever the content type says: %s',
  async (type) => {
    await using http = await serving([echo('/')])
    const body = Buffer.from([0, 255, 123, 13, 10, 0])
    const head = `POST / HTTP/1.1\r\n${close}Content-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`
    const answer = bodyOf(await exchange(http.port, Buffer.concat([Buffer.from(head), body])))
    expect(answer).toMatchObject({ method: 'POST', body: body.toString('base64'), oversized: false, headers: { 'content-type': type } })
  },
)

test.for(['GET', 'DELETE', 'PROPFIND', 'QUERY', 'TRACE', 'M-SEARCH', 'PURGE', 'OPTIONS', 'PATCH'])(
  'a * route hears %s, with a body',
  async (method) => {
    await using http = await serving([echo('/')])
    const answer = bodyOf(
      await exchange(http.port, `${method} / HTTP/1.1\r\n${close}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`),
    )
    expect(answer).toMatchObject({ method, body: Buffer.from('abc').toString('base64') })
  },
)

test('HEAD reaches a * route as HEAD and gets no body, but its length', async () => {
  await using http = await serving([{ ...echo('/'), handle: async (request) => text(request.method) }])
  const received = await exchange(http.port, `HEAD / HTTP/1.1\r\n${close}\r\n`)
  expect(received).toMatch(/content-length: 4\r\n/)
  expect(received.endsWith('\r\n\r\n')).toBe(true)
})

test('the query stays as it was sent, up to its last byte', async () => {
  await using http = await serving([echo('/')])
  const answer = bodyOf(await exchange(http.port, `GET /?a=%7E%zz+b&a=2?c=;d=1 HTTP/1.1\r\n${close}\r\n`))
  expect(answer).toMatchObject({ path: '/', query: 'a=%7E%zz+b&a=2?c=;d=1' })
})

test('a header that was sent twice arrives joined, names in lower case', async () => {
  await using http = await serving([echo('/')])
  const answer = bodyOf(
    await exchange(http.port, `GET / HTTP/1.1\r\n${close}X-A: 1\r\nx-a: 2\r\nAuthorization: a\r\nauthorization: b\r\n\r\n`),
  )
  expect(answer.headers).toMatchObject({ 'x-a': '1, 2', authorization: 'a, b' })
})

test('segments of the route are its params; the form with a host in the request line means the same', async () => {
  await using http = await serving([echo('/accounts/:uin/keys/:id', 'PATCH')])
  const answer = bodyOf(await exchange(http.port, `PATCH http://x:1/accounts/10%2F0/keys/k?q=1 HTTP/1.1\r\n${close}\r\n`))
  expect(answer).toMatchObject({ params: { uin: '10/0', id: 'k' }, path: '/accounts/10%2F0/keys/k', query: 'q=1', ip: '127.0.0.1' })
})

test('a method with a route of its own leaves the others to *', async () => {
  const named = (name: string, method: string) => ({ ...echo('/', method), handle: async () => text(name) })
  await using http = await serving([named('star', '*'), named('get', 'GET')])
  expect(await (await fetch(http.url)).text()).toBe('get')
  expect(await (await fetch(http.url, { method: 'POST' })).text()).toBe('star')
})

test.for(['/nowhere', '/%zz', '/known/', '*'])('nothing is served at %s: a plain 404', async (path) => {
  await using http = await serving([echo('/known', 'GET')])
  const received = await exchange(
    http.port,
    `OPTIONS ${path} HTTP/1.1\r\n${close}Content-Type: application/json\r\nContent-Length: 1\r\n\r\n{`,
  )
  expect(statuses(received)).toEqual([404])
  expect(bodyOf(received)).toMatchObject({ error: 'NotFound', message: expect.stringContaining('/docs/'), requestId: expect.any(String) })
})

test('what escapes nothing in a path is told by who answers below its beginning, and reaches nobody else', async () => {
  const named = (name: string, path: string, method = '*') => ({ ...echo(path, method), handle: async () => text(name) })
  const routes = [named('thing', '/wire/:id'), named('all', '/wire', 'GET'), named('below', '/wire/*'), named('nearer', '/wire/near/*')]
  await using http = await serving(routes)
  const told = async (path: string) => (await fetch(http.url + path)).text()
  expect(await told('/wire/a')).toBe('thing')
  for (const path of ['/wire/%zz', '/wire/%ff?q=1', '/wire/a%', '/wire/%41%zz']) expect(await told(path), path).toBe('below')
  expect(await told('/wire/near/%zz')).toBe('nearer')
  for (const path of ['/wire%zz', '/other/%zz']) expect(await told(path), path).toContain('NotFound')
})

test.for([
  [
    'throws',
    () => {
      throw new Error('a fault')
    },
  ],
  ['rejects', () => Promise.reject(new Error('a fault'))],
  ['answers with a header that HTTP forbids', async () => text('x', { headers: { 'x-a': 'a\r\nb' } })],
] as const)('a handler that %s costs a 500 and nothing else', async ([, handle]) => {
  await using http = await serving([{ ...echo('/bad'), handle }, echo('/good')])
  const answer = await fetch(`${http.url}/bad`)
  expect([answer.status, (await answer.text()).includes('a fault')]).toEqual([500, false])
  expect(http.outcomes).toMatchObject([{ code: 'InternalError', fault: expect.any(Error) }])
  expect((await fetch(`${http.url}/good`)).status).toBe(200)
})

test('204 carries neither type nor length; headers of the answer are sent', async () => {
  await using http = await serving([{ ...echo('/'), handle: async () => text('', { status: 204, headers: { etag: '"1"' } }) }])
  const received = await exchange(http.port, `GET / HTTP/1.1\r\n${close}\r\n`)
  expect(received).toMatch(/^HTTP\/1\.1 204 No Content\r\n/)
  expect(received).toMatch(/etag: "1"/)
  expect(received).not.toMatch(/content-(type|length)/i)
})

test('answers of one connection keep the order of its requests', async () => {
  const gates = new Map([['/slow', Promise.withResolvers<void>()]])
  const handle = async ({ path }: { path: string }) => {
    await gates.get(path)?.promise
    if (path === '/fast') gates.get('/slow')?.resolve()
    return text(`[${path}]`)
  }
  await using http = await serving([{ ...echo('/:any'), handle }])
  const received = await exchange(http.port, `GET /slow HTTP/1.1\r\nHost: x\r\n\r\nGET /fast HTTP/1.1\r\n${close}\r\n`)
  expect(received.match(/\[\/\w+\]/g)).toEqual(['[/slow]', '[/fast]'])
})

test('an occupied port is one clear line', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => holder.once('listening', resolve))
  const { port } = holder.address() as AddressInfo
  const attempt = startHttp({ host: '127.0.0.1', port, routes: [] })
  await expect(attempt).rejects.toThrow(StartError)
  await expect(attempt).rejects.toThrow(new RegExp(`^Port ${port} on 127.0.0.1 is already in use\\. .*ROLLCALL_PORT`))
  holder.close()
})

test('an address that is not ours is one clear line', async () => {
  await expect(startHttp({ host: '192.0.2.1', port: 0, routes: [] })).rejects.toThrow(/^192\.0\.2\.1 is not an address of this machine\./)
})
