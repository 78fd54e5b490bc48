import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { everyScope } from '../../../../src/dialects/feishu/every-scope.ts'
import type { Settings } from '../../../../src/settings.ts'
import { statement } from '../../../../src/storage/statement.ts'
import { admin } from '../../../kit/admin.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { feishuClient } from '../../../kit/feishu/company.ts'
import { startTestServer } from '../../../kit/server.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-first-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function start(settings: Partial<Settings>, databaseUrl?: string) {
  const server = await startTestServer({ settings, databaseUrl })
  onTestFinished(async () => void (await server.stop()))
  return server
}

const companies = async (server: Awaited<ReturnType<typeof start>>) =>
  (await admin<{ items: { id: string; name: string }[] }>(server, 'GET', '/companies')).body.items

const forgetFirstApp = statement((db, _p: object) => db.deleteFrom('settings').where('name', '=', 'first_app'))
const origin = { actor: 'test', account: 0, dialect: 'admin', operation: 'test', requestId: 'test', at: 0 }

const own = { feishuAppId: 'cli_a1b2c3d4e5f60718', feishuAppSecret: 'a secret of my own, long' }

onEveryEngine('the first company', (engine) => {
  test('is made with an app that has every scope and sees everything; the app is shown once', async () => {
    const dataDir = newFolder()
    const databaseUrl = await engine.newDatabase()
    const first = await start({ dataDir }, databaseUrl)
    const { app } = first.start.made
    expect(app).toEqual({
      id: expect.stringMatching(/^cli_[0-9a-f]{16}$/),
      company: expect.stringMatching(/^[0-9a-f]{16}$/),
      secret: expect.any(String),
    })
    expect(await companies(first)).toMatchObject([{ id: app?.company }])
    const shown = await admin(first, 'GET', `/companies/${app?.company}/apps/${app?.id}`)
    expect(shown.body).toMatchObject({ kind: 'custom', status: 'enabled', range: { all: true }, scopes: everyScope() })
    expect(await feishuClient(first.url, app as { id: string; secret: string }).contact.scope.list()).toMatchObject({ code: 0 })
    await first.stop()
    const second = await start({ dataDir }, databaseUrl)
    expect(second.start).toMatchObject({ made: {}, kept: [], firstApp: { id: app?.id, company: app?.company } })
    expect(await second.firstApp()).toEqual(app)
    expect(await companies(second)).toHaveLength(1)
  })

  test('takes the app that is given; given again it changes nothing, and another is told to have been passed over', async () => {
    const dataDir = newFolder()
    const databaseUrl = await engine.newDatabase()
    const first = await start({ dataDir, ...own }, databaseUrl)
    expect(first.start.made).not.toHaveProperty('app')
    expect(await feishuClient(first.url, { id: own.feishuAppId, secret: own.feishuAppSecret }).contact.scope.list()).toMatchObject({
      code: 0,
    })
    await first.stop()
    for (const [given, kept] of [
      [own, []],
      [{ ...own, feishuAppSecret: 'another secret of my own' }, ['ROLLCALL_FEISHU_APP_SECRET']],
      [{ ...own, feishuAppId: 'cli_0000000000000001' }, ['ROLLCALL_FEISHU_APP_ID']],
    ] as const) {
      const again = await start({ dataDir, ...given }, databaseUrl)
      expect(again.start.kept).toEqual(kept)
      expect(await again.firstApp()).toMatchObject({ id: own.feishuAppId, secret: own.feishuAppSecret })
      expect(await companies(again)).toHaveLength(1)
      await again.stop()
    }
  })

  test('a directory of before, which knows of no first app, gets one: in its oldest company, or the given one wherever it is', async () => {
    const dataDir = newFolder()
    const databaseUrl = await engine.newDatabase()
    const first = await start({ dataDir }, databaseUrl)
    const { app } = first.start.made
    await admin(first, 'POST', '/companies', { name: 'A later one' })
    await first.store.write('accounts', origin, (tx) => Promise.resolve(tx.run(forgetFirstApp, {})))
    await first.stop()
    const second = await start({ dataDir }, databaseUrl)
    expect(second.start.made.app).toMatchObject({ company: app?.company })
    expect(second.start.made.app?.id).not.toBe(app?.id)
    await second.store.write('accounts', origin, (tx) => Promise.resolve(tx.run(forgetFirstApp, {})))
    await second.stop()
    const third = await start({ dataDir, feishuAppId: app?.id, feishuAppSecret: app?.secret }, databaseUrl)
    expect(third.start).toMatchObject({ made: {}, kept: [], firstApp: { id: app?.id, company: app?.company } })
    expect(await companies(third)).toHaveLength(2)
  })
})
