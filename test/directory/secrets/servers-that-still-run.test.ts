import { rmSync } from 'node:fs'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { openUnlocked } from '../../../src/bootstrap/open-unlocked.ts'
import { rotateMasterKey } from '../../../src/bootstrap/rotate-master-key.ts'
import { storedKey } from '../../../src/bootstrap/stored-credentials.ts'
import { createAccount } from '../../../src/directory/accounts/create-account.ts'
import { createKey } from '../../../src/directory/accounts/create-key.ts'
import { renewSecret } from '../../../src/directory/apps/change-app.ts'
import { changeMasterKey } from '../../../src/directory/secrets/change-master-key.ts'
import { openSession } from '../../../src/directory/session.ts'
import { systemPorts } from '../../../src/directory/system-ports.ts'
import { admin } from '../../kit/admin.ts'
import { onPostgres, type TestEngine } from '../../kit/engines.ts'
import { newCompany } from '../../kit/feishu/company.ts'
import { passingFolder } from '../../kit/passing-folder.ts'
import { keptTexts } from '../../kit/secrets/kept-texts.ts'
import { startTestServer } from '../../kit/server.ts'

const masterKey = Buffer.alloc(32, 7).toString('base64')
const next = Buffer.alloc(32, 8)

async function opened(databaseUrl: string | undefined) {
  const folder = passingFolder('rollcall-running-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const options = { databaseUrl, dataDir: folder, masterKey, observeBatch: () => {} }
  const directory = await openUnlocked(options, systemPorts, { actor: 'test', operation: 'Test' })
  onTestFinished(() => directory.store.close())
  return directory
}

/** Resolves when somebody waits for a lock in this database. */
async function somebodyWaits(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const waiting = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await client.query(waiting)).rows[0].n === 0);
  await client.end()
}

async function runningOn(engine: TestEngine) {
  const databaseUrl = (await engine.newDatabase()) as string
  const server = await startTestServer({ databaseUrl })
  onTestFinished(async () => void (await server.stop()))
  return { databaseUrl, server }
}

onPostgres('another master key beside servers that run', (engine) => {
  test('is refused while a server is connected', async () => {
    const { databaseUrl, server } = await runningOn(engine)
    const before = (await keptTexts({ folder: '', databaseUrl })).filter(({ column }) => column === 'settings.value')
    await expect(rotateMasterKey({ dataDir: server.folder, databaseUrl, masterKey }, systemPorts, next)).rejects.toThrow(
      /^A server of this directory runs \(\d+ connections of Rollcall to the database\)\. Stop all of them, then run this again\.$/,
    )
    expect((await keptTexts({ folder: '', databaseUrl })).filter(({ column }) => column === 'settings.value')).toEqual(before)
  })

  test('a server that was not seen keeps nothing that nobody could open, and says that it is not ready', async () => {
    const { databaseUrl, server } = await runningOn(engine)
    const maker = await newCompany(server)
    const { session, vault } = await opened(databaseUrl)
    await session.write('accounts', (tx) => changeMasterKey(tx, vault, vault.under(next)))
    const before = await keptTexts({ folder: '', databaseUrl })
    const ready = await fetch(`${server.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'not ready', reason: 'The master key was changed while this server ran. Start it again with the new one.' },
    ])
    // Nobody is known any more who was known by a secret.
    expect((await admin(server, 'GET', '/accounts')).status).toBe(500)
    const origin = { actor: 'test', account: 0, dialect: 'admin', operation: 'Test', requestId: 'test', at: systemPorts.clock.now() }
    const { ports, vault: stale, write } = openSession(server.store, systemPorts, server.vault, origin)
    const { uin } = server.start.firstKey
    await expect(write('accounts', (tx) => createKey(tx, ports, stale, uin))).rejects.toThrow('The master key was changed')
    await expect(write(`company-${maker.company}`, (tx) => renewSecret(tx, ports, stale, maker.company, maker.app.id))).rejects.toThrow(
      'The master key was changed',
    )
    expect(await keptTexts({ folder: '', databaseUrl })).toEqual(before)
  })

  test('waits for what is being sealed, and seals that anew too', async () => {
    const databaseUrl = (await engine.newDatabase()) as string
    const [one, other] = [await opened(databaseUrl), await opened(databaseUrl)]
    const { uin } = await one.session.write('accounts', (tx) => createAccount(tx, systemPorts, { name: 'Busy', verification: 'none' }))
    const [sealed, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    // In another stream than the change of the key, which would wait for its own in any case.
    const making = one.session.write('another', async (tx) => {
      const key = await createKey(tx, systemPorts, one.vault, uin)
      sealed.resolve()
      await go.promise
      return key
    })
    await sealed.promise
    const to = other.vault.under(next)
    const changing = other.session.write('accounts', (tx) => changeMasterKey(tx, other.vault, to))
    await somebodyWaits(databaseUrl)
    go.resolve()
    const key = await making
    expect(await changing).toBe(1)
    expect(await storedKey(other.store.reader, to, key.secretId)).toEqual(key)
    const late = one.session.write('another', (tx) => createKey(tx, systemPorts, one.vault, uin))
    await expect(late).rejects.toThrow('The master key was changed while this server ran')
  })
})
