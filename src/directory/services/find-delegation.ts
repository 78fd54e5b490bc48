import type { Reader } from '../../storage/store.ts'
import { findDelegation } from '../../storage/tables/service-delegations.ts'
import { Refused } from '../refusals.ts'
import { type Delegation, delegationFrom } from './delegation.ts'
import type { Service } from './services.ts'

/** Refuses with `delegation_not_found`. */
export async function delegationNow(reader: Reader, organization: number, service: Service, uin: number): Promise<Delegation> {
  const row = await reader.first(findDelegation, { organization, service: service.id, uin })
  if (!row) throw new Refused({ fact: 'delegation_not_found', service: service.product, uin })
  return delegationFrom(row)
}
