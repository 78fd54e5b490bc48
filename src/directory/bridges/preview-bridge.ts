import type { Reader } from '../session.ts'
import { bridgeNow } from './find-bridge.ts'
import type { Allowance } from './planning/guard-removals.ts'
import { makePlan } from './planning/make-plan.ts'
import type { Item } from './planning/plan.ts'

/** What applying would do as things stand, in the order of a report. Refuses with `zone_not_found`, `bridge_not_found`, `company_not_found`. */
export async function previewBridge(
  reader: Reader,
  zone: string,
  id: string,
  asked: { readonly allowance: Allowance; readonly now: number },
): Promise<readonly Item[]> {
  const { bridge } = await bridgeNow(reader, zone, id)
  return (await makePlan(reader, bridge, asked)).items
}
