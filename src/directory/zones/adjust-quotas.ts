import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../storage/store.ts'
import { findZone, setQuotas } from '../../storage/tables/zones.ts'
import type { Quotas } from '../limits.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'

/**
 * Sets some quotas of a zone and keeps the others; what already exceeds a lowered quota stays, and what is set already changes nothing. Runs in the
 * organization's stream. Refuses with `zone_not_found`.
 */
export async function adjustQuotas(tx: Tx, id: string, changes: Partial<Quotas>): Promise<void> {
  const row = await tx.first(findZone, { zone: id })
  if (!row) throw new Refused({ fact: 'zone_not_found', zone: id })
  const before = JSON.parse(row.quotas) as Partial<Quotas>
  const after = { ...before, ...changes }
  if (isDeepStrictEqual(before, after)) return
  await tx.run(setQuotas, { zone: id, quotas: JSON.stringify(after), at: tx.origin.at })
  record(tx, { tenant: id, kind: 'zone_quotas_changed', subject: id, before, after })
}
