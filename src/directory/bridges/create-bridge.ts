import { countBridges, insertBridge } from '../../storage/tables/bridges/bridges.ts'
import { streamEnd } from '../../storage/tables/companies/event-followers.ts'
import { companyNow } from '../companies/find-company.ts'
import { companyStream } from '../events.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { type Bridge, mostBridges, settingsRow } from './bridge.ts'
import { requireSources } from './require-sources.ts'

export type NewBridge = Pick<Bridge, 'company' | 'selection' | 'mapping' | 'removalShare' | 'status'>

/**
 * Sets up what fills a zone out of a company; nothing is filled yet. It follows what happens from now on. Runs in the zone's stream.
 * Refuses with `zone_not_found`, `company_not_found`, `bridge_source_unknown`, `bridge_limit_reached`.
 */
export async function createBridge(tx: Tx, ports: Ports, zone: string, wanted: NewBridge): Promise<Bridge> {
  await zoneNow(tx, zone)
  await companyNow(tx, wanted.company)
  await requireSources(tx, wanted)
  if (((await tx.first(countBridges, { zone }))?.n ?? 0) >= mostBridges)
    throw new Refused({ fact: 'bridge_limit_reached', limit: mostBridges })
  const at = tx.origin.at
  const stream = companyStream(wanted.company)
  const seq = (await tx.first(streamEnd, { tenant: stream }))?.seq ?? 0
  const id = `b-${ports.ids.text(12)}`
  await tx.run(insertBridge, { zone, id, company: wanted.company, stream, seq, created_at: at, ...settingsRow(wanted) })
  record(tx, { kind: 'bridge_created', subject: id, after: wanted })
  return { ...wanted, zone, id, seq, report: undefined, removed: { count: 0, since: 0 }, createdAt: at, updatedAt: at }
}
