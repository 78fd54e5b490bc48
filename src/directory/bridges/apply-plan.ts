import { changeMemberships } from '../groups/change-memberships.ts'
import { type Refusal, Refused } from '../refusals.ts'
import type { Session } from '../session.ts'
import { applyGroup, exchangeGroupNames } from './apply-group.ts'
import { applyUser } from './apply-user.ts'
import { applyUsers } from './apply-users.ts'
import type { Bridge } from './bridge.ts'
import { orderRenames, packed } from './planning/order-renames.ts'
import { failing, type Item, type ItemKind, keyOf } from './planning/plan.ts'

/**
 * Items that are under way at the same time: they share statements and commits. Whoever else writes to the zone gets his turn between two such lists.
 */
const atOnce = 256

/** Who goes is out first; names are free before somebody gets them; who joins is there before, and who is deleted has left. */
const order: readonly (readonly ItemKind[])[] = [
  ['disable_user'],
  ['change_user'],
  ['link_user', 'create_user'],
  ['change_group'],
  ['link_group', 'create_group'],
  ['remove_member'],
  ['add_member'],
  ['delete_user'],
  ['delete_group'],
]

/** What another item of the same step may set free. */
const passing: ReadonlySet<string> = new Set(['user_name_taken', 'email_taken', 'group_name_taken'])

/** What many of share their statements. */
const listed: ReadonlySet<ItemKind> = new Set(['create_user', 'change_user', 'disable_user'])

/** What stands for each source, as far as it is known by now. */
type Targets = ReadonlyMap<string, string | undefined>

export interface Applying {
  readonly session: Session
  readonly bridge: Bridge
  /** Asked before each handful of items: whether to go on. */
  goOn(): Promise<boolean>
}

/**
 * Carries out what is ready, each item for itself: one that is refused keeps none of the others from being done. Answers all items, those that were
 * refused as failed; undefined when it was not to go on.
 */
export async function applyPlan(applying: Applying, items: readonly Item[]): Promise<Item[] | undefined> {
  const targets = new Map<string, string | undefined>()
  const done = new Map<Item, Item>()
  for (const { source, group, target } of items) {
    if (source && target !== null && !group) targets.set(keyOf(source), target)
  }
  const carryOut = async (some: readonly Item[]): Promise<boolean> => {
    for (const list of packed(orderRenames(some), atOnce)) {
      if (!(await applying.goOn())) return false
      for (const [item, outcome] of await carriedOut(applying, list, targets)) {
        done.set(item, outcome)
        if (outcome.source && !outcome.group) targets.set(keyOf(outcome.source), nowTarget(outcome))
      }
    }
    return true
  }
  for (const kinds of order) {
    const step = items.filter(({ kind, state }) => state === 'ready' && kinds.includes(kind))
    if (!(await carryOut(step))) return undefined
    const again = step.filter((item) => passing.has(done.get(item)?.refusal?.fact ?? ''))
    if (again.length > 0 && again.length < step.length && !(await carryOut(again))) return undefined
  }
  return items.map((item) => done.get(item) ?? item)
}

/** What stands for a source after its item: nothing when it could not be created or taken over. */
function nowTarget({ kind, state, target }: Item): string | undefined {
  const isNew = kind === 'create_user' || kind === 'link_user' || kind === 'create_group' || kind === 'link_group'
  return isNew && state === 'failed' ? undefined : (target ?? undefined)
}

/** Carries out a list of one step: what can be together is, and all else by itself. */
async function carriedOut(applying: Applying, list: readonly Item[], targets: Targets): Promise<(readonly [Item, Item])[]> {
  const done = list.length > 1 ? await together(applying, list) : new Map<Item, Item>()
  return await Promise.all(list.map(async (item) => [item, done.get(item) ?? (await alone(applying, item, targets))] as const))
}

async function together(applying: Applying, list: readonly Item[]): Promise<ReadonlyMap<Item, Item>> {
  const users = list.filter(({ kind }) => listed.has(kind))
  if (users.length > 0) return await applyUsers(applying, users)
  const done = new Map<Item, Item>()
  const renames = list.filter(({ kind }) => kind === 'change_group')
  for (const circle of orderRenames(renames).filter(({ length }) => length > 1)) {
    if (await exchangeGroupNames(applying, circle)) for (const item of circle) done.set(item, item)
  }
  return done
}

async function alone(applying: Applying, item: Item, targets: Targets): Promise<Item> {
  try {
    if (item.group) return await changeMember(applying, item, item.group, targets)
    return item.source?.kind === 'person' ? await applyUser(applying, item) : await applyGroup(applying, item)
  } catch (thrown) {
    if (thrown instanceof Refused) return failing(item, thrown.refusal)
    throw thrown
  }
}

async function changeMember({ session, bridge }: Applying, item: Item, group: NonNullable<Item['group']>, targets: Targets): Promise<Item> {
  const into = targets.has(keyOf(group)) ? targets.get(keyOf(group)) : (group.target ?? undefined)
  const known = item.source ? keyOf(item.source) : ''
  const user = targets.has(known) ? targets.get(known) : (item.target ?? undefined)
  if (into === undefined) return failing(item, { fact: 'bridge_group_missing' })
  if (user === undefined) return failing(item, { fact: 'bridge_user_missing' })
  const kind = item.kind === 'add_member' ? 'add' : 'remove'
  const outcome = await session.submit(changeMemberships, bridge.zone, { kind, group: into, user, by: 'source' })
  const told: Item = { ...item, target: user, group: { ...group, target: into } }
  return outcome.done || isSo(outcome.refusal) ? told : failing(told, outcome.refusal)
}

/** Somebody else was faster. */
function isSo({ fact }: Refusal): boolean {
  return fact === 'already_a_member' || fact === 'not_a_member'
}
