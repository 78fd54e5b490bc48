import type { Tx } from '../../storage/store.ts'
import { deleteZone as deleteRow, zoneContent } from '../../storage/tables/departures.ts'
import { holdStream } from '../../storage/tables/event-streams.ts'
import { freeZoneName } from '../../storage/tables/zones.ts'
import { giveWay } from '../give-way.ts'
import { record } from '../record.ts'
import { zoneNow } from '../zones/find-zone.ts'

/** Rows that go at a time. */
const piece = 2000

/** Deletes a zone with its users, groups and names. It goes with its organization, in the same transaction; nothing else deletes one. */
export async function deleteZone(tx: Tx, id: string): Promise<void> {
  // Who writes to the zone at this moment ends first; who comes later finds none.
  await tx.run(holdStream, { tenant: id })
  const { name, userCount: users, groupCount: groups } = await zoneNow(tx, id)
  for (const content of zoneContent) {
    // Nobody else writes meanwhile, but who only reads is served.
    while ((await tx.run(content, { zone: id, most: piece })) === piece) await giveWay()
  }
  await tx.run(freeZoneName, { name, zone: id })
  await tx.run(deleteRow, { zone: id })
  record(tx, { tenant: id, kind: 'zone_deleted', subject: id, before: { name, users, groups } })
}
