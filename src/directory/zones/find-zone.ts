import type { Reader } from '../../storage/store.ts'
import { findZone } from '../../storage/tables/zones.ts'
import { Refused } from '../refusals.ts'
import { type Zone, zoneFrom } from './zone.ts'

/** The zone as it is now; inside a unit of work nobody else changes it until the end. Refuses with `zone_not_found`. */
export async function zoneNow(reader: Reader, zone: string): Promise<Zone> {
  const row = await reader.first(findZone, { zone })
  if (!row) throw new Refused({ fact: 'zone_not_found', zone })
  return zoneFrom(row)
}
