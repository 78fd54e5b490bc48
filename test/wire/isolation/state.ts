import { contentOf } from '../../kit/content.ts'
import type { TestServer } from '../../kit/server.ts'
import { type Case, inTurns, type Send } from './compare.ts'

/** How far the server itself has come in telling a tenant's own events, whenever it gets to it. */
const movesByItself = 'event_followers'

/** Every row of the database that names one of these tenants, with its table. */
async function rowsNaming(server: TestServer, tenants: readonly string[]): Promise<string[]> {
  const { [movesByItself]: _, ...content } = await contentOf(server)
  const rows = Object.entries(content).flatMap(([table, all]) => all.map((row) => `${table} ${row}`))
  return rows.filter((row) => tenants.some((tenant) => row.includes(tenant)))
}

/** What is otherwise with these tenants, rows and events, after all these requests were made in earnest. */
export async function changedBy(server: TestServer, send: Send, cases: readonly Case[], tenants: readonly string[]): Promise<string[]> {
  const before = new Set(await rowsNaming(server, tenants))
  await inTurns(cases, ({ operation, theirs }) => send(operation, theirs, false))
  const after = new Set(await rowsNaming(server, tenants))
  return [...before.symmetricDifference(after)]
}
