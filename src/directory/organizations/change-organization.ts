import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../storage/store.ts'
import { holdStream } from '../../storage/tables/event-streams.ts'
import { adjustOrganization, findOrganization } from '../../storage/tables/organizations.ts'
import { zoneOfOrganization } from '../../storage/tables/zones.ts'
import { organizationStream } from '../events.ts'
import type { OrganizationQuotas, Quotas } from '../limits.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { adjustQuotas } from '../zones/adjust-quotas.ts'
import { changeAdoption } from '../zones/change-adoption.ts'
import type { Zone } from '../zones/zone.ts'
import type { OrganizationFacts } from './facts.ts'
import { type OrganizationWithZone, organizationWithZone } from './find-organization.ts'

/** What of an organization no vendor action sets; what is absent stays. */
export interface OrganizationChange {
  readonly limits?: Partial<OrganizationQuotas>
  readonly facts?: Partial<OrganizationFacts>
  /** Of its zone. */
  readonly quotas?: Partial<Quotas>
  /** Of its zone. */
  readonly adoption?: Zone['adoption']
}

/**
 * Sets limits and facts of an organization, and quotas and adoption of its zone; what exceeds a lowered limit stays. Runs in the organization's stream.
 * Refuses with `organization_not_found`, `zone_not_open`.
 */
export async function changeOrganization(tx: Tx, id: number, change: OrganizationChange): Promise<OrganizationWithZone> {
  await adjustFacts(tx, id, change)
  if (change.quotas || change.adoption) {
    const zone = await tx.first(zoneOfOrganization, { organization: id })
    if (!zone) throw new Refused({ fact: 'zone_not_open' })
    // Who writes to the zone has its stream first, and its row then: in another order the two would wait for each other.
    await tx.run(holdStream, { tenant: zone.id })
    if (change.quotas) await adjustQuotas(tx, zone.id, change.quotas)
    if (change.adoption) await changeAdoption(tx, zone.id, change.adoption)
  }
  return organizationWithZone(tx, id)
}

async function adjustFacts(tx: Tx, id: number, { limits, facts }: OrganizationChange): Promise<void> {
  const row = await tx.first(findOrganization, { organization: id })
  if (!row) throw new Refused({ fact: 'organization_not_found', organization: id })
  const before = { limits: JSON.parse(row.quotas) as object, facts: JSON.parse(row.facts) as object }
  const after = { limits: { ...before.limits, ...limits }, facts: { ...before.facts, ...facts } }
  if (isDeepStrictEqual(before, after)) return
  await tx.run(adjustOrganization, { organization: id, quotas: JSON.stringify(after.limits), facts: JSON.stringify(after.facts) })
  record(tx, { tenant: organizationStream(id), kind: 'organization_changed', subject: String(id), before, after })
}
