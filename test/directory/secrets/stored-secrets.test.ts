import { readFileSync, rmSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { rotateMasterKey } from '../../../src/bootstrap/rotate-master-key.ts'
import { storedKey } from '../../../src/bootstrap/stored-credentials.ts'
import { withDirectory } from '../../../src/bootstrap/with-directory.ts'
import { createAccount } from '../../../src/directory/accounts/create-account.ts'
import { createKey, type NewKey } from '../../../src/directory/accounts/create-key.ts'
import { storedSecrets } from '../../../src/directory/secrets/stored-secrets.ts'
import { systemPorts } from '../../../src/directory/system-ports.ts'
import { statement } from '../../../src/storage/statement.ts'
import { filesOf } from '../../ground/tree.ts'
import { eventsIn } from '../../kit/directory.ts'
import { onEveryEngine, type TestEngine } from '../../kit/engines.ts'
import { passingFolder } from '../../kit/passing-folder.ts'
import { everySecret } from '../../kit/secrets/every-secret.ts'
import { keptTexts } from '../../kit/secrets/kept-texts.ts'
import { startTestServer } from '../../kit/server.ts'
import { asked } from '../../storage/settings-statements.ts'

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
    const { folder, databaseUrl, rotate } = await place(engine)
    const open = (masterKey: string) => ({ dataDir: folder, databaseUrl, masterKey })
    const made = await withDirectory(open(oldKey), systemPorts, 'Test', ({ ports, vault, write }) =>
      write('accounts', async (tx) => {
        const { uin } = await createAccount(tx, ports, { name: 'Many keys', verification: 'none' })
        const keys: NewKey[] = []
        for (let count = 0; count < 1001; count++) keys.push(await createKey(tx, ports, vault, uin))
        return keys
      }),
    )
    expect(await rotate(oldKey, Buffer.alloc(32, 8))).toBe(1001)
    await withDirectory(open(Buffer.alloc(32, 8).toString('base64')), systemPorts, 'Test', ({ vault, read }) =>
      read(async (reader) => {
        for (const key of made) expect(await storedKey(reader, vault, key.secretId)).toEqual(key)
      }),
    )
  })

  test('a secret that the key does not open: nothing is changed, and it is named', async () => {
    const { start, rotate, ...kept } = await place(engine)
    const server = await start(oldKey)
    const { secretId } = await server.firstKey()
    await server.store.write('accounts', asked(), async (tx) => void (await tx.run(spoilKey, { secretId })))
    await server.stop()
    const before = await keptTexts(kept)
    await expect(rotate(oldKey, Buffer.alloc(32, 8))).rejects.toThrow(`What access_keys.sealed_secret holds for ${secretId} is damaged`)
    expect(await keptTexts(kept)).toEqual(before)
  })
})

const spoilKey = statement((db, p: { secretId: string }) =>
  db.updateTable('access_keys').set({ sealed_secret: '1.AAAA' }).where('secret_id', '=', p.secretId),
)

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
