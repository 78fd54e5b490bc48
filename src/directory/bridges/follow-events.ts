import { advanceBridge, bridgesWithWork, findBridge, holdBridge, releaseBridge } from '../../storage/tables/bridges/bridges.ts'
import { readStream } from '../deliveries/read-stream.ts'
import { companyStream } from '../events.ts'
import { Refused } from '../refusals.ts'
import type { Reader, Session } from '../session.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { affectedBy, followedKinds } from './affected.ts'
import { applyPlan } from './apply-plan.ts'
import { type Bridge, bridgeOf } from './bridge.ts'
import { keepOutcome } from './keep-outcome.ts'
import { noAllowance } from './planning/guard-removals.ts'
import { makePlan } from './planning/make-plan.ts'
import { mergedReport, reportOf, tellsNews } from './report.ts'

/** How long a server keeps a bridge to itself without saying so again. */
const holdMs = 30_000

/** Events that are followed at a time. */
const most = 500

export interface BridgeKey {
  readonly zone: string
  readonly id: string
}

/** Bridges that have something to follow and that no other server follows. */
export async function dueBridges(reader: Reader, holder: string, now: number, limit: number): Promise<BridgeKey[]> {
  return await reader.all(bridgesWithWork, { holder, now, limit })
}

export interface Following {
  readonly session: Session
  /** The server, as others see it. */
  readonly holder: string
  /** Whether the server ends. */
  stopped(): boolean
}

/**
 * Does in a zone what the next events of its company make necessary, with the guard and without any allowance. The place in the stream is moved
 * behind them when it is done, so that whoever is interrupted does it again: that changes nothing that was done. Answers whether there is more.
 */
export async function followEvents(following: Following, key: BridgeKey): Promise<boolean> {
  const bridge = await hold(following, key)
  if (!bridge) return false
  const { session, holder } = following
  const { events, end, more } = await session.read((reader) =>
    readStream(reader, { stream: companyStream(bridge.company), after: bridge.seq, kinds: followedKinds, limit: most }),
  )
  const done = events.length === 0 || (await doneFor(following, bridge, events))
  const moved = await session.write(key.zone, async (tx) => {
    const place = { zone: key.zone, bridge: key.id, holder }
    const changed = done ? await tx.run(advanceBridge, { ...place, from: bridge.seq, seq: end }) : 0
    await tx.run(releaseBridge, place)
    return changed > 0
  })
  return moved && more && !following.stopped()
}

async function hold({ session, holder }: Following, { zone, id }: BridgeKey): Promise<Bridge | undefined> {
  const now = session.ports.clock.now()
  return await session.write(zone, async (tx) => {
    const taken = await tx.run(holdBridge, { zone, bridge: id, holder, now, until: now + holdMs })
    const row = taken > 0 ? await tx.first(findBridge, { zone, bridge: id }) : undefined
    return row?.status === 'following' ? bridgeOf(row) : undefined
  })
}

/** False when it could not be brought to its end: it is done again later. */
async function doneFor(following: Following, bridge: Bridge, events: Parameters<typeof affectedBy>[0]): Promise<boolean> {
  const { session } = following
  const { zone, id } = bridge
  const now = session.ports.clock.now()
  const affected = affectedBy(events, bridge.selection)
  const people = affected.whole ? undefined : affected.people
  const isOff = async () => (await session.read((reader) => zoneNow(reader, zone))).synchronization === 'disabled'
  try {
    const plan = await session.read((reader) => makePlan(reader, bridge, { allowance: noAllowance, now, people }))
    const goOn = async () => !following.stopped() && (await hold(following, { zone, id })) !== undefined
    const items = await applyPlan({ session, bridge, goOn }, plan.items)
    if (!items || (await isOff())) return false
    const own = reportOf(items, { at: now, by: 'follow' })
    const report = people ? mergedReport(bridge.report, own, new Set(people)) : own
    if (tellsNews(bridge.report, report)) {
      await session.write(zone, (tx) => keepOutcome(tx, { bridge, report, items, allowance: noAllowance }))
    }
    return true
  } catch (thrown) {
    // The zone went meanwhile, and the bridge with it.
    if (thrown instanceof Refused && thrown.refusal.fact === 'zone_not_found') return false
    throw thrown
  }
}
