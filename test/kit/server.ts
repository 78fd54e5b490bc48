import { rmSync } from 'node:fs'
import type { Ports } from '../../src/directory/ports.ts'
import { type RunningServer, startServer } from '../../src/main.ts'
import { defaultSettings, type Settings } from '../../src/settings.ts'
import type { TestEngine } from './engines.ts'
import { layMigrated } from './migrated.ts'
import { recordOutcomes } from './observed-outcomes.ts'
import { passingFolder } from './passing-folder.ts'

export interface TestServer extends RunningServer {
  readonly adminToken: string
  /** The data folder; gone after `stop`. */
  readonly folder: string
}

export interface TestServerOptions {
  readonly engine?: TestEngine
  /** Shared with another server: two servers on one PostgreSQL database. */
  readonly databaseUrl?: string
  readonly ports?: Ports
  readonly settings?: Partial<Settings>
  readonly demo?: boolean
}

const record = recordOutcomes()

/** Two servers on one database need the same master key. */
const testMasterKey = Buffer.alloc(32, 7).toString('base64')

/** Ten times as often as servers do: what is done behind the calls is waited for again and again. */
const lookEveryMs = 50

/** Starts a whole server on a free port with a directory of its own. Every code that leaves must be a documented one. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = passingFolder('rollcall-test-')
  const databaseUrl = options.databaseUrl ?? (await options.engine?.newDatabase())
  if (!databaseUrl) await layMigrated(folder)
  const settings: Settings = {
    ...defaultSettings,
    port: 0,
    dataDir: folder,
    databaseUrl,
    masterKey: testMasterKey,
    rateLimits: 'off',
    logLevel: 'silent',
    ...options.settings,
  }
  const server = await startServer(settings, {
    ports: options.ports,
    demo: options.demo,
    lookEveryMs,
    observe: record,
    undocumented: (operation, code) => {
      throw new Error(`${operation} answered ${code}, which it does not declare`)
    },
  }).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true })
    throw error
  })
  return {
    ...server,
    adminToken: server.start.adminToken,
    folder,
    async stop() {
      const end = await server.stop()
      rmSync(folder, { recursive: true, force: true })
      return end
    },
  }
}
