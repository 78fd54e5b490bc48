import { request } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Outcome, Route } from '../../src/contract/exchange.ts'
import type { Upgrade } from '../../src/contract/upgrade.ts'
import { type RunningHttp, startHttp } from '../../src/http/server.ts'

const running: RunningHttp[] = []
let outcomes: Outcome[] = []
let notTaken = 0

afterEach(async () => {
  outcomes = []
  notTaken = 0
  for (const http of running.splice(0)) await http.close()
})

const outcome = { operation: 'test:echo', code: 'OK', requestId: '1' }
const plain: Route = {
  method: 'GET',
  path: '/plain',
  bodyLimit: 0,
  handle: async () => ({ status: 200, type: 'text/plain', body: 'plain', outcome }),
}

/** Sends back what it gets; a path with `?no` is refused. */
const echo: Upgrade = {
  path: '/echo',
  messageLimit: 16,
  async handle({ query }) {
    if (query === 'no') return { refused: { status: 403, type: 'text/plain', headers: { 'X-Why': 'no' }, body: 'no', outcome } }
    if (query === 'fails') throw new Error('a fault of ours')
    return {
      operation: 'test:echo',
      open: (socket) => ({ message: (bytes) => socket.send(bytes), closed: () => {} }),
      notTaken: () => notTaken++,
    }
  },
}

async function start(): Promise<RunningHttp> {
  const http = await startHttp({
    ...{ host: '127.0.0.1', port: 0, routes: [plain], upgrades: [echo] },
    observe: (told) => void outcomes.push(told),
  })
  running.push(http)
  return http
}

/** Status and body of a GET that asks for another protocol. */
function asking({ port }: RunningHttp, path: string, upgrade: string, more: object = {}): Promise<[number | undefined, string]> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, headers: { connection: 'Upgrade', upgrade, ...more } }, (answer) => {
      let body = ''
      answer.on('data', (bytes) => {
        body += bytes
      })
      answer.on('end', () => resolve([answer.statusCode, body]))
    })
    sent.on('error', reject)
    sent.end()
  })
}

const opened = (socket: WebSocket) => new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
const closed = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve))

describe('WebSockets', () => {
  test('carry messages both ways', async () => {
    const http = await start()
    const socket = new WebSocket(`ws://127.0.0.1:${http.port}/echo`)
    await opened(socket)
    const back = new Promise((resolve) => socket.once('message', (bytes: Buffer) => resolve(bytes.toString())))
    socket.send('hello')
    expect(await back).toBe('hello')
    expect(outcomes).toEqual([{ operation: 'test:echo', code: 'OK', requestId: '' }])
    expect(notTaken).toBe(0)
    socket.close()
  })

  test('are only where something takes them; a request for anything else is answered as if it had not asked', async () => {
    const http = await start()
    expect(await asking(http, '/plain', 'h2c')).toEqual([200, 'plain'])
    expect(await asking(http, '/plain', 'websocket')).toEqual([200, 'plain'])
    expect((await asking(http, '/echo', 'h2c'))[0]).toBe(404)
    expect((await asking(http, '/nowhere', 'websocket'))[0]).toBe(404)
  })

  test('are refused with the answer of who takes them, and with 500 when that one fails', async () => {
    const http = await start()
    expect(await asking(http, '/echo?no', 'websocket')).toEqual([403, 'no'])
    expect((await asking(http, '/echo?fails', 'websocket'))[0]).toBe(500)
  })

  test.for([{}, { 'sec-websocket-key': 'short' }, { 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', 'sec-websocket-version': '7' }])(
    'are refused where the handshake is none, and not told as taken: %o',
    async (headers) => {
      const http = await start()
      expect((await asking(http, '/echo', 'websocket', headers))[0]).toBe(400)
      expect(outcomes).toEqual([{ operation: 'test:echo', code: 'BadHandshake', requestId: '' }])
      expect(notTaken).toBe(1)
    },
  )

  test('end with a message that is too long', async () => {
    const http = await start()
    const socket = new WebSocket(`ws://127.0.0.1:${http.port}/echo`)
    await opened(socket)
    socket.send('a'.repeat(17))
    expect(await closed(socket)).toBe(1009)
  })

  test('end with the server, even when the client says nothing to it', async () => {
    const http = await start()
    const polite = new WebSocket(`ws://127.0.0.1:${http.port}/echo`)
    const silent = new WebSocket(`ws://127.0.0.1:${http.port}/echo`)
    await Promise.all([opened(polite), opened(silent)])
    silent.pause()
    const end = closed(polite)
    expect(await http.close(5000)).toBe(true)
    expect(await end).toBe(1001)
    silent.terminate()
  })
})
