import { afterEach, describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { changeApp, feishuClient, newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { everyEvent, type Inbox, keysOf, startInbox } from '../../../kit/feishu/inbox.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
const open: Inbox[] = []
const settled = { timeout: 10_000 }

afterEach(async () => {
  for (const inbox of open.splice(0)) await inbox.close()
})

interface Listed {
  readonly eventId: string
  readonly type: string
  readonly seq: number
  readonly status: string
  readonly attempts: number
  readonly dueAt: string | null
  readonly diedAt: string | null
  readonly lastError: string
}

async function subscribed() {
  const company = await newCompany(shared.server)
  const inbox = await startInbox(keysOf(company))
  open.push(inbox)
  await changeApp(company, { webhookUrl: inbox.url, subscriptions: everyEvent })
  inbox.posts.length = 0
  return { ...company, inbox }
}

const path = ({ company, app }: TestApp) => `/companies/${company}/apps/${app.id}/deliveries`

async function listed(of: TestApp, status: string): Promise<Listed[]> {
  const { body } = await admin<{ items: Listed[] }>(shared.server, 'GET', `${path(of)}?status=${status}`)
  return body.items
}

async function newDepartment({ client }: TestApp, name: string): Promise<void> {
  await client.contact.department.create({ data: { name, parent_department_id: '0' } })
}

const seconds = (count: number) => count * 1000

describe('an event that a webhook does not take', () => {
  test('is sent again after 15 s, 5 min, 1 h and 6 h, the same each time, and is dead after that', async () => {
    const of = await subscribed()
    of.inbox.behaviour = 500
    await newDepartment(of, 'Late')
    const delays = [15, 5 * 60, 3600, 6 * 3600]
    for (const [index, delay] of delays.entries()) {
      await expect.poll(async () => (await listed(of, 'waiting')).map(({ attempts }) => attempts), settled).toEqual([index + 1])
      const [waiting] = await listed(of, 'waiting')
      expect(waiting).toMatchObject({ type: 'contact.department.created_v3', lastError: 'HTTP 500', diedAt: null })
      expect(Date.parse(waiting?.dueAt ?? '') - shared.clock.now()).toBe(seconds(delay))
      expect(of.inbox.posts.length).toBe(index + 1)
      shared.clock.pass(seconds(delay))
    }
    await expect.poll(async () => (await listed(of, 'dead')).length, settled).toBe(1)
    expect(await listed(of, 'waiting')).toEqual([])
    const [dead] = await listed(of, 'dead')
    expect(dead).toMatchObject({ attempts: 5, lastError: 'HTTP 500', dueAt: null, diedAt: new Date(shared.clock.now()).toISOString() })
    expect(new Set(of.inbox.posts.map(({ body }) => body)).size).toBe(1)
    expect(of.inbox.posts.length).toBe(5)
  })

  test('is not sent again once it was taken', async () => {
    const of = await subscribed()
    of.inbox.behaviour = 500
    await newDepartment(of, 'Second time')
    await expect.poll(async () => (await listed(of, 'waiting')).length, settled).toBe(1)
    of.inbox.behaviour = 'handles'
    shared.clock.pass(seconds(15))
    await expect.poll(async () => (await listed(of, 'waiting')).length, settled).toBe(0)
    expect(of.inbox.events.map(({ object }) => object.name)).toEqual(['Second time'])
    expect(await listed(of, 'dead')).toEqual([])
  })

  test('waits while its app is disabled, which is sent nothing then', async () => {
    const of = await subscribed()
    of.inbox.behaviour = 500
    await newDepartment(of, 'Before')
    const errors = async () => (await listed(of, 'waiting')).map(({ lastError }) => lastError)
    await expect.poll(errors, settled).toEqual(['HTTP 500'])
    of.inbox.behaviour = 'handles'
    await changeApp(of, { status: 'disabled' })
    shared.clock.pass(seconds(15))
    await expect.poll(errors, settled).toEqual(['the app is disabled'])
    expect(of.inbox.posts.length).toBe(1)
    await changeApp(of, { status: 'enabled' })
    shared.clock.pass(seconds(5 * 60))
    await expect.poll(() => of.inbox.events.map(({ object }) => object.name), settled).toEqual(['Before'])
  })

  test.each([201, 204, 302, 404, 503])('is not taken with HTTP %i', async (status) => {
    const of = await subscribed()
    of.inbox.behaviour = status
    await newDepartment(of, 'Refused')
    await expect.poll(async () => (await listed(of, 'waiting')).map(({ lastError }) => lastError), settled).toEqual([`HTTP ${status}`])
    expect(of.inbox.posts.length).toBe(1)
  })

  test('is not taken without an answer in 3 s, nor where nobody listens', async () => {
    const of = await subscribed()
    of.inbox.behaviour = 'hang'
    await newDepartment(of, 'Hanging')
    await expect
      .poll(async () => (await listed(of, 'waiting')).map(({ lastError }) => lastError), settled)
      .toEqual(['no answer within 3000 ms'])
    await of.inbox.close()
    await newDepartment(of, 'Nobody there')
    const errors = async () => (await listed(of, 'waiting')).map(({ lastError }) => lastError)
    await expect.poll(errors, settled).toEqual(expect.arrayContaining([expect.stringMatching(/^no connection: /)]))
  })

  test('holds up nothing behind it', async () => {
    const of = await subscribed()
    of.inbox.behaviour = 500
    await newDepartment(of, 'First')
    await expect.poll(async () => (await listed(of, 'waiting')).length, settled).toBe(1)
    of.inbox.behaviour = 'handles'
    for (const name of ['Second', 'Third', 'Fourth']) await newDepartment(of, name)
    await expect.poll(() => of.inbox.events.map(({ object }) => object.name), settled).toEqual(['Second', 'Third', 'Fourth'])
    shared.clock.pass(seconds(15))
    await expect.poll(() => of.inbox.events.map(({ object }) => object.name), settled).toEqual(['Second', 'Third', 'Fourth', 'First'])
  })
})

test('an event that somebody has sent again while its last attempt is under way has all its attempts again', async () => {
  const of = await subscribed()
  of.inbox.behaviour = 500
  await newDepartment(of, 'Last attempt')
  for (const [index, delay] of [15, 300, 3600].entries()) {
    await expect.poll(async () => (await listed(of, 'waiting'))[0]?.attempts, settled).toBe(index + 1)
    shared.clock.pass(seconds(delay))
  }
  await expect.poll(async () => (await listed(of, 'waiting'))[0]?.attempts, settled).toBe(4)
  of.inbox.behaviour = 'hang'
  shared.clock.pass(seconds(21_600))
  await expect.poll(() => of.inbox.posts.length, settled).toBe(5)
  const [event] = await listed(of, 'waiting')
  expect((await admin(shared.server, 'POST', `${path(of)}/${event?.eventId}/retry`)).body).toMatchObject({ status: 'waiting', attempts: 0 })
  // The hanging attempt is given up, and the first of the new ones is made.
  of.inbox.behaviour = 500
  await expect
    .poll(async () => (await listed(of, 'waiting')).map(({ attempts, lastError }) => [attempts, lastError]), settled)
    .toEqual([[1, 'HTTP 500']])
  expect(await listed(of, 'dead')).toEqual([])
})

describe('a dead event', () => {
  async function dead(): Promise<{ of: Awaited<ReturnType<typeof subscribed>>; event: Listed }> {
    const of = await subscribed()
    of.inbox.behaviour = 500
    await newDepartment(of, 'Dead')
    for (const delay of [15, 300, 3600, 21_600]) {
      const before = of.inbox.posts.length
      await expect.poll(async () => (await listed(of, 'waiting')).length > 0 && of.inbox.posts.length > before - 1, settled).toBe(true)
      await expect.poll(async () => Date.parse((await listed(of, 'waiting'))[0]?.dueAt ?? '') > shared.clock.now(), settled).toBe(true)
      shared.clock.pass(seconds(delay))
    }
    await expect.poll(async () => (await listed(of, 'dead')).length, settled).toBe(1)
    const [event] = await listed(of, 'dead')
    return { of, event: event as Listed }
  }

  test('is sent again when somebody says so, and is gone from the list', async () => {
    const { of, event } = await dead()
    of.inbox.behaviour = 'handles'
    const answer = await admin(shared.server, 'POST', `${path(of)}/${event.eventId}/retry`)
    expect([answer.status, answer.body]).toMatchObject([200, { eventId: event.eventId, status: 'waiting', attempts: 0 }])
    await expect.poll(() => of.inbox.events.map(({ event_id }) => event_id), settled).toEqual([event.eventId])
    await expect.poll(async () => (await listed(of, 'dead')).length, settled).toBe(0)
    const again = await admin(shared.server, 'POST', `${path(of)}/${event.eventId}/retry`)
    expect([again.status, again.body.type]).toEqual([404, 'urn:rollcall:delivery_not_found'])
  })

  test('is forgotten when another dies a month later', async () => {
    const { of, event } = await dead()
    shared.clock.pass(30 * 24 * 3_600_000)
    // The token of the first client has long expired.
    await newDepartment({ ...of, client: feishuClient(shared.server.url, of.app) }, 'Later')
    for (const delay of [15, 300, 3600, 21_600]) {
      await expect.poll(async () => (await listed(of, 'waiting')).length, settled).toBe(1)
      await expect.poll(async () => Date.parse((await listed(of, 'waiting'))[0]?.dueAt ?? '') > shared.clock.now(), settled).toBe(true)
      shared.clock.pass(seconds(delay))
    }
    await expect.poll(async () => (await listed(of, 'waiting')).length, settled).toBe(0)
    const left = await listed(of, 'dead')
    expect(left.length).toBe(1)
    expect(left[0]?.eventId).not.toBe(event.eventId)
  })

  test('is one of pages in the order in which they died', async () => {
    const of = await subscribed()
    of.inbox.behaviour = 500
    for (const name of ['One', 'Two', 'Three']) await newDepartment(of, name)
    await expect.poll(async () => (await listed(of, 'waiting')).length, settled).toBe(3)
    const pages: string[] = []
    for (let after = ''; ; ) {
      const query = `?status=waiting&limit=2${after && `&after=${after}`}`
      const { body } = await admin<{ items: Listed[]; cursor: string | null }>(shared.server, 'GET', `${path(of)}${query}`)
      pages.push(...body.items.map(({ eventId }) => eventId))
      if (body.cursor === null) break
      after = body.cursor
    }
    expect(pages).toEqual((await listed(of, 'waiting')).map(({ eventId }) => eventId))
    expect(new Set(pages).size).toBe(3)
  })

  test('of an app that is not there, or under a broken cursor, is refused', async () => {
    const of = await subscribed()
    const none = await admin(shared.server, 'GET', `/companies/${of.company}/apps/cli_ffffffffffffffff/deliveries`)
    expect([none.status, none.body.type]).toEqual([404, 'urn:rollcall:app_not_found'])
    const retry = await admin(
      shared.server,
      'POST',
      `/companies/${of.company}/apps/cli_ffffffffffffffff/deliveries/${'0'.repeat(32)}/retry`,
    )
    expect([retry.status, retry.body.type]).toEqual([404, 'urn:rollcall:app_not_found'])
    const broken = await admin(shared.server, 'GET', `${path(of)}?after=nothing`)
    expect([broken.status, broken.body.type]).toEqual([400, 'urn:rollcall:cursor_invalid'])
  })
})
