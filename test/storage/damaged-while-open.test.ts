import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { startTestServer } from '../kit/server.ts'

test('a database that is cut off under a running server fails each call, and not the server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-damaged-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const settings = { dataDir: folder }
  // All of it moves from the log into the database.
  await (await startTestServer({ settings })).stop()
  const server = await startTestServer({ settings })
  truncateSync(databaseIn(folder), 8192)
  for (let call = 0; call < 3; call++) {
    const { status } = await fetch(`${server.url}/admin/v1/accounts`, { headers: { authorization: `Bearer ${server.adminToken}` } })
    expect(status).toBe(500)
  }
  const answer = await fetch(`${server.url}/readyz`)
  expect({ status: answer.status, body: await answer.json() }).toEqual({
    status: 503,
    body: { status: 'not ready', reason: expect.stringContaining('malformed') },
  })
  expect(await server.stop()).toBe('clean')
})
