import { bridgesOfZone, findBridge } from '../../storage/tables/bridges/bridges.ts'
import { Refused } from '../refusals.ts'
import type { Reader } from '../session.ts'
import { zoneNow } from '../zones/find-zone.ts'
import type { Zone } from '../zones/zone.ts'
import { type Bridge, bridgeOf } from './bridge.ts'

/** A bridge and the zone that it fills, as they stand now. Refuses with `zone_not_found`, `bridge_not_found`. */
export async function bridgeNow(reader: Reader, zoneId: string, id: string): Promise<{ bridge: Bridge; zone: Zone }> {
  const zone = await zoneNow(reader, zoneId)
  const row = await reader.first(findBridge, { zone: zoneId, bridge: id })
  if (!row) throw new Refused({ fact: 'bridge_not_found', bridge: id })
  return { bridge: bridgeOf(row), zone }
}

/** Bridges of a zone by id, behind one. Refuses with `zone_not_found`. */
export async function listBridges(
  reader: Reader,
  zoneId: string,
  { after, limit }: { after: string; limit: number },
): Promise<{ bridges: Bridge[]; zone: Zone }> {
  const zone = await zoneNow(reader, zoneId)
  return { zone, bridges: (await reader.all(bridgesOfZone, { zone: zoneId, after, limit })).map(bridgeOf) }
}
