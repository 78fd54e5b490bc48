import { createDecipheriv, createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { changeApp, newCompany } from '../../../kit/feishu/company.ts'
import { everyEvent, type Inbox, keysOf, startInbox } from '../../../kit/feishu/inbox.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
const open: Inbox[] = []

afterEach(async () => {
  for (const inbox of open.splice(0)) await inbox.close()
})

async function subscribed(encryptKey?: string) {
  const company = await newCompany(shared.server)
  const inbox = await startInbox(keysOf(company, encryptKey))
  open.push(inbox)
  await changeApp(company, { webhookUrl: inbox.url, subscriptions: everyEvent, ...(encryptKey !== undefined && { encryptKey }) })
  return { ...company, inbox }
}

const settled = { timeout: 10_000 }

describe.each([undefined, 'an Encrypt Key'])('a webhook, with the Encrypt Key %s', (encryptKey) => {
  test('gets what the official dispatcher takes: header and event, in order', async () => {
    const { client, company, app, inbox } = await subscribed(encryptKey)
    const { data } = await client.contact.department.create({ data: { name: 'Sales', parent_department_id: '0' } })
    const id = data?.department?.open_department_id as string
    await client.contact.department.patch({ path: { department_id: id }, data: { name: 'Sales abroad' } })
    await client.contact.department.delete({ path: { department_id: id } })
    await expect.poll(() => inbox.events.length, settled).toBe(3)
    expect(inbox.events.map(({ event_type }) => event_type)).toEqual([
      'contact.department.created_v3',
      'contact.department.updated_v3',
      'contact.department.deleted_v3',
    ])
    const [created, updated, deleted] = inbox.events
    expect(created).toMatchObject({ schema: '2.0', app_id: app.id, tenant_key: company, token: app.verificationToken })
    expect(created?.event_id).toMatch(/^[0-9a-f]{32}$/)
    expect(created?.create_time).toBe(String(shared.clock.now()))
    expect(created?.object).toMatchObject({
      name: 'Sales',
      parent_department_id: '0',
      open_department_id: id,
      order: expect.any(Number),
      status: { is_deleted: false },
      leaders: [],
      department_hrbps: [],
    })
    expect([updated?.object.name, updated?.old_object.name]).toEqual(['Sales abroad', 'Sales'])
    expect(deleted?.object).toMatchObject({ open_department_id: id, status: { is_deleted: true } })
    expect(deleted?.old_object).toEqual({ status: { is_deleted: false }, open_department_id: id })
    expect(new Set(inbox.events.map(({ event_id }) => event_id)).size).toBe(3)
    // Each body begins with an initial vector of its own.
    const begun = inbox.posts.map(({ body }) => JSON.parse(body).encrypt?.slice(0, 20) ?? body)
    expect(new Set(begun).size).toBe(inbox.posts.length)
  })

  test('posts compact JSON with headers that are always there and always signed', async () => {
    const { client, inbox } = await subscribed(encryptKey)
    await client.contact.department.create({ data: { name: 'Büro <北京>', parent_department_id: '0' } })
    await expect.poll(() => inbox.events.length, settled).toBe(1)
    // The challenge came before.
    const { headers, body } = inbox.posts.at(-1) as (typeof inbox.posts)[number]
    expect(headers['content-type']).toBe('application/json;charset=utf-8')
    expect(JSON.stringify(JSON.parse(body))).toBe(body)
    const { 'x-lark-request-timestamp': timestamp, 'x-lark-request-nonce': nonce, 'x-lark-signature': signature } = headers
    const signed = createHash('sha256')
      .update(`${timestamp}${nonce}${encryptKey ?? ''}${body}`)
      .digest('hex')
    expect(signature).toBe(signed)
    expect(encryptKey === undefined ? JSON.parse(body).event.object.name : decrypted(JSON.parse(body).encrypt, encryptKey)).toContain(
      'Büro <北京>',
    )
  })
})

test('one app in two companies can tell their events apart', async () => {
  const store = await newCompany(shared.server, { app: { kind: 'store' } })
  const inbox = await startInbox(keysOf(store))
  open.push(inbox)
  await changeApp(store, { webhookUrl: inbox.url, subscriptions: everyEvent })
  const takers = [await newCompany(shared.server), await newCompany(shared.server)]
  // Step by step the same in both: what happens has the same place in each one's history.
  for (const { company } of takers) await admin(shared.server, 'PUT', `/companies/${company}/installations/${store.app.id}`)
  for (const { client } of takers) await client.contact.department.create({ data: { name: 'Sales', parent_department_id: '0' } })
  const made = () => inbox.events.filter(({ event_type }) => event_type === 'contact.department.created_v3')
  await expect.poll(() => made().length, settled).toBe(2)
  expect(new Set(made().map(({ tenant_key }) => tenant_key))).toEqual(new Set(takers.map(({ company }) => company)))
  expect(new Set(made().map(({ event_id }) => event_id)).size).toBe(2)
})

function decrypted(encrypt: string, key: string): string {
  const bytes = Buffer.from(encrypt, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), bytes.subarray(0, 16))
  return decipher.update(bytes.subarray(16), undefined, 'utf8') + decipher.final('utf8')
}
