import { deleteLinksOfBridge } from '../../storage/tables/bridges/bridge-links.ts'
import { deleteBridge as remove } from '../../storage/tables/bridges/bridges.ts'
import { record } from '../record.ts'
import type { Tx } from '../session.ts'
import { settingsOf } from './change-bridge.ts'
import { bridgeNow } from './find-bridge.ts'

/** Forgets a bridge. Its users and groups stay as they are, synchronized by nobody. Refuses with `zone_not_found`, `bridge_not_found`. */
export async function deleteBridge(tx: Tx, zone: string, id: string): Promise<void> {
  const { bridge } = await bridgeNow(tx, zone, id)
  await tx.run(deleteLinksOfBridge, { zone, bridge: id })
  await tx.run(remove, { zone, bridge: id })
  record(tx, { kind: 'bridge_deleted', subject: id, before: settingsOf(bridge) })
}
