import type { Bridge } from '../bridge.ts'
import { type Allowance, guardRemovals } from './guard-removals.ts'
import type { Item } from './plan.ts'
import { planGroups } from './plan-groups.ts'
import { planMembers } from './plan-members.ts'
import { planUsers } from './plan-users.ts'
import type { Actual, Wanted } from './sides.ts'

/**
 * The difference between how a company wants a zone and how it is: what is to be done, what can't be done and what may not be done without being
 * told, always in the same order. Looks at nothing but what it is given, and lets others have their turn: there may be a hundred thousand people.
 */
export async function planBridge(
  bridge: Pick<Bridge, 'mapping' | 'removalShare' | 'removed'>,
  wanted: Wanted,
  actual: Actual,
  { allowance, now }: { readonly allowance: Allowance; readonly now: number },
): Promise<Item[]> {
  const items = [...(await planUsers(wanted, actual, bridge.mapping)), ...planGroups(wanted, actual)]
  return guardRemovals([...items, ...(await planMembers(wanted, actual, items))], { bridge, actual, allowance, now })
}
