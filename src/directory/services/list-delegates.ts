import type { Reader } from '../../storage/store.ts'
import { countDelegates, type DelegatePage, delegatesOf } from '../../storage/tables/service-delegations.ts'
import { type Delegation, delegationFrom } from './delegation.ts'
import { type NamedScope, namedScope } from './scope.ts'

export interface Delegate {
  readonly delegation: Delegation
  /** Its name as a member. */
  readonly name: string
  readonly scope: NamedScope
}

/** Who administers a service, the first delegated first: one page, and how many there are. */
export async function listDelegates(reader: Reader, page: DelegatePage): Promise<{ total: number; items: Delegate[] }> {
  const { n } = (await reader.first(countDelegates, page)) ?? { n: 0 }
  const items: Delegate[] = []
  for (const { name, ...row } of await reader.all(delegatesOf, page)) {
    const delegation = delegationFrom(row)
    items.push({ delegation, name, scope: await namedScope(reader, delegation) })
  }
  return { total: n, items }
}
