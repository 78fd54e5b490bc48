import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { advance, type Follower, type Reading, takeFollower } from '../../src/directory/deliveries/hold-follower.ts'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { onEveryEngine, type TestEngine } from '../kit/engines.ts'
import { changeApp, feishuClient, newApp, newCompany, type TestApp } from '../kit/feishu/company.ts'
import { everyEvent, type Inbox, keysOf, startInbox } from '../kit/feishu/inbox.ts'
import { openLine } from '../kit/feishu/long-connection.ts'
import { heldClock } from '../kit/held-clock.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { adminToken, startProcess } from './durability/server-process.ts'

const settled = { timeout: 15_000 }
const cleanUp: (() => unknown)[] = []

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step()
})

async function subscribed(of: TestApp): Promise<Inbox> {
  const inbox = await startInbox(keysOf(of))
  cleanUp.push(inbox.close)
  await changeApp(of, { webhookUrl: inbox.url, subscriptions: everyEvent })
  return inbox
}

async function newDepartment({ client }: Pick<TestApp, 'client'>, name: string): Promise<void> {
  await client.contact.department.create({ data: { name, parent_department_id: '0' } })
}

test('a server that is killed between a commit and its event tells it when it comes back, under the same id', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-events-'))
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }))
  let running = startProcess(folder)
  cleanUp.push(() => running.kill9())
  const address = async () => ({ url: `http://127.0.0.1:${await running.port}`, adminToken })
  const of = await newCompany(await address())
  const inbox = await subscribed(of)
  const names: string[] = []
  for (let kill = 0; kill < 2; kill++) {
    const client = feishuClient((await address()).url, of.app)
    inbox.behaviour = 'hang'
    const before = inbox.posts.length
    for (const name of [`First ${kill}`, `Second ${kill}`]) {
      await newDepartment({ client }, name)
      names.push(name)
    }
    // Once it is killed before it sent anything, otherwise while it waits for the answer.
    if (kill > 0) await expect.poll(() => inbox.posts.length, settled).toBeGreaterThan(before)
    await running.kill9()
    inbox.behaviour = 'handles'
    running = startProcess(folder)
    await expect.poll(() => inbox.events.map(({ object }) => object.name), settled).toEqual(names)
  }
  const ids = inbox.posts.map(({ body }) => JSON.parse(body)).flatMap(({ header }) => (header ? [header.event_id as string] : []))
  expect(new Set(ids)).toEqual(new Set(inbox.events.map(({ event_id }) => event_id)))
  expect(ids.length).toBeGreaterThan(names.length)
  expect(await running.stop()).toBe(0)
}, 60_000)

/** Two servers on one directory, or one where an engine allows no more. */
async function servers(engine: TestEngine, count: number) {
  const clock = heldClock()
  const databaseUrl = await engine.newDatabase()
  const started: TestServer[] = []
  for (let index = 0; index < count; index++) {
    const server = await startTestServer({ databaseUrl, ports: { ...systemPorts, clock } })
    cleanUp.push(server.stop)
    started.push(server)
  }
  return { clock, started }
}

const asTest = (at: number) => ({ actor: 'test', account: 0, dialect: 'admin', operation: 'Hold', requestId: 'x', at })

/** Holds a follower as another server would, as soon as nobody is telling it. */
async function held({ store }: TestServer, follower: Follower, holder: string, now: number): Promise<Reading> {
  let reading: Reading | undefined
  await expect
    .poll(async () => {
      reading = await store.write('test', asTest(now), (tx) => takeFollower(tx, follower, holder, now))
      return reading
    }, settled)
    .toBeDefined()
  return reading as unknown as Reading
}

onEveryEngine('the sender of events', (engine) => {
  const count = engine.name === 'postgres' ? 2 : 1

  test('sends each event once and in order, however many servers there are', async () => {
    const { started } = await servers(engine, count)
    const [first] = started as [TestServer]
    const of = await newCompany(first)
    const inbox = await subscribed(of)
    const clients = started.map(({ url }) => feishuClient(url, of.app))
    const names = Array.from({ length: 30 }, (_, index) => `Department ${index}`)
    for (const [index, name] of names.entries()) await newDepartment({ client: clients[index % count] as (typeof clients)[number] }, name)
    await expect.poll(() => inbox.events.length, settled).toBe(names.length)
    expect(inbox.events.map(({ object }) => object.name)).toEqual(names)
  })

  test('goes on where a server that is gone held the app, when its hold has run out', async () => {
    const { clock, started } = await servers(engine, 1)
    const [server] = started as [TestServer]
    const of = await newCompany(server)
    const inbox = await subscribed(of)
    const other = await subscribed(await newApp(of))
    const follower = { company: of.company, app: of.app.id }
    await held(server, follower, 'gone', clock.now())
    await newDepartment(of, 'Held up')
    clock.pass(29_000)
    await newDepartment(of, 'Behind it')
    // An app that nobody holds is told; this one is not.
    await expect.poll(() => other.events.length, settled).toBe(2)
    expect(inbox.events).toEqual([])
    clock.pass(1000)
    await expect.poll(() => inbox.events.map(({ object }) => object.name), settled).toEqual(['Held up', 'Behind it'])
  })

  test('lets go of an app that is changed meanwhile: nothing is noted of what was before', async () => {
    const { clock, started } = await servers(engine, 1)
    const [server] = started as [TestServer]
    const of = await newCompany(server)
    await subscribed(of)
    const follower = { company: of.company, app: of.app.id }
    const { seq, ticketDueAt } = await held(server, follower, 'gone', clock.now())
    const inbox = await subscribed(of)
    await newDepartment(of, 'Of the new address')
    await expect.poll(() => inbox.events.map(({ object }) => object.name), settled).toEqual(['Of the new address'])
    const late = { holder: 'gone', seq, ticketDueAt, now: clock.now(), goOn: true }
    expect(await server.store.write('test', asTest(clock.now()), (tx) => advance(tx, follower, late))).toBe(false)
    await newDepartment(of, 'Another')
    await expect.poll(() => inbox.events.map(({ object }) => object.name), settled).toEqual(['Of the new address', 'Another'])
  })

  test('ends at once when the server does, though a webhook does not answer, and tells the rest later', async () => {
    const databaseUrl = await engine.newDatabase()
    const server = await startTestServer({ databaseUrl })
    const of = await newCompany(server)
    const inbox = await subscribed(of)
    inbox.behaviour = 'hang'
    const before = inbox.posts.length
    await newDepartment(of, 'Interrupted')
    await expect.poll(() => inbox.posts.length, settled).toBe(before + 1)
    const begun = performance.now()
    expect(await server.stop()).toBe('clean')
    expect(performance.now() - begun).toBeLessThan(2500)
  })

  if (engine.name === 'sqlite') return

  test('leaves an app to the server that it is connected to', async () => {
    const { started } = await servers(engine, 2)
    const [first, second] = started as [TestServer, TestServer]
    const of = await newCompany(first, { app: { subscriptions: everyEvent } })
    const line = await openLine({ ...of, server: second })
    cleanUp.push(line.close)
    const names = Array.from({ length: 10 }, (_, index) => `Department ${index}`)
    for (const name of names) await newDepartment(of, name)
    await expect.poll(() => line.events.map(({ object }) => object.name), settled).toEqual(names)
  })

  test('counts the connections of an app at all servers together', async () => {
    const { started } = await servers(engine, 2)
    const [first, second] = started as [TestServer, TestServer]
    const of = await newCompany(first)
    for (let opened = 0; opened < 50; opened++) {
      const line = await openLine({ ...of, server: opened % 2 === 0 ? first : second })
      cleanUp.push(line.close)
    }
    for (const server of started) await expect(openLine({ ...of, server })).rejects.toThrow('code=1000040350')
  })
})
