import type { Sent } from '../../../src/dialects/scim/call.ts'
import type { Reply } from '../../../src/dialects/scim/reply.ts'
import type { ScimOperation } from '../../../src/dialects/scim/scim-operation.ts'
import { zoneNow } from '../../../src/directory/zones/find-zone.ts'
import { callerOn } from '../../properties/real-directory.ts'
import { countingReader } from './counting-reader.ts'
import type { SyncedZone } from './synced-zone.ts'

/** Asks something of SCIM without a server, and tells how many rows that read beside the zone's own. */
export async function scimRead(
  { store, zone: id }: SyncedZone,
  operation: ScimOperation,
  sent: Partial<Sent>,
): Promise<{ reply: Reply; rows: number }> {
  const zone = await zoneNow(store.reader, id)
  const counted = countingReader(store.reader)
  const session = { ...callerOn(store), read: <T>(work: (reader: typeof counted.reader) => Promise<T>) => work(counted.reader) }
  const wordOf = (thrown: unknown) => {
    throw thrown
  }
  const call = { zone, session, base: '', sessionOf: () => session, wordOf }
  const reply = await operation.handle(call, { id: '', query: new URLSearchParams(), body: {}, ...sent })
  return { reply, rows: counted.rows() }
}
