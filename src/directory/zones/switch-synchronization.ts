import type { Tx } from '../../storage/store.ts'
import { setSynchronization } from '../../storage/tables/zones.ts'
import { record } from '../record.ts'
import { zoneNow } from './find-zone.ts'
import type { Zone } from './zone.ts'

/** Turns synchronization on or off: who owns synchronized users and groups from now on. Refuses with `zone_not_found`. */
export async function switchSynchronization(tx: Tx, id: string, synchronization: Zone['synchronization']): Promise<void> {
  const zone = await zoneNow(tx, id)
  if (zone.synchronization === synchronization) return
  await tx.run(setSynchronization, { zone: id, synchronization, at: tx.origin.at })
  record(tx, {
    kind: 'synchronization_changed',
    subject: id,
    before: { synchronization: zone.synchronization },
    after: { synchronization },
  })
}
