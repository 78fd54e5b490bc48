import type { Zone } from '../../../../directory/zones/zone.ts'

/** The zone's switch in the words of this wire. */
export function synchronizationStatus(zone: Zone): string {
  return zone.synchronization === 'enabled' ? 'Enabled' : 'Disabled'
}
