import { isDeepStrictEqual } from 'node:util'
import { updateBridge } from '../../storage/tables/bridges/bridges.ts'
import { record } from '../record.ts'
import type { Tx } from '../session.ts'
import type { Zone } from '../zones/zone.ts'
import { type Bridge, settingsRow } from './bridge.ts'
import { bridgeNow } from './find-bridge.ts'
import type { Mapping } from './mapping.ts'
import { requireSources } from './require-sources.ts'

export interface BridgeChanges extends Partial<Pick<Bridge, 'selection' | 'removalShare' | 'status'>> {
  /** Those that are named change. */
  readonly mapping?: Partial<Mapping>
}

/**
 * Changes what is given of a bridge; users and groups stay as they are. With another selection or mapping it is paused, unless the same change
 * says otherwise: single events would do half of it. Refuses with `zone_not_found`, `bridge_not_found`, `bridge_source_unknown`.
 */
export async function changeBridge(tx: Tx, zoneId: string, id: string, changes: BridgeChanges): Promise<{ bridge: Bridge; zone: Zone }> {
  const { bridge: before, zone } = await bridgeNow(tx, zoneId, id)
  const selection = changes.selection ?? before.selection
  const mapping = { ...before.mapping, ...changes.mapping }
  const fillsOtherwise = !isDeepStrictEqual([selection, mapping], [before.selection, before.mapping])
  const status = changes.status ?? (fillsOtherwise ? 'paused' : before.status)
  const after: Bridge = { ...before, selection, mapping, status, removalShare: changes.removalShare ?? before.removalShare }
  if (isDeepStrictEqual(before, after)) return { bridge: before, zone }
  // What is gone may stay chosen.
  await requireSources(tx, after, [...before.selection.departments, ...before.selection.groups])
  const changed = { ...after, updatedAt: tx.origin.at }
  await tx.run(updateBridge, { zone: zoneId, bridge: id, at: changed.updatedAt, ...settingsRow(changed) })
  record(tx, { kind: 'bridge_changed', subject: id, before: settingsOf(before), after: settingsOf(changed) })
  return { bridge: changed, zone }
}

/** What was asked for, without how it went. */
export function settingsOf({ company, selection, mapping, removalShare, status }: Bridge) {
  return { company, selection, mapping, removalShare, status }
}
