import { expect, test } from 'vitest'
import { createShutdown } from '../../src/http/shutdown.ts'
import { rawClient, statuses } from './raw-client.ts'
import { echo, serving, text } from './serving.ts'

const get = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'

/** A server whose answers wait for the test. */
async function gated() {
  const gate = Promise.withResolvers<void>()
  const started: string[] = []
  const handle = async ({ path }: { path: string }) => {
    started.push(path)
    await gate.promise
    return text('done')
  }
  const http = await serving([
    { ...echo('/'), handle },
    { ...echo('/free'), handle: async () => text('free') },
  ])
  return { http, gate, started }
}

test('what was accepted is answered, its connection then ends, and the rest is closed last', async () => {
  const { http, gate, started } = await gated()
  const order: string[] = []
  const shutdown = createShutdown({ begin: () => order.push('begin'), http, closeBehind: async () => void order.push('closed behind') })
  const client = await rawClient(http.port, get)
  await expect.poll(() => started.length).toBe(1)

  const ended = shutdown()
  await expect
    .poll(() =>
      fetch(`${http.url}/free`).then(
        () => 'served',
        () => 'refused',
      ),
    )
    .toBe('refused')
  expect(order).toEqual(['begin'])
  gate.resolve()
  const received = await client.closed()
  expect(statuses(received)).toEqual([200])
  expect(received).toMatch(/connection: close\r\n/i)
  expect(await ended).toBe('clean')
  expect(order).toEqual(['begin', 'closed behind'])
})

test('of pipelined requests all are answered, the last one ends the connection', async () => {
  const { http, gate, started } = await gated()
  const client = await rawClient(http.port, get + get + get)
  await expect.poll(() => started.length).toBe(3)
  const closed = http.close()
  gate.resolve()
  const received = await client.closed()
  expect(statuses(received)).toEqual([200, 200, 200])
  expect(received.match(/connection: close\r\n/gi)).toHaveLength(1)
  expect(await closed).toBe(true)
})

test('connections that wait for nothing end at once: idle ones, and ones that never said a word', async () => {
  const { http } = await gated()
  const idle = await rawClient(http.port, 'GET /free HTTP/1.1\r\nHost: x\r\n\r\n')
  await idle.until(/free$/)
  const silent = await rawClient(http.port)
  // A later connection answered means that the silent one has been accepted too.
  await (await rawClient(http.port, 'GET /free HTTP/1.1\r\nHost: x\r\n\r\n')).until(/free$/)
  expect(await http.close(5000)).toBe(true)
  await Promise.all([idle.closed(), silent.closed()])
})

test('a request on a kept connection after the end began is still answered', async () => {
  const { http, gate, started } = await gated()
  const client = await rawClient(http.port, get)
  await expect.poll(() => started.length).toBe(1)
  const closed = http.close()
  client.send('GET /free HTTP/1.1\r\nHost: x\r\n\r\n')
  await expect.poll(() => http.outcomes.length).toBe(1)
  gate.resolve()
  expect(statuses(await client.closed())).toEqual([200, 200])
  expect(await closed).toBe(true)
})

test('what outlasts the limit is cut off, and the store is closed all the same', async () => {
  const { http, started } = await gated()
  const order: string[] = []
  const shutdown = createShutdown({ http, limitMs: 30, closeBehind: async () => void order.push('closed behind') })
  const client = await rawClient(http.port, get)
  await expect.poll(() => started.length).toBe(1)
  expect(await shutdown()).toBe('cut')
  expect(order).toEqual(['closed behind'])
  expect(await client.closed()).toBe('')
})

test('asked a second time it ends at once, whatever is still running', async () => {
  const { http, started } = await gated()
  const shutdown = createShutdown({ http, closeBehind: () => new Promise(() => {}) })
  const client = await rawClient(http.port, get)
  await expect.poll(() => started.length).toBe(1)
  const first = shutdown()
  expect(await shutdown()).toBe('cut')
  expect(await first).toBe('cut')
  expect(await client.closed()).toBe('')
})
