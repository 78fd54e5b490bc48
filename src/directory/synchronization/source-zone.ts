import { Refused } from '../refusals.ts'
import type { Reader } from '../session.ts'
import { zoneNow } from '../zones/find-zone.ts'
import type { Zone } from '../zones/zone.ts'

/** The zone as it is now, when a source may write to it. Refuses with `zone_not_found`, `synchronization_off`. */
export async function zoneOfSource(reader: Reader, id: string): Promise<Zone> {
  const zone = await zoneNow(reader, id)
  if (zone.synchronization !== 'enabled') throw new Refused({ fact: 'synchronization_off', zone: id })
  return zone
}
