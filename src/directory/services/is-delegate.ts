import type { Reader } from '../../storage/store.ts'
import { findDelegation } from '../../storage/tables/service-delegations.ts'
import { type Delegation, delegationFrom } from './delegation.ts'
import { services } from './services.ts'

/** What an account administers under this short name. An unknown name is nobody's. */
export async function delegationOf(reader: Reader, organization: number, uin: number, product: string): Promise<Delegation | undefined> {
  const service = services.find((one) => one.product === product)?.id
  const row = service === undefined ? undefined : await reader.first(findDelegation, { organization, service, uin })
  return row && delegationFrom(row)
}

/** Whether an account administers the service of this short name. */
export async function isDelegate(reader: Reader, organization: number, uin: number, product: string): Promise<boolean> {
  return (await delegationOf(reader, organization, uin, product)) !== undefined
}
