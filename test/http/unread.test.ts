import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import { expect, test } from 'vitest'
import { exchange, statuses } from './raw-client.ts'
import { selfSigned } from './self-signed.ts'
import { echo, serving, text } from './serving.ts'

const limits = { unreadMs: 200, checkMs: 20 }
const get = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'
const last = get.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')
const long = 'x'.repeat(32 * 1024 * 1024)
const longAnswer = { ...echo('/'), handle: async () => text(long) }

/** Goes on to send, and reads nothing, until the server has ended the connection. */
async function ends(socket: Socket): Promise<boolean> {
  let ended = false
  socket.on('error', () => {
    ended = true
  })
  const sends = () => {
    socket.write('G')
    return ended
  }
  await expect.poll(sends, { timeout: 5000 }).toBe(true)
  return true
}

test.for([
  ['one answer', 1],
  ['the first of several', 5],
] as const)('a client that takes nothing of %s is let go of, however busily it goes on to send', async ([, count]) => {
  await using http = await serving([longAnswer], { limits })
  const socket = connect({ port: http.port, host: '127.0.0.1' }).pause()
  await once(socket, 'connect')
  socket.write(get.repeat(count))
  expect(await ends(socket)).toBe(true)
})

test('so is one that takes nothing over TLS', async () => {
  const { cert, key } = selfSigned()
  await using http = await serving([longAnswer], { limits, tls: { cert: Buffer.from(cert), key: Buffer.from(key) } })
  const socket = connectTls({ port: http.port, host: '127.0.0.1', servername: 'localhost', ca: cert })
  await once(socket, 'secureConnect')
  socket.pause().write(get)
  expect(await ends(socket)).toBe(true)
})

test('a client that takes its answer piece by piece gets all of it, however long that takes', async () => {
  await using http = await serving([longAnswer], { limits: { ...limits, unreadMs: 1000 } })
  const socket = connect({ port: http.port, host: '127.0.0.1' })
  socket.write(last)
  const begun = performance.now()
  let taken = 0
  for await (const piece of socket) {
    const before = taken
    taken += piece.length
    if (Math.floor(before / 2 ** 20) < Math.floor(taken / 2 ** 20)) await setTimeout(60)
  }
  expect(taken).toBeGreaterThan(long.length)
  expect(performance.now() - begun).toBeGreaterThan(1500)
})

test('an answer that takes its time is waited for', async () => {
  const handle = async () => text(await setTimeout(3 * limits.unreadMs, 'late'))
  await using http = await serving([{ ...echo('/'), handle }], { limits })
  expect(statuses(await exchange(http.port, last))).toEqual([200])
})
