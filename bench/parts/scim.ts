import { type SourceGroup, sourceGroupNames, sourceGroups, sourceUserId, stranger } from '../data/source-data.ts'
import type { Pattern, SourcePattern } from '../load/jobs.ts'
import { type Load, nextSeed, type Sample, type Summary, sample, sizeOfRound, summaryOf, type Target } from '../load/measure.ts'
import { patchMember, requireMembers } from '../load/source-client.ts'
import { medianRatio, rounded } from '../report/statistics.ts'
import { atLeast, atMost, targets, type Verdict } from '../report/targets.ts'
import { type MeasuredServer, startServer } from '../servers/rollcall-server.ts'
import { measurePatchMemory, type PatchMemory } from './scim-memory.ts'

export interface ScimFigures {
  readonly summaries: Record<string, Summary>
  readonly memory: PatchMemory
  readonly verdicts: Verdict[]
}

export interface ScimPlaces {
  readonly noop: { readonly program: readonly string[]; readonly dataDir: string }
  /** On a folder that `fillSource` filled. */
  readonly server: { readonly program: readonly string[]; readonly dataDir: string }
  readonly scimmy: readonly string[]
  readonly logLevel: string
}

const patchPatterns = ['source-patch-any', ...sourceGroupNames.map((name) => `source-patch-${name}` as const)] satisfies SourcePattern[]
const getPatterns = sourceGroupNames.map((name) => `source-get-${name}` as const)

/** Its requests take so long, one after the other, that more in flight would only wait: it answers as many a second with 4 as with 64. */
const scimmyConnections = 4

/** Changes of one member over SCIM beside the no-op and beside scimmy, and whether they and a group's own page cost the same however many are in it. */
export async function measureScim(load: Load, { noop, server, scimmy, logLevel }: ScimPlaces, rounds: number): Promise<ScimFigures> {
  const memory = await measurePatchMemory({ ...server, logLevel })
  const ours = await startServer({ ...server, logLevel })
  const floor = await startServer({ ...noop, logLevel })
  const theirs = await startServer({ program: scimmy, dataDir: noop.dataDir })
  await requirePatches(ours)
  await requirePatches(theirs)
  const series = await takeRounds(load, { ours, floor, theirs }, rounds)
  for (const name of sourceGroupNames) await requireMembers(ours, name, sourceGroups[name])
  await requireMembers(theirs, 'of-1000', sourceGroups['of-1000'])
  for (const one of [ours, floor, theirs]) await end(load, one)
  return {
    summaries: Object.fromEntries(Object.entries(series).map(([name, samples]) => [name, summaryOf(samples)])),
    memory,
    verdicts: [...judged(series), memory.verdict],
  }
}

/** Throws unless a PATCH puts somebody into the group of 1000, and another takes him out: what does nothing is not measured. */
async function requirePatches(target: Target): Promise<void> {
  const [name, user] = ['of-1000', sourceUserId(stranger(0))] as const
  await patchMember(target, name, 'add', user)
  await requireMembers(target, name, sourceGroups[name] + 1)
  await patchMember(target, name, 'remove', user)
  await requireMembers(target, name, sourceGroups[name])
}

async function end({ driver }: Load, server: MeasuredServer): Promise<void> {
  driver.tell({ close: server.port })
  await server.stop()
}

type Series = Record<string, Sample[]>

/** Everything once a round, one after the other, so that each figure has its references beside it. */
async function takeRounds(
  load: Load,
  { ours, floor, theirs }: Record<'ours' | 'floor' | 'theirs', Target>,
  rounds: number,
): Promise<Series> {
  const light = { ...load, connections: Math.min(load.connections, scimmyConnections) }
  const turns: { name: string; load: Load; target: Target; pattern: Pattern; requests: number }[] = []
  const plan = async (name: string, pattern: Pattern, target: Target, most?: number) => {
    turns.push({ name, load, target, pattern, requests: await sizeOfRound(load, target, pattern, most) })
  }
  await plan('no-op', 'no-op', floor)
  for (const pattern of patchPatterns) await plan(pattern, pattern, ours, 40_000)
  for (const pattern of getPatterns) await plan(pattern, pattern, ours)
  const few = await sizeOfRound(light, theirs, 'source-patch-of-1000', 2_000, [8, 8])
  turns.push({ name: 'scimmy', load: light, target: theirs, pattern: 'source-patch-of-1000', requests: few })
  const series: Series = Object.fromEntries(turns.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const turn of turns) {
      series[turn.name]?.push(await sample(turn.load, turn.target, turn.pattern, turn.requests, nextSeed()))
    }
  }
  return series
}

const words = (name: string): string => name.replace('of-', 'of ')

function judged(series: Series): Verdict[] {
  const of = (name: string, pick: (one: Sample) => number) => (series[name] ?? []).map(pick)
  const rates = (name: string) => of(name, ({ perSecond }) => perSecond)
  const costs = (name: string) => of(name, ({ cpuMicros }) => cpuMicros)
  const least = (what: string, name: string, to: string, bound: number) =>
    atLeast(what, rounded(medianRatio(rates(name), rates(to))), bound, rounded(medianRatio(costs(to), costs(name))))
  const flat = (what: string, kind: 'patch' | 'get', name: SourceGroup) => {
    const [big, small] = [`source-${kind}-${name}`, `source-${kind}-of-10`]
    const byCpu = rounded(medianRatio(costs(big), costs(small)))
    return atMost(`${what}, group ${words(name)} over 10`, rounded(medianRatio(rates(small), rates(big))), targets.bigToSmall, '×', byCpu)
  }
  const larger = sourceGroupNames.slice(1)
  return [
    least('SCIM PATCH of a member to the no-op, many groups of 10', 'source-patch-any', 'no-op', targets.changeToNoop),
    ...sourceGroupNames.map((name) =>
      least(`SCIM PATCH of a member to the no-op, one group ${words(name)}`, `source-patch-${name}`, 'no-op', targets.changeToNoop),
    ),
    ...larger.map((name) => flat('cost of a SCIM PATCH', 'patch', name)),
    ...larger.map((name) => flat('cost of a SCIM GET without members', 'get', name)),
    least('SCIM PATCH of a member to scimmy-routers, one group of 1000', 'source-patch-of-1000', 'scimmy', targets.patchToScimmy),
  ]
}
