import { onTestFinished } from 'vitest'
import type { TestEngine } from './engines.ts'
import { startTestServer, type TestServer, type TestServerOptions } from './server.ts'

/** The servers that share one directory: one on SQLite, two on one PostgreSQL database. Stopped when the test ends. */
export async function startSideBySide(engine: TestEngine, options: TestServerOptions = {}): Promise<[TestServer, ...TestServer[]]> {
  const databaseUrl = await engine.newDatabase()
  const first = await startTestServer({ ...options, databaseUrl })
  const servers: [TestServer, ...TestServer[]] = [first]
  if (engine.name === 'postgres') servers.push(await startTestServer({ ...options, databaseUrl }))
  onTestFinished(async () => {
    for (const server of servers) await server.stop()
  })
  return servers
}
