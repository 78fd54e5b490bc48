import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { exchange, rawClient, statuses } from './raw-client.ts'
import { echo, serving, text } from './serving.ts'

const limit = 1024

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const verdict = {
  ...echo('/', '*', limit),
  handle: async (r: { oversized: boolean; body: Buffer }) => text(`${r.oversized}:${r.body.length}`),
}

test.for([
  [limit, 'false:1024'],
  [limit + 1, 'true:0'],
  [8 * 1024 * 1024, 'true:0'],
] as const)('a body of %d bytes gets the answer of its route, and the connection goes on', async ([size, expected]) => {
  await using http = await serving([verdict])
  for (let again = 0; again < 3; again++) {
    const answer = await fetch(http.url, { method: 'POST', body: Buffer.alloc(size, 97) })
    expect([answer.status, await answer.text(), answer.headers.get('connection')]).toEqual([200, expected, 'keep-alive'])
  }
})

test('a body of unknown length that grows too large is thrown away as it comes', async () => {
  const piece = Buffer.alloc(1024 * 1024, 97)
  let held = Number.POSITIVE_INFINITY
  const handle = async (request: { oversized: boolean }) => {
    // What the server keeps of the body it keeps until it has answered; what the client has not let go of yet goes in a few turns.
    for (let turn = 0; turn < 100 && held >= 8 * piece.length; turn++) {
      await new Promise(setImmediate)
      collectGarbage()
      held = process.memoryUsage().arrayBuffers - before
    }
    return text(String(request.oversized))
  }
  await using http = await serving([{ ...verdict, handle }])
  async function* pieces() {
    for (let sent = 0; sent < 48; sent++) yield piece
  }
  const before = process.memoryUsage().arrayBuffers
  const answer = await fetch(http.url, { method: 'POST', body: ReadableStream.from(pieces()), duplex: 'half' } as RequestInit)
  expect(await answer.text()).toBe('true')
  expect(held).toBeLessThan(8 * piece.length)
})

test('a body beyond all patience is not read to its end: the answer comes, then the connection ends', async () => {
  await using http = await serving([verdict], { limits: { drainBytes: 4096 } })
  const client = await rawClient(http.port, `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n${'a'.repeat(5000)}`)
  const received = await client.closed()
  expect(received).toMatch(/connection: close\r\n/i)
  expect(received.endsWith('true:0')).toBe(true)
})

test.for([4, limit])('who asks before sending %d bytes is told to go on, as they fit', async (size) => {
  await using http = await serving([verdict])
  const head = `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: ${size}\r\n\r\n`
  const client = await rawClient(http.port, head)
  await client.until(/^HTTP\/1\.1 100 Continue\r\n\r\n$/)
  client.send('a'.repeat(size))
  const received = await client.closed()
  expect(statuses(received)).toEqual([100, 200])
  expect(received.endsWith(`false:${size}`)).toBe(true)
})

test('who asks before sending gets the answer at once when it does not fit', async () => {
  await using http = await serving([verdict])
  const received = await exchange(http.port, 'POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5000\r\n\r\n')
  expect(statuses(received)).toEqual([200])
  expect(received.endsWith('true:0')).toBe(true)
})

test('who goes on sending after the answer, and looks at it only then, finds it', async () => {
  await using http = await serving([verdict], { limits: { drainBytes: 4096 } })
  const size = 4 * 1024 * 1024
  const piece = Buffer.alloc(64 * 1024, 97)
  const head = `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: ${size}\r\n\r\n`
  const client = await rawClient(http.port)
  client.socket.pause()
  client.send(head)
  await expect.poll(() => http.outcomes.length).toBe(1)
  for (let sent = 0; sent < size; sent += piece.length) {
    if (!client.socket.write(piece)) await Promise.race([once(client.socket, 'drain'), once(client.socket, 'close')])
  }
  client.socket.resume()
  const received = await client.closed()
  expect(statuses(received)).toEqual([200])
  expect(received.endsWith('true:0')).toBe(true)
})

test('who sends nonsense after the answer has it, and the server goes on', async () => {
  await using http = await serving([verdict], { limits: { drainBytes: 4096 } })
  const piece = `1388\r\n${'a'.repeat(5000)}\r\n`
  const client = await rawClient(http.port, `POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${piece}`)
  await client.until(/true:0/)
  client.send('no length of a piece\r\n')
  expect(statuses(await client.closed())[0]).toBe(200)
  expect(await (await fetch(http.url)).text()).toBe('false:0')
})

test('a client that goes away in the middle of its body leaves nothing behind', async () => {
  await using http = await serving([verdict])
  const client = await rawClient(http.port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc')
  client.socket.destroy()
  expect(await (await fetch(http.url)).text()).toBe('false:0')
  expect(await http.close(5000)).toBe(true)
})
