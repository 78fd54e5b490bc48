import type { Tx } from '../../storage/store.ts'
import { setAdoption } from '../../storage/tables/zones.ts'
import { record } from '../record.ts'
import { zoneNow } from './find-zone.ts'
import type { Zone } from './zone.ts'

/** Says whether a source may take over users that are kept by hand. Runs in the organization's stream. Refuses with `zone_not_found`. */
export async function changeAdoption(tx: Tx, id: string, adoption: Zone['adoption']): Promise<void> {
  const before = await zoneNow(tx, id)
  if (before.adoption === adoption) return
  await tx.run(setAdoption, { zone: id, adoption, at: tx.origin.at })
  record(tx, { tenant: id, kind: 'adoption_changed', subject: id, before: { adoption: before.adoption }, after: { adoption } })
}
