import { giveWay } from '../../give-way.ts'
import { type Item, keyOf, type Source } from './plan.ts'
import type { Actual, Wanted, WantedGroup } from './sides.ts'

interface Members {
  readonly wanted: Wanted
  readonly actual: Actual
  /** Users by the keys of the people for whom they stand, or are to stand; groups by those of their sources. */
  readonly targets: ReadonlyMap<string, string>
  /** People by their users. */
  readonly people: ReadonlyMap<string, string>
  /** What can't be created. */
  readonly failed: ReadonlySet<string>
}

/** Who is to join and to leave. A group that a bridge fills is the bridge's: whoever got into it by other means leaves it. */
export async function planMembers(wanted: Wanted, actual: Actual, items: readonly Item[]): Promise<Item[]> {
  const targets = new Map<string, string>()
  for (const [person, { id }] of actual.users) targets.set(keyOf({ kind: 'person', id: person }), id)
  for (const [key, { id }] of actual.groups) targets.set(key, id)
  for (const { kind, source, target, state } of items) {
    if (state === 'ready' && (kind === 'link_user' || kind === 'link_group') && source && target) targets.set(keyOf(source), target)
  }
  await giveWay()
  const people = new Map<string, string>()
  for (const person of [...actual.users.keys(), ...wanted.people.keys()]) {
    const user = targets.get(keyOf({ kind: 'person', id: person }))
    if (user !== undefined) people.set(user, person)
  }
  const failed = new Set(items.flatMap(({ state, source }) => (state === 'failed' && source ? [keyOf(source)] : [])))
  const members = { wanted, actual, targets, people, failed }
  const planned: Item[][] = []
  for (const group of wanted.groups) {
    await giveWay()
    planned.push(ofGroup(group, members))
  }
  return planned.flat()
}

function ofGroup(group: WantedGroup, members: Members): Item[] {
  const { actual, targets, failed } = members
  const target = targets.get(keyOf(group)) ?? null
  // What can't be created is told of once, not for each member; so is who can't become a user.
  if (target === null && failed.has(keyOf(group))) return []
  const present: ReadonlySet<string> = (target !== null && actual.members.get(target)) || new Set<string>()
  const joined = { kind: group.kind, id: group.id, name: group.name, target }
  const joining = [...group.members].sort().flatMap((person): Item[] => {
    const source = sourceOf(person, members)
    const user = targets.get(keyOf(source)) ?? null
    if (user === null ? failed.has(keyOf(source)) : present.has(user)) return []
    return [{ kind: 'add_member', source, target: user, group: joined, state: 'ready' }]
  })
  const leaving = [...present].sort().flatMap((user): Item[] => {
    const person = members.people.get(user)
    if (person !== undefined && group.members.has(person)) return []
    const source = person === undefined ? null : sourceOf(person, members)
    return [{ kind: 'remove_member', source, target: user, group: joined, state: 'ready' }]
  })
  return [...joining, ...leaving]
}

function sourceOf(id: string, { wanted, actual }: Members): Source {
  return { kind: 'person', id, name: wanted.people.get(id)?.name ?? actual.leavers.get(id)?.name ?? '' }
}
