import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { encrypted } from '../../../../src/dialects/feishu/events/webhook-body.ts'
import { admin } from '../../../kit/admin.ts'
import { newCompany } from '../../../kit/feishu/company.ts'
import { type Inbox, type Keys, keysOf, startInbox } from '../../../kit/feishu/inbox.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()
const open: Inbox[] = []

afterEach(async () => {
  for (const inbox of open.splice(0)) await inbox.close()
})

async function inbox(keys: Keys): Promise<Inbox> {
  const started = await startInbox(keys)
  open.push(started)
  return started
}

/** An app, and what saving a webhook for it answers. */
async function app() {
  const of = await newCompany(shared.server)
  const path = `/companies/${of.company}/apps/${of.app.id}`
  const kept = async () => (await admin(shared.server, 'GET', path)).body.webhookUrl
  return { of, kept, save: (changes: object) => admin(shared.server, 'PATCH', path, changes) }
}

describe('a webhook that is to be saved', () => {
  test('is saved when the official receiver repeats the challenge, plain or encrypted', async () => {
    const { of, kept, save } = await app()
    const plain = await inbox(keysOf(of))
    expect((await save({ webhookUrl: plain.url })).status).toBe(200)
    expect(JSON.parse(plain.posts[0]?.body ?? '')).toEqual({
      challenge: expect.any(String),
      token: of.app.verificationToken,
      type: 'url_verification',
    })
    const secret = await inbox(keysOf(of, 'the key'))
    expect((await save({ webhookUrl: secret.url, encryptKey: 'the key' })).status).toBe(200)
    expect(Object.keys(JSON.parse(secret.posts[0]?.body ?? ''))).toEqual(['encrypt'])
    expect(await kept()).toBe(secret.url)
    // The key that is kept is used when none is sent.
    expect((await save({ webhookUrl: secret.url })).status).toBe(200)
  })

  test('carries the token that the app is given, which the dispatchers of Python and Go ask for', async () => {
    const { of, save } = await app()
    const listening = await inbox({})
    const token = () => JSON.parse(listening.posts.at(-1)?.body ?? '').token
    expect((await save({ webhookUrl: listening.url, verificationToken: 'a-token-of-my-own' })).status).toBe(200)
    expect(token()).toBe('a-token-of-my-own')
    expect((await save({ webhookUrl: listening.url })).status).toBe(200)
    expect(token()).toBe('a-token-of-my-own')
    const asked = { name: 'New', webhookUrl: listening.url, verificationToken: 'another-one' }
    const made = await admin(shared.server, 'POST', `/companies/${of.company}/apps`, asked)
    expect([made.status, made.body.verificationToken, token()]).toEqual([201, 'another-one', 'another-one'])
  })

  test('is refused when nobody repeats it, and what was there stays', async () => {
    const { of, kept, save } = await app()
    const good = await inbox(keysOf(of))
    await save({ webhookUrl: good.url })
    const other = await inbox(keysOf(of))
    const reasons: [Inbox['behaviour'], string][] = [
      [500, 'HTTP 500'],
      [200, 'it answered without the challenge'],
      ['hang', 'no answer within 1000 ms'],
    ]
    for (const [behaviour, reason] of reasons) {
      other.behaviour = behaviour
      const { status, body } = await save({ webhookUrl: other.url, name: 'Other' })
      expect([status, body.type, body.pointer]).toEqual([409, 'urn:rollcall:webhook_unverified', '/body/webhookUrl'])
      expect(body.detail).toContain(reason)
    }
    await other.close()
    expect((await save({ webhookUrl: other.url })).status).toBe(409)
    expect(await kept()).toBe(good.url)
  })

  test('is refused when it answers with a challenge of its own', async () => {
    const { kept, save } = await app()
    const server = createServer((_req, res) => res.end('{"challenge":"another"}'))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { status, body } = await save({ webhookUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` })
    server.close()
    expect([status, body.detail]).toEqual([409, expect.stringContaining('it answered without the challenge')])
    expect(await kept()).toBeNull()
  })

  test('is asked for before its app is made', async () => {
    const { of } = await app()
    const path = `/companies/${of.company}/apps`
    const { status, body } = await admin(shared.server, 'POST', path, { name: 'New', webhookUrl: 'http://127.0.0.1:1/' })
    expect([status, body.type]).toEqual([409, 'urn:rollcall:webhook_unverified'])
    const listening = await inbox({})
    const made = await admin(shared.server, 'POST', path, { name: 'New', webhookUrl: listening.url })
    expect(made.status).toBe(201)
    expect(JSON.parse(listening.posts[0]?.body ?? '').token).toBe(made.body.verificationToken)
  })
})

test('bodies are encrypted as the vendor says', () => {
  // Source: the vendor's page about encryption of events, with its key and text.
  const known = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk='
  expect(encrypted('hello world', 'test key', Buffer.from(known, 'base64').subarray(0, 16))).toBe(known)
})
