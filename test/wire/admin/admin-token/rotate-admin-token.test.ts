import { rmSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { bearerToken } from '../../../../src/settings/value-kinds.ts'
import { admin } from '../../../kit/admin.ts'
import { eventsIn } from '../../../kit/directory.ts'
import { onEveryEngine, onPostgres, type TestEngine } from '../../../kit/engines.ts'
import { passingFolder } from '../../../kit/passing-folder.ts'
import { keptTexts } from '../../../kit/secrets/kept-texts.ts'
import { startTestServer, type TestServer } from '../../../kit/server.ts'

async function placeOf(engine: TestEngine) {
  const folder = passingFolder('rollcall-token-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const databaseUrl = await engine.newDatabase()
  const start = async (adminToken?: string) => {
    const server = await startTestServer({ databaseUrl, settings: { dataDir: folder, adminToken } })
    onTestFinished(async () => void (await server.stop()))
    return server
  }
  return { folder, databaseUrl, start }
}

const rotate = (server: Pick<TestServer, 'url' | 'adminToken'>, body?: object) =>
  admin<Record<string, string>>(server, 'POST', '/admin-token', body)
const statusWith = async ({ url }: TestServer, adminToken: string) => (await admin({ url, adminToken }, 'GET', '/accounts')).status

onEveryEngine('another admin token', (engine) => {
  test('opens at once what the old one no longer does, after a restart too; who and what is recorded, and never the token', async () => {
    const { start, ...kept } = await placeOf(engine)
    const server = await start()
    const { status, body } = await rotate(server)
    expect(status).toBe(201)
    expect(body).toEqual({ token: expect.stringMatching(/^rollcall_[A-Za-z0-9]{40}$/) })
    const token = body.token as string
    expect([await statusWith(server, server.adminToken), await statusWith(server, token)]).toEqual([401, 200])
    // Where nothing is served, too.
    expect((await admin(server, 'GET', '/nowhere')).status).toBe(401)
    const events = await eventsIn({ ...server, adminToken: token }, 'accounts')
    expect(events.filter(({ kind }) => kind === 'admin_token_changed')).toMatchObject([
      { actor: 'admin', dialect: 'admin', operation: 'RotateAdminToken', subject: 'admin_token', before: null, after: null },
    ])
    const texts = (await keptTexts(kept)).map(({ text }) => text).join('\n')
    expect([texts.includes(token), texts.includes(server.adminToken)]).toEqual([false, false])
    await server.stop()
    const later = await start(server.adminToken)
    expect(later.start.kept).toEqual(['ROLLCALL_ADMIN_TOKEN'])
    expect([await statusWith(later, server.adminToken), await statusWith(later, token)]).toEqual([401, 200])
  })

  test('may be brought; the one in force is refused, and stays', async () => {
    const server = await (await placeOf(engine)).start()
    expect(await rotate(server, { token: 'our own token' })).toEqual({ status: 201, body: { token: 'our own token' } })
    const own = { ...server, adminToken: 'our own token' }
    const again = await rotate(own, { token: 'our own token' })
    expect([again.status, again.body.type]).toEqual([409, 'urn:rollcall:admin_token_in_force'])
    expect(await statusWith(server, 'our own token')).toBe(200)
    expect((await eventsIn(own, 'accounts')).filter(({ kind }) => kind === 'admin_token_changed')).toHaveLength(1)
  })

  test('that the first start would not take is refused', async () => {
    const server = await (await placeOf(engine)).start()
    const cases = ['', ' ', ' a', 'a ', '\u00a0a', 'a\ufeff', 'a\u0000', 'a\nb', 'a\u007fb', 'a\u009fb', 'a\u2028']
    for (const token of cases) {
      expect([token, bearerToken.read(token) === undefined || token === '']).toEqual([token, true])
      const { status, body } = await rotate(server, { token })
      expect([token, status, body.pointer]).toEqual([token, 400, '/body/token'])
    }
    expect((await rotate(server, { token: 'a'.repeat(1025) })).status).toBe(400)
    expect((await rotate(server, { tokens: 'a' })).status).toBe(400)
    expect(await statusWith(server, server.adminToken)).toBe(200)
    let { adminToken } = server
    for (const token of ['a', 'a b', 'ä', '😀 and more', '~!@#"\\']) {
      expect(bearerToken.read(token)).toBe(token)
      const { status, body } = await rotate({ ...server, adminToken }, { token })
      expect([status, body.token]).toEqual([201, token])
      // Headers travel as bytes, which `fetch` writes as Latin-1.
      adminToken = Buffer.from(token).toString('latin1')
    }
  })
})

onPostgres('another admin token on several servers', (engine) => {
  test('is in force on all of them when the one that changed it has answered', async () => {
    const { start } = await placeOf(engine)
    const [one, other] = [await start(), await start()]
    expect(await statusWith(other, one.adminToken)).toBe(200)
    const { body } = await rotate(one)
    expect([await statusWith(other, one.adminToken), await statusWith(other, body.token as string)]).toEqual([401, 200])
  })
})
