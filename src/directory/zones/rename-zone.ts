import type { Tx } from '../../storage/store.ts'
import { claimZoneName, freeZoneName, renameZone as rename } from '../../storage/tables/zones.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { zoneNow } from './find-zone.ts'

/** Gives a zone another name, unique over all organizations; its own name again changes nothing. Refuses with `zone_not_found`, `zone_name_taken`. */
export async function renameZone(tx: Tx, id: string, name: string): Promise<void> {
  const zone = await zoneNow(tx, id)
  if (zone.name === name) return
  if ((await tx.run(claimZoneName, { name, zone: id })) === 0) throw new Refused({ fact: 'zone_name_taken', name })
  await tx.run(freeZoneName, { name: zone.name, zone: id })
  await tx.run(rename, { zone: id, name, at: tx.origin.at })
  record(tx, { kind: 'zone_renamed', subject: id, before: { name: zone.name }, after: { name } })
}
