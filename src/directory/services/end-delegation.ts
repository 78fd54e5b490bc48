import type { Tx } from '../../storage/store.ts'
import { deleteDelegation } from '../../storage/tables/service-delegations.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { told } from './delegate-service.ts'
import { delegationNow } from './find-delegation.ts'
import type { Service } from './services.ts'

/** Takes a service out of a member's hands. Runs in the organization's stream. Refuses with `delegation_not_found`, `delegation_in_use`. */
export async function endDelegation(tx: Tx, organization: number, service: Service, uin: number): Promise<void> {
  const before = await delegationNow(tx, organization, service, uin)
  if (before.inUse) throw new Refused({ fact: 'delegation_in_use', service: service.product, uin })
  await tx.run(deleteDelegation, { organization, service: service.id, uin })
  record(tx, { kind: 'service_delegation_ended', subject: String(uin), before: told(service, before) })
}
