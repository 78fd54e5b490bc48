import { findBridge, placeBridge } from '../../storage/tables/bridges/bridges.ts'
import { streamEnd } from '../../storage/tables/companies/event-followers.ts'
import { companyStream } from '../events.ts'
import { Refused } from '../refusals.ts'
import type { Session } from '../session.ts'
import { applyPlan } from './apply-plan.ts'
import { bridgeNow } from './find-bridge.ts'
import { keepOutcome } from './keep-outcome.ts'
import type { Allowance } from './planning/guard-removals.ts'
import { makePlan } from './planning/make-plan.ts'
import { type Report, reportOf } from './report.ts'

/**
 * Has the zone agree with the company as it stands now, and tells of every item that failed or is held. What happens in the company meanwhile is
 * left to who follows: the bridge is put where the company stood at the beginning, so that nothing of it is passed over.
 * Refuses with `zone_not_found`, `bridge_not_found`, `company_not_found`, `synchronization_off`.
 */
export async function applyBridge(session: Session, zoneId: string, id: string, allowance: Allowance): Promise<Report> {
  const now = session.origin.at
  const { bridge, plan, seq } = await session.read(async (reader) => {
    const { bridge, zone } = await bridgeNow(reader, zoneId, id)
    if (zone.synchronization === 'disabled') throw new Refused({ fact: 'synchronization_off', zone: zoneId })
    const seq = (await reader.first(streamEnd, { tenant: companyStream(bridge.company) }))?.seq ?? 0
    return { bridge, seq, plan: await makePlan(reader, bridge, { allowance, now }) }
  })
  const goOn = async () => (await session.read(async (reader) => reader.first(findBridge, { zone: zoneId, bridge: id }))) !== undefined
  const items = await applyPlan({ session, bridge, goOn }, plan.items)
  if (!items) throw new Refused({ fact: 'bridge_not_found', bridge: id })
  const report = reportOf(items, { at: now, by: 'apply' })
  await session.write(zoneId, async (tx) => {
    await tx.run(placeBridge, { zone: zoneId, bridge: id, seq })
    await keepOutcome(tx, { bridge, report, items, allowance })
  })
  return report
}
