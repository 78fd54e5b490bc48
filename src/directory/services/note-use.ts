import type { Tx } from '../../storage/store.ts'
import { updateDelegation } from '../../storage/tables/service-delegations.ts'
import { organizationNow } from '../organizations/find-organization.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { told } from './delegate-service.ts'
import { type Delegation, delegationRow } from './delegation.ts'
import { delegationNow } from './find-delegation.ts'
import type { Service } from './services.ts'

/**
 * Notes whether a delegate uses the service, as the service itself would tell. Runs in the organization's stream.
 * Refuses with `organization_not_found`, `service_tells_no_use`, `delegation_not_found`.
 */
export async function noteUse(tx: Tx, organization: number, service: Service, uin: number, inUse: boolean): Promise<Delegation> {
  await organizationNow(tx, organization)
  if (!service.tellsUse) throw new Refused({ fact: 'service_tells_no_use', service: service.product })
  const before = await delegationNow(tx, organization, service, uin)
  if (before.inUse === inUse) return before
  const after: Delegation = { ...before, inUse }
  await tx.run(updateDelegation, delegationRow(after))
  record(tx, { kind: 'service_delegation_changed', subject: String(uin), before: told(service, before), after: told(service, after) })
  return after
}
