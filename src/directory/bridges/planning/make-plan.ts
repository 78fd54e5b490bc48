import { giveWay } from '../../give-way.ts'
import type { Reader } from '../../session.ts'
import { zoneNow } from '../../zones/find-zone.ts'
import type { Bridge } from '../bridge.ts'
import type { Allowance } from './guard-removals.ts'
import type { Item } from './plan.ts'
import { planBridge } from './plan-bridge.ts'
import { readActual } from './read-actual.ts'
import { readWanted } from './read-wanted.ts'
import type { Actual } from './sides.ts'

export interface Plan {
  readonly items: readonly Item[]
  /** The zone as it was when the plan was made. */
  readonly actual: Actual
}

/** What is to be done in the zone as things stand; for these people alone, when some are named. Refuses with `zone_not_found`, `company_not_found`. */
export async function makePlan(
  reader: Reader,
  bridge: Bridge,
  asked: { readonly allowance: Allowance; readonly now: number; readonly people?: readonly string[] | undefined },
): Promise<Plan> {
  const zone = await zoneNow(reader, bridge.zone)
  const wanted = await readWanted(reader, bridge, asked.people)
  const actual = await readActual(reader, { zone, bridge, wanted, people: asked.people })
  await giveWay()
  return { items: await planBridge(bridge, wanted, actual, asked), actual }
}
