import {
  connectionsOfApp,
  deleteConnection,
  deleteExpiredConnections,
  putConnection,
} from '../../storage/tables/companies/long-connections.ts'
import type { Reader, Tx } from '../session.ts'

/** A connection that an app holds open to a server. */
export interface LongConnection {
  readonly id: string
  readonly app: string
  readonly server: string
}

/** For how long a connection counts as open after its server said so. */
export const presenceMs = 60_000

/** Says that connections are open, new or still; those whose server has long said nothing are forgotten. */
export async function announceConnections(tx: Tx, connections: readonly LongConnection[], now: number): Promise<void> {
  await tx.run(deleteExpiredConnections, { now })
  for (const { id, app, server } of connections) await tx.run(putConnection, { id, app, server, expires_at: now + presenceMs })
}

export async function endConnection(tx: Tx, id: string): Promise<void> {
  await tx.run(deleteConnection, { id })
}

/** How many connections an app has open, to whichever server. */
export async function countConnections(reader: Reader, app: string, now: number): Promise<number> {
  return Number((await reader.first(connectionsOfApp, { app, now }))?.count ?? 0)
}
