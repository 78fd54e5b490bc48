import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { exchange, statuses } from './raw-client.ts'
import { echo, serving, text } from './serving.ts'

const unreadMs = 100
const get = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'
const long = 'x'.repeat(32 * 1024 * 1024)

test.for([
  ['one answer', 1],
  ['the first of several', 5],
] as const)('a client that takes nothing of %s is let go of', async ([, count]) => {
  await using http = await serving([{ ...echo('/'), handle: async () => text(long) }], { limits: { unreadMs } })
  const socket = connect({ port: http.port, host: '127.0.0.1' })
  socket.on('error', () => {}).pause()
  await once(socket, 'connect')
  socket.write(get.repeat(count))
  await expect.poll(() => http.outcomes.length).toBeGreaterThan(0)
  // Nobody had to be cut off.
  expect(await http.close(6000)).toBe(true)
  socket.destroy()
})

test('a client that takes its answer piece by piece gets all of it, however long that takes', async () => {
  await using http = await serving([{ ...echo('/'), handle: async () => text(long) }], { limits: { unreadMs: 1000 } })
  const socket = connect({ port: http.port, host: '127.0.0.1' })
  socket.write(get.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))
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

test('an answer that takes its time is waited for, and a connection with nothing to do is kept as long as it may be', async () => {
  const handle = async () => text(String(await setTimeout(3 * unreadMs, 'late')))
  await using http = await serving([{ ...echo('/'), handle }], { limits: { unreadMs, keepAliveMs: 3 * unreadMs } })
  expect(statuses(await exchange(http.port, get))).toEqual([200])
})
