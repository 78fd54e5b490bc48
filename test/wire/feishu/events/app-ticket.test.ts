import { CAppTicket, EventDispatcher } from '@larksuiteoapi/node-sdk'
import { afterEach, describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { changeApp, newApp, newCompany } from '../../../kit/feishu/company.ts'
import { type Inbox, keysOf, startInbox } from '../../../kit/feishu/inbox.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
const open: Inbox[] = []
const settled = { timeout: 10_000 }

afterEach(async () => {
  for (const inbox of open.splice(0)) await inbox.close()
})

/** A store app with a webhook that is subscribed to nothing. */
async function storeApp() {
  const { server, company } = await newCompany(shared.server)
  const of = await newApp({ server, company }, { kind: 'store' })
  const inbox = await startInbox(keysOf(of))
  open.push(inbox)
  await changeApp(of, { webhookUrl: inbox.url })
  const tickets = () =>
    inbox.posts
      .map(({ body }) => JSON.parse(body))
      .flatMap(({ event }) => (event?.type === 'app_ticket' ? [event.app_ticket as string] : []))
  return { ...of, inbox, tickets }
}

async function call(path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${shared.server.url}/open-apis/auth/v3/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as Record<string, unknown>
}

describe('the ticket of a store app', () => {
  test('comes with the webhook, each hour, and at once when it is asked for; an app token is given for it', async () => {
    const { app, tickets } = await storeApp()
    await expect.poll(() => tickets().length, settled).toBe(1)
    shared.clock.pass(60 * 60_000)
    await expect.poll(() => tickets().length, settled).toBe(2)
    const credentials = { app_id: app.id, app_secret: app.secret }
    expect(await call('app_ticket/resend', credentials)).toMatchObject({ code: 0 })
    await expect.poll(() => tickets().length, settled).toBe(3)
    expect(new Set(tickets()).size).toBe(1)
    expect(await call('app_access_token', { ...credentials, app_ticket: tickets().at(-1) })).toMatchObject({
      code: 0,
      app_access_token: expect.stringMatching(/^a-/),
    })
  })

  test('is what the official dispatcher keeps for its client', async () => {
    const { app, inbox, tickets } = await storeApp()
    await expect.poll(() => tickets().length, settled).toBe(1)
    const kept: unknown[][] = []
    const cache = { get: async () => undefined, set: async (...told: unknown[]) => kept.push(told) > 0 }
    const message = inbox.posts.map(({ body }) => JSON.parse(body)).find(({ event }) => event?.type === 'app_ticket')
    expect(message).toMatchObject({ type: 'event_callback', token: app.verificationToken, uuid: expect.stringMatching(/^[0-9a-f]{32}$/) })
    await new EventDispatcher({ cache: cache as never }).invoke(message)
    expect(kept).toEqual([[CAppTicket, tickets()[0], undefined, { namespace: app.id }]])
  })

  test('is sent again when it was not taken, and stands in no list', async () => {
    const { server, company, app, inbox, tickets } = await storeApp()
    await expect.poll(() => tickets().length, settled).toBe(1)
    inbox.behaviour = 500
    shared.clock.pass(60 * 60_000)
    const path = `/companies/${company}/apps/${app.id}/deliveries?status=waiting`
    const waiting = async () => (await admin<{ items: object[] }>(server, 'GET', path)).body.items
    await expect.poll(waiting, settled).toEqual([expect.objectContaining({ type: 'app_ticket', seq: 0, attempts: 1 })])
    expect(JSON.stringify(await waiting())).not.toContain(tickets()[0])
    inbox.behaviour = 'handles'
    shared.clock.pass(15_000)
    await expect.poll(waiting, settled).toEqual([])
    expect(tickets().length).toBe(3)
  })
})
