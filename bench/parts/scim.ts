import { sourceGroupNames, sourceGroups, sourceUserId, stranger } from '../data/source-data.ts'
import { BesideFloor, type Turn } from '../load/beside.ts'
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
    summaries: summariesOf(series),
    memory,
    verdicts: [...judged(series), memory.verdict],
  }
}

function summariesOf({ patches, gets, scimmy }: Series): Record<string, Summary> {
  return {
    'no-op': summaryOf(patches.floors),
    ...Object.fromEntries(patchPatterns.map((name) => [name, summaryOf(patches.samples(name))])),
    ...Object.fromEntries(Object.entries(gets).map(([name, samples]) => [name, summaryOf(samples)])),
    scimmy: summaryOf(scimmy),
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

interface Series {
  /** The PATCHes, and the no-op between them. */
  readonly patches: BesideFloor
  readonly gets: Readonly<Record<string, Sample[]>>
  /** The PATCH that scimmy answers, in a round of its own beside ours. */
  readonly scimmy: Sample[]
}

/** Everything once a round, one after the other, so that each figure has its references beside it. */
async function takeRounds(
  load: Load,
  { ours, floor, theirs }: Record<'ours' | 'floor' | 'theirs', Target>,
  rounds: number,
): Promise<Series> {
  const light = { ...load, connections: Math.min(load.connections, scimmyConnections) }
  const turn = async (name: Pattern, target: Target, most?: number) => {
    const requests = await sizeOfRound(load, target, name, most)
    return { name, take: () => sample(load, target, name, requests, nextSeed()) }
  }
  const noop = await turn('no-op', floor)
  const patches: Turn[] = []
  for (const pattern of patchPatterns) patches.push(await turn(pattern, ours, 40_000))
  const gets: Turn[] = []
  for (const pattern of getPatterns) gets.push(await turn(pattern, ours))
  const few = await sizeOfRound(light, theirs, 'source-patch-of-1000', 2_000, [8, 8])
  const series = {
    patches: new BesideFloor(),
    gets: Object.fromEntries(gets.map(({ name }) => [name, [] as Sample[]])),
    scimmy: [] as Sample[],
  }
  for (let round = 0; round < rounds; round++) {
    await series.patches.round(noop.take, startingWith(patches, round))
    for (const { name, take } of startingWith(gets, round)) series.gets[name]?.push(await take())
    series.scimmy.push(await sample(light, theirs, 'source-patch-of-1000', few, nextSeed()))
  }
  return series
}

/** The turns in a circle: what a turn costs depends on what was done before it too, so that each must come first as often as the others. */
function startingWith(turns: readonly Turn[], round: number): readonly Turn[] {
  const first = round % turns.length
  return [...turns.slice(first), ...turns.slice(0, first)]
}

const words = (name: string): string => name.replace('of-', 'of ')

function judged({ patches, gets, scimmy }: Series): Verdict[] {
  const least = (what: string, name: string) => patches.atLeast(`SCIM PATCH of a member to the no-op, ${what}`, name, targets.changeToNoop)
  const flat = (what: string, big: readonly Sample[], small: readonly Sample[]) => {
    const byRate = medianRatio(small.map(perSecond), big.map(perSecond))
    return atMost(what, rounded(byRate), targets.bigToSmall, '×', rounded(medianRatio(big.map(cpuMicros), small.map(cpuMicros))))
  }
  const ofTen = { patch: patches.samples('source-patch-of-10'), get: gets['source-get-of-10'] ?? [] }
  const ofThousand = patches.samples('source-patch-of-1000')
  const larger = sourceGroupNames.slice(1)
  return [
    least('many groups of 10', 'source-patch-any'),
    ...sourceGroupNames.map((name) => least(`one group ${words(name)}`, `source-patch-${name}`)),
    ...larger.map((name) =>
      flat(`cost of a SCIM PATCH, group ${words(name)} over 10`, patches.samples(`source-patch-${name}`), ofTen.patch),
    ),
    ...larger.map((name) =>
      flat(`cost of a SCIM GET without members, group ${words(name)} over 10`, gets[`source-get-${name}`] ?? [], ofTen.get),
    ),
    atLeast(
      'SCIM PATCH of a member to scimmy-routers, one group of 1000',
      rounded(medianRatio(ofThousand.map(perSecond), scimmy.map(perSecond))),
      targets.patchToScimmy,
      rounded(medianRatio(scimmy.map(cpuMicros), ofThousand.map(cpuMicros))),
    ),
  ]
}

const perSecond = (one: Sample): number => one.perSecond
const cpuMicros = (one: Sample): number => one.cpuMicros
