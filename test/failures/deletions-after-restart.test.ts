import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { startServer } from '../../src/main.ts'
import { defaultSettings } from '../../src/settings.ts'
import { admin } from '../kit/admin.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { heldClock } from '../kit/held-clock.ts'
import { situation } from '../kit/leaving/obstacles.ts'
import type { TestServer } from '../kit/server.ts'

onEveryEngine('a deletion of an account that is pending when the server ends', (engine) => {
  test('is finished by the next one, when its time has come', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-restart-'))
    const databaseUrl = await engine.newDatabase()
    const clock = heldClock()
    const start = async (): Promise<TestServer> => {
      const masterKey = Buffer.alloc(32, 7).toString('base64')
      const settings = {
        ...defaultSettings,
        port: 0,
        dataDir: folder,
        databaseUrl,
        masterKey,
        rateLimits: 'off',
        logLevel: 'silent',
      } as const
      const server = await startServer(settings, { ports: { ...systemPorts, clock } })
      return { ...server, adminToken: server.start.adminToken, folder }
    }
    try {
      const first = await start()
      const { company, member } = await situation(first, 'created', new Set())
      await company.client.DeleteAccount({ MemberUin: member.uin })
      expect(await first.stop()).toBe('clean')
      clock.pass(30_000)
      const second = await start()
      const status = async () => (await admin(second, 'GET', `/accounts/${member.uin}`)).status
      await expect.poll(status, { timeout: 15_000 }).toBe(404)
      expect(await second.stop()).toBe('clean')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
