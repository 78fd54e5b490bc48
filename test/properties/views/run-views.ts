import { expect } from 'vitest'
import { sdkClient } from '../../kit/clients.ts'
import { setQuotas } from '../../kit/directory.ts'
import { newSource, type Source, scimWith } from '../../kit/scim.ts'
import type { TestServer } from '../../kit/server.ts'
import { askByHand, type Place } from './ask-hand.ts'
import { askBulk, askSource, type SeenBefore } from './ask-source.ts'
import { type Applied, applyBridge, checkAgreement, groupsOfBridge, newBridge } from './bridge.ts'
import { type Company, type CompanyStep, changeCompany, checkCompany, openCompany } from './company.ts'
import { type Gone, noteRun, nothingGone, presentIn, requireGuarded, takenBy } from './guard.ts'
import { judgeOrder } from './judge-order.ts'
import type { Answered, Operation, SourceOperation } from './operations.ts'
import { addresses, type Known, learn, nobodyKnown, operationsFor, type Plan } from './plan.ts'
import { type ReadOn, recordedIn } from './recorded.ts'
import { emptyModel, limits, type ModelGroup, type Owner, type ZoneModel } from './zone-model.ts'
import { handView, handViewOf, sourceView, sourceViewOf, usersWith, usersWithOf } from './zone-views.ts'

export const callers = 8

/** A zone as one server serves it. */
type Surface = Source & Place

interface World {
  readonly surfaces: readonly Surface[]
  readonly model: ZoneModel
  readonly known: Known
  readonly company: Company
  /** Where its bridge to the zone is found. */
  readonly bridge: string
  /** What the bridge took away by itself. */
  readonly gone: Gone
  readonly readOn: ReadOn
  readonly outcomes: Map<string, number>
  readonly seen: SeenBefore
}

async function newWorld(servers: readonly TestServer[]): Promise<World> {
  const first = servers[0] as TestServer
  const source = await newSource(first)
  await setQuotas(first, source.place, limits)
  const surfaces = servers.map((server): Surface => {
    return {
      ...source,
      server,
      scim: scimWith(server, source.token),
      identity: sdkClient(source.place.key, { endpoint: `127.0.0.1:${server.port}` }),
    }
  })
  const company = await openCompany(first)
  const bridge = await newBridge(first, source.zone, company)
  const readOn = recordedIn(first, source.zone)
  await readOn()
  return {
    surfaces,
    company,
    bridge,
    gone: nothingGone(),
    model: { ...emptyModel(), sync: true },
    known: nobodyKnown(),
    readOn,
    outcomes: new Map(),
    seen: new Map(),
  }
}

/** Asks for one thing, or for several in bulk, and learns what was made. */
async function ask({ known, seen }: World, surface: Surface, operations: readonly Operation[]): Promise<Answered[]> {
  const [only, ...more] = operations
  if (!only) return []
  const answered =
    more.length > 0
      ? await askBulk(surface.scim, operations as SourceOperation[])
      : [only.by === 'source' ? await askSource(surface.scim, only, seen) : await askByHand(surface, only)]
  for (const { operation, made } of answered) {
    if (made === undefined) continue
    const owner: Owner = 'owner' in operation ? operation.owner : 'synchronized'
    known[operation.kind === 'create_user' ? 'users' : 'groups'][owner].unshift(made)
  }
  return answered
}

interface Taken {
  readonly answered: Answered[]
  readonly runs: Applied[]
}

/** Every caller goes on as soon as he is answered, whatever the others do. */
async function takeRound(world: World, lanes: readonly (readonly Plan[])[], allowed: boolean): Promise<Taken> {
  const taken: Taken = { answered: [], runs: [] }
  const { surfaces, company, bridge, known } = world
  const lane = async (plans: readonly Plan[], caller: number) => {
    const surface = surfaces[caller % surfaces.length] as Surface
    for (const plan of plans) {
      const [what, step] = plan.kind.split('_')
      if (what === 'company') await changeCompany(company, step as CompanyStep, { ...plan, caller, callers })
      else if (what === 'bridge') taken.runs.push(...[(await applyBridge(surface.server, bridge, allowed)) ?? []].flat())
      else taken.answered.push(...(await ask(world, surface, operationsFor(plan, known))))
    }
  }
  await Promise.all(lanes.map(lane))
  return taken
}

/**
 * Takes out of everything of the source what was never in it, on condition that it is as it is seen now, or as it was seen earlier: nothing is changed
 * by that, and the answers tell whether the tags know what changed meanwhile.
 */
async function tryTags(world: World, ifMatch: 'now' | 'earlier'): Promise<void> {
  const { model, surfaces } = world
  const its = (things: ReadonlyMap<string, ModelGroup>) => [...things].flatMap(([id, { owner }]) => (owner === 'synchronized' ? [id] : []))
  const ofUsers = its(model.users).map((user, index): SourceOperation => {
    return { by: 'source', kind: 'patch_user', user, shape: index % 4, drop: 'never@one.example', ifMatch }
  })
  const ofGroups = its(model.groups).map((group): SourceOperation => {
    return { by: 'source', kind: 'patch_group', group, shape: 0, patch: { remove: ['u-never00000'] }, ifMatch }
  })
  const asked = [...ofUsers, ...ofGroups].map((operation, index) => ask(world, surfaces[index % surfaces.length] as Surface, [operation]))
  await judge(world, (await Promise.all(asked)).flat(), [])
}

/** Holds what was answered and recorded against the model; of a bridge that nobody wrote beside also what it took away. */
async function judge(world: World, answered: readonly Answered[], runs: readonly Applied[], alone = false): Promise<void> {
  const { model, known, outcomes, readOn, company, gone } = world
  const events = await readOn()
  const present = presentIn(model)
  judgeOrder(model, answered, runs, events)
  const groups = groupsOfBridge(model, company)
  for (const run of runs) {
    const taken = takenBy(run, events, groups)
    if (alone && !run.allowed) requireGuarded(present, gone, taken)
    noteRun(gone, run, taken, groups, alone)
  }
  for (const { operation, outcome } of answered) {
    const key = `${operation.by} ${outcome.replace(/^members.*/, 'members')}`
    outcomes.set(key, (outcomes.get(key) ?? 0) + 1)
  }
  learn(known, model)
}

/** Holds both views of the zone against the model, each as another server shows it. */
async function look({ model, surfaces }: World): Promise<void> {
  const [one, other] = [surfaces[0] as Surface, surfaces.at(-1) as Surface]
  expect(await handView(one)).toEqual(handViewOf(model))
  if (model.sync) expect(await sourceView(other)).toEqual(sourceViewOf(model))
  for (const address of model.sync ? addresses : []) expect(await usersWith(other, address), address).toEqual(usersWithOf(model, address))
}

/** How often a bridge may be applied until there is nothing more that it can do: what one run frees, the next takes. */
const mostRuns = 6

/** With nobody else there, the bridge brings the zone to agree with the company; but for what it holds, unless all is allowed. */
async function settle(world: World, allowed: boolean): Promise<void> {
  const { surfaces, company, bridge, model, outcomes, gone } = world
  const first = surfaces[0] as Surface
  if (!model.sync) await judge(world, await ask(world, first, [{ by: 'hand', kind: 'switch', on: true }]), [])
  for (let runs = 0; runs < mostRuns; runs++) {
    const run = (await applyBridge(first.server, bridge, allowed)) as Applied
    await judge(world, [], [run], true)
    if (run.did > 0) continue
    await look(world)
    await checkCompany(company)
    checkAgreement(model, company, gone, run)
    for (const { problem } of run.open) outcomes.set(`bridge ${problem?.code}`, (outcomes.get(`bridge ${problem?.code}`) ?? 0) + 1)
    return
  }
  throw new Error('the bridge always finds more to do')
}

/** So often all that the bridge holds is allowed: between, what goes by itself adds up. */
const roundsToAllowance = 3

const beginning: readonly Operation[] = [
  ...[0, 1, 2, 3, 4, 5].map(
    (number): Operation => ({ by: 'source', kind: 'create_user', name: `name${number}`, externalId: '', further: [] }),
  ),
  ...[6, 7, 8, 9].map((number): Operation => ({ by: 'hand', kind: 'create_user', name: `name${number}`, owner: 'manual' })),
  ...[0, 1, 2].map((number): Operation => ({ by: 'source', kind: 'create_group', name: `group${number}`, members: [] })),
  ...[3, 4].map((number): Operation => ({ by: 'hand', kind: 'create_group', name: `group${number}`, owner: 'manual' })),
]

/**
 * Fills a new zone and a company whose bridge leads to it, then takes rounds of what eight callers ask of both, by turns through each of the servers.
 * After every round answers, events, views and models agree. Answers how often each outcome came.
 *
 * What it promises: every answer of the zone, refusals and readings among them, was right at some moment between question and answer, all of them in
 * one order that the events tell; each change has exactly the events that the model foresees, each membership change one. So no change is lost, made
 * twice or made by halves. What a bridge does while others write is foreseen of nobody: each step of it must be possible, and once it is alone it must
 * come to an end at which the zone has what the company has, but for what its report names with a reason that is true. By itself it takes no more
 * away than its share in all, whatever the runs; what is held goes when everything is allowed.
 */
export async function runViews(
  servers: readonly TestServer[],
  rounds: Iterable<readonly (readonly Plan[])[]>,
): Promise<Map<string, number>> {
  const world = await newWorld(servers)
  const begun: Answered[] = []
  for (const operation of beginning) begun.push(...(await ask(world, world.surfaces[0] as Surface, [operation])))
  await judge(world, begun, [])
  let round = 0
  for (const lanes of rounds) {
    const allowed = ++round % roundsToAllowance === 0
    await tryTags(world, 'now')
    const { answered, runs } = await takeRound(world, lanes, allowed)
    await judge(world, answered, runs)
    await look(world)
    await settle(world, false)
    if (allowed) await settle(world, true)
    await tryTags(world, 'earlier')
  }
  await settle(world, true)
  return world.outcomes
}
