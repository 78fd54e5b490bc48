import { request } from 'node:http'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { decodeFrame, encodeFrame } from '../../../../src/dialects/feishu/events/long-connection/frame.ts'
import { admin } from '../../../kit/admin.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { changeApp, newApp, newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { everyEvent, keysOf, startInbox } from '../../../kit/feishu/inbox.ts'
import { type OpenLine, openLine } from '../../../kit/feishu/long-connection.ts'
import { startTestServer } from '../../../kit/server.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
const settled = { timeout: 10_000 }
const open: { close(): void }[] = []

afterEach(() => {
  for (const line of open.splice(0)) line.close()
})

async function line(of: TestApp): Promise<OpenLine> {
  const opened = await openLine(of)
  open.push(opened)
  return opened
}

const subscribed = () => newCompany(shared.server, { app: { subscriptions: everyEvent } })

async function newDepartment({ client }: TestApp, name: string): Promise<void> {
  await client.contact.department.create({ data: { name, parent_department_id: '0' } })
}

interface Endpoint {
  readonly code: number
  readonly msg: string
  readonly data: { readonly URL: string; readonly ClientConfig: Record<string, number> }
}

async function endpoint(body: object, { url } = shared.server, proxied: Record<string, string> = {}): Promise<Endpoint> {
  const answer = await fetch(`${url}/callback/ws/endpoint`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', locale: 'zh', ...proxied },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Endpoint
}

async function waiting({ company, app }: TestApp): Promise<string[]> {
  const path = `/companies/${company}/apps/${app.id}/deliveries?status=waiting`
  return (await admin<{ items: { lastError: string }[] }>(shared.server, 'GET', path)).body.items.map(({ lastError }) => lastError)
}

/** A client of our own, for what the official one does not do. */
async function bareSocket(of: TestApp): Promise<{ socket: WebSocket; frames: ReturnType<typeof decodeFrame>[] }> {
  const { data } = await endpoint({ AppID: of.app.id, AppSecret: of.app.secret })
  const socket = new WebSocket(data.URL)
  const frames: ReturnType<typeof decodeFrame>[] = []
  socket.on('message', (bytes: Buffer) => frames.push(decodeFrame(bytes)))
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('open', resolve))
  open.push({ close: () => socket.terminate() })
  return { socket, frames }
}

describe('a long connection', () => {
  test.each([
    ['https', 'open.example.com'],
    ['https, http', 'open.example.com, inner:8080'],
  ])('behind proxies is opened where the client came: %s, %s', async (proto, host) => {
    const { app } = await subscribed()
    const proxied = { 'x-forwarded-proto': proto, 'x-forwarded-host': host }
    const { data } = await endpoint({ AppID: app.id, AppSecret: app.secret }, shared.server, proxied)
    expect(data.URL).toMatch(/^wss:\/\/open\.example\.com\/callback\/ws\/connection\?ticket=/)
  })

  test('of the official client gets events in order, and they count as delivered', async () => {
    const of = await subscribed()
    const { events, errors } = await line(of)
    for (const name of ['First', 'Second', 'Third']) await newDepartment(of, name)
    await expect.poll(() => events.map(({ object }) => object.name), settled).toEqual(['First', 'Second', 'Third'])
    expect(events[0]).toMatchObject({ event_type: 'contact.department.created_v3', app_id: of.app.id, tenant_key: of.company })
    expect(await waiting(of)).toEqual([])
    expect(errors).toEqual([])
  })

  test('answers a ping with how the client is to behave', async () => {
    const { socket, frames } = await bareSocket(await subscribed())
    socket.send(encodeFrame({ sequence: 0n, logId: 0n, service: 1, method: 0, headers: { type: 'ping' } }))
    await expect.poll(() => frames.length, settled).toBe(1)
    const [pong] = frames
    expect([pong?.method, pong?.headers.type]).toEqual([0, 'pong'])
    expect(JSON.parse(Buffer.from(pong?.payload ?? []).toString())).toEqual({
      ReconnectCount: -1,
      ReconnectInterval: 120,
      ReconnectNonce: 30,
      PingInterval: 120,
    })
  })

  test('carries events in frames with every header that some client asks for', async () => {
    const of = await subscribed()
    const { frames } = await bareSocket(of)
    await newDepartment(of, 'Framed')
    await expect.poll(() => frames.length, settled).toBe(1)
    const [event] = frames
    const { event_id } = JSON.parse(Buffer.from(event?.payload ?? []).toString()).header
    expect([event?.method, event?.headers]).toEqual([
      1,
      { type: 'event', message_id: event_id, sum: '1', seq: '0', trace_id: event_id, timestamp: String(shared.clock.now()) },
    ])
    // It was not said that it was handled: after three seconds it waits to be sent again.
    await expect.poll(() => waiting(of), settled).toEqual(['not handled within 3000 ms'])
  })

  test('whose client fails, or is closed, has the event sent again', async () => {
    const of = await subscribed()
    const { socket, frames } = await bareSocket(of)
    socket.on('message', (bytes: Buffer) => {
      const frame = decodeFrame(bytes)
      const code = frames.length > 1 ? 200 : 500
      if (frame.method === 1) socket.send(encodeFrame({ ...frame, payload: Buffer.from(JSON.stringify({ code })) }))
    })
    await newDepartment(of, 'Failing')
    await expect.poll(() => waiting(of), settled).toEqual(['the app answered code 500'])
    shared.clock.pass(15_000)
    await expect.poll(() => waiting(of), settled).toEqual([])
    expect(frames.map(({ headers }) => headers.message_id)).toEqual([frames[0]?.headers.message_id, frames[0]?.headers.message_id])
    socket.close()
    await newDepartment(of, 'Nobody there')
    await expect.poll(() => waiting(of), settled).toEqual([expect.stringMatching(/no connection is open|was closed/)])
  })

  test('that sends what is no frame is closed; the server goes on', async () => {
    const { socket } = await bareSocket(await subscribed())
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.send(Buffer.from('no frame'))
    await closed
    expect((await fetch(`${shared.server.url}/readyz`)).status).toBe(200)
  })

  test('is one of several: each event goes to one of them', async () => {
    const of = await subscribed()
    const lines = [await line(of), await line(of), await line(of)]
    for (let made = 0; made < 12; made++) await newDepartment(of, `Department ${made}`)
    await expect.poll(() => lines.flatMap(({ events }) => events).length, settled).toBe(12)
    expect(new Set(lines.flatMap(({ events }) => events.map(({ event_id }) => event_id))).size).toBe(12)
  })

  test('is not used by an app that has a webhook', async () => {
    const of = await subscribed()
    const { events } = await line(of)
    const inbox = await startInbox(keysOf(of))
    open.push({ close: () => void inbox.close() })
    await newDepartment(of, 'Before')
    await expect.poll(() => events.length, settled).toBe(1)
    await changeApp(of, { webhookUrl: inbox.url })
    await newDepartment(of, 'After')
    await expect.poll(() => inbox.events.map(({ object }) => object.name), settled).toEqual(['After'])
    expect(events.map(({ object }) => object.name)).toEqual(['Before'])
  })
})

describe('the endpoint of long connections', () => {
  test('gives an address of which the official client reads both ids', async () => {
    const { app } = await subscribed()
    const { code, data } = await endpoint({ AppID: app.id, AppSecret: app.secret })
    expect([code, data.ClientConfig]).toEqual([0, { ReconnectCount: -1, ReconnectInterval: 120, ReconnectNonce: 30, PingInterval: 120 }])
    expect(data.URL).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/callback\/ws\/connection\?ticket=[\w.-]+&device_id=\d+&service_id=\d+$/)
  })

  test('refuses with 514 whoever has not the app’s secret, in a form that clients can take apart', async () => {
    const of = await subscribed()
    for (const body of [{ AppID: of.app.id, AppSecret: 'wrong' }, { AppID: 'cli_ffffffffffffffff', AppSecret: 'x' }, {}, { AppID: 7 }]) {
      expect(await endpoint(body)).toMatchObject({
        code: 514,
        msg: expect.any(String),
        data: { URL: '', ClientConfig: expect.any(Object) },
      })
    }
    await expect(openLine(of, 'wrong')).rejects.toThrow('code=514')
  })

  test('refuses store apps with 403', async () => {
    const { app } = await newApp(await subscribed(), { kind: 'store' })
    expect(await endpoint({ AppID: app.id, AppSecret: app.secret })).toMatchObject({ code: 403 })
  })

  test('refuses the 51st connection of an app, and the address it was given before', async () => {
    const of = await subscribed()
    const { data: early } = await endpoint({ AppID: of.app.id, AppSecret: of.app.secret })
    for (let opened = 0; opened < 50; opened++) await bareSocket(of)
    expect(await endpoint({ AppID: of.app.id, AppSecret: of.app.secret })).toMatchObject({ code: 1000040350 })
    expect(await handshake(early.URL)).toMatchObject({ 'handshake-status': '514', 'handshake-autherrcode': '1000040350' })
  })

  test('gives addresses that hold five minutes, for apps that are enabled', async () => {
    const of = await subscribed()
    const { data } = await endpoint({ AppID: of.app.id, AppSecret: of.app.secret })
    expect(await handshake(data.URL.replace(/ticket=.{9}/, 'ticket=1.forged00'))).toMatchObject({ 'handshake-status': '403' })
    await changeApp(of, { status: 'disabled' })
    expect(await handshake(data.URL)).toMatchObject({ 'handshake-status': '403' })
    await changeApp(of, { status: 'enabled' })
    shared.clock.pass(5 * 60_000)
    expect(await handshake(data.URL)).toMatchObject({ 'handshake-status': '403', 'handshake-msg': expect.any(String) })
  })
})

onEveryEngine('a handshake that is none', (engine) => {
  test('uses up no connection of its app', async () => {
    const server = await startTestServer({ engine })
    onTestFinished(async () => void (await server.stop()))
    const { app } = await newCompany(server, { app: { subscriptions: everyEvent } })
    const ask = () => endpoint({ AppID: app.id, AppSecret: app.secret }, server)
    const { data } = await ask()
    for (let made = 0; made < 50; made++) expect(await handshakeWithoutKey(data.URL)).toBe(400)
    await expect.poll(async () => (await ask()).code, settled).toBe(0)
  })
})

test('a server that ends closes its connections, and soon', async () => {
  const server = await startTestServer()
  const of = await newCompany(server, { app: { subscriptions: everyEvent } })
  const { client, close } = await openLine(of)
  expect(client.getConnectionStatus().state).toBe('connected')
  const begun = performance.now()
  expect(await server.stop()).toBe('clean')
  expect(performance.now() - begun).toBeLessThan(5000)
  close()
})

/** Status of the answer to a handshake that lacks what makes it one. */
function handshakeWithoutKey(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { connection: 'Upgrade', upgrade: 'websocket' }
    const sent = request(url.replace(/^ws/, 'http'), { headers }, (answer) => resolve(answer.resume().statusCode))
    sent.on('error', reject)
    sent.end()
  })
}

/** Headers of the answer to a handshake that is refused. */
function handshake(url: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    socket.on('unexpected-response', (_request, response) => {
      response.resume()
      resolve(response.headers)
    })
    socket.on('open', () => {
      socket.terminate()
      reject(new Error('the handshake was not refused'))
    })
    socket.on('error', () => {})
  })
}
