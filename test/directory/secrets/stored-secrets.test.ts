import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { rotateMasterKey } from '../../../src/bootstrap/rotate-master-key.ts'
import { storedSecrets } from '../../../src/directory/secrets/stored-secrets.ts'
import { systemPorts } from '../../../src/directory/system-ports.ts'
import { filesOf } from '../../ground/tree.ts'
import { eventsIn } from '../../kit/directory.ts'
import { onEveryEngine, type TestEngine } from '../../kit/engines.ts'
import { passingFolder } from '../../kit/passing-folder.ts'
import { everySecret } from '../../kit/secrets/every-secret.ts'
import { keptTexts } from '../../kit/secrets/kept-texts.ts'
import { startTestServer } from '../../kit/server.ts'

const oldKey = Buffer.alloc(32, 7).toString('base64')

/** What the vault's sealed form looks like; nothing else in a directory does. */
const isSealed = ({ text }: { text: string }) => /^1\.[A-Za-z0-9_-]{38,}$/.test(text)

async function place(engine: TestEngine) {
  const folder = passingFolder('rollcall-secrets-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const databaseUrl = await engine.newDatabase()
  const start = async (masterKey: string) => {
    const server = await startTestServer({ databaseUrl, settings: { dataDir: folder, masterKey } })
    onTestFinished(async () => void (await server.stop()))
    return server
  }
  const rotate = (masterKey: string, next: Buffer) =>
    rotateMasterKey({ dataDir: folder, databaseUrl, masterKey }, systemPorts, next).then(({ secrets }) => secrets)
  return { folder, databaseUrl, start, rotate }
}

onEveryEngine('another master key', (engine) => {
  test('every secret that is kept is in the one list, and is as it was under another key, and one more', async () => {
    const { start, rotate, ...kept } = await place(engine)
    const server = await start(oldKey)
    const expectSame = await everySecret(server)
    await server.stop()
    const before = (await keptTexts(kept)).filter(isSealed)
    expect(new Set(before.map(({ column }) => column))).toEqual(new Set(Object.keys(storedSecrets)))
    // The proof of the key itself is no secret.
    expect(await rotate(oldKey, Buffer.alloc(32, 8))).toBe(before.length - 1)
    const texts = new Set((await keptTexts(kept)).map(({ text }) => text))
    expect(before.filter(({ text }) => texts.has(text))).toEqual([])
    await expect(start(oldKey)).rejects.toThrow(/^The master key is not the one this directory is sealed with/)
    const second = await start(Buffer.alloc(32, 8).toString('base64'))
    await expectSame(second)
    const events = (await eventsIn(second, 'accounts')).filter(({ kind }) => kind === 'master_key_changed')
    expect(events).toMatchObject([{ actor: 'command line', operation: 'RotateMasterKey', after: { secrets: before.length - 1 } }])
    await second.stop()
    await rotate(Buffer.alloc(32, 8).toString('base64'), Buffer.alloc(32, 9))
    await expectSame(await start(Buffer.alloc(32, 9).toString('base64')))
  })

  test('more secrets than are sealed anew at a time', async () => {
    const { start, rotate, ...kept } = await place(engine)
    const server = await start(oldKey)
    const { uin } = server.start.firstKey
    const made: string[] = []
    await Promise.all(
      Array.from({ length: 2001 }, async () => {
        const answer = await fetch(`${server.url}/admin/v1/accounts/${uin}/keys`, {
          method: 'POST',
          headers: { authorization: `Bearer ${server.adminToken}` },
        })
        made.push(((await answer.json()) as { secretId: string }).secretId)
      }),
    )
    await server.stop()
    const next = randomBytes(32)
    expect(await rotate(oldKey, next)).toBeGreaterThan(2001)
    const { vault } = await start(next.toString('base64'))
    const sealed = (await keptTexts(kept)).filter((each) => each.column === 'access_keys.sealed_secret')
    const open = (text: string) => made.some((id) => opens(() => vault.open(text, `key ${id}`)))
    expect(sealed).toHaveLength(2002)
    // One of them, for each text is tried with every name.
    expect(open(sealed[1500]?.text ?? '') || open(sealed[1501]?.text ?? '')).toBe(true)
  })
})

function opens(attempt: () => unknown): boolean {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}

test('a secret is sealed for keeping in one place, which takes the list', () => {
  const sealing = filesOf('src').filter((file) => /\.seal\(/.test(readFileSync(file, 'utf8')))
  expect(sealing).toEqual([
    // A ticket is kept nowhere: it comes back within a minute, or never.
    'src/dialects/feishu/events/long-connection/ticket.ts',
    'src/directory/secrets/change-master-key.ts',
    'src/directory/secrets/seal-secret.ts',
    'src/storage/master-key.ts',
  ])
})
