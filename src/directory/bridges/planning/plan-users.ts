import { giveWay } from '../../give-way.ts'
import type { Refusal } from '../../refusals.ts'
import { emailKey, folded } from '../../users/user.ts'
import type { Mapping, UserFacts } from '../mapping.ts'
import { type Facts, failing, holding, type Item, keyOf, type Source } from './plan.ts'
import type { Actual, Holder, LinkedUser, Wanted } from './sides.ts'

/** People who are looked at in one turn. */
const lookedAtOnce = 1000

/** What is to become of users. Whoever comes first by id has a name or address that two people want. */
export async function planUsers(wanted: Wanted, actual: Actual, mapping: Mapping): Promise<Item[]> {
  const names = new Names(wanted, actual)
  const items: Item[] = []
  let looked = 0
  for (const [id, person] of wanted.people) {
    if (++looked % lookedAtOnce === 0) await giveWay()
    const source: Source = { kind: 'person', id, name: person.name }
    const linked = actual.users.get(id)
    if ('refusal' in person.user) {
      items.push(
        failing({ kind: linked ? 'change_user' : 'create_user', source, target: linked?.id ?? null, state: 'ready' }, person.user.refusal),
      )
    } else if (linked) items.push(...changesOf(source, linked, person.user.facts, names))
    else items.push(newUser(source, person.user.facts, names, actual))
  }
  return [...items, ...leaving(wanted, actual, mapping)]
}

/** Who wants which name and address, as far as the plan has come. */
class Names {
  readonly #actual: Actual
  readonly #claimed = new Set<string>()
  /** Users that give up the name or address that they have. */
  readonly #renamed = new Set<string>()
  readonly #moved = new Set<string>()

  constructor(wanted: Wanted, actual: Actual) {
    this.#actual = actual
    for (const [id, { user }] of wanted.people) {
      const linked = actual.users.get(id)
      if (!linked || 'refusal' in user) continue
      if (folded(linked.name) !== folded(user.facts.name)) this.#renamed.add(linked.id)
      if (emailKey(linked.email) !== emailKey(user.facts.email)) this.#moved.add(linked.id)
    }
  }

  /** Who has the name and does not give it up. */
  holder(name: string): Holder | undefined {
    const holder = this.#actual.named.get(folded(name))
    return holder && !this.#renamed.has(holder.id) ? holder : undefined
  }

  /** Takes a name for a user; the refusal when another has it or takes it. */
  claimName(name: string, but?: string): Refusal | undefined {
    const holder = this.holder(name)
    return this.#claim(`name ${folded(name)}`, holder, but) ? undefined : { fact: 'user_name_taken', name }
  }

  claimEmail(email: string, but?: string): Refusal | undefined {
    const key = emailKey(email)
    if (key === null) return undefined
    const holder = this.#actual.addressed.get(key)
    const keeps = holder && !this.#moved.has(holder.id) ? holder : undefined
    return this.#claim(`email ${key}`, keeps, but) ? undefined : { fact: 'email_taken', email }
  }

  #claim(key: string, holder: Holder | undefined, but: string | undefined): boolean {
    if ((holder && holder.id !== but) || this.#claimed.has(key)) return false
    this.#claimed.add(key)
    return true
  }
}

function newUser(source: Source, facts: UserFacts, names: Names, actual: Actual): Item {
  const holder = names.holder(facts.name)
  const item: Item = holder
    ? { kind: 'link_user', source, target: holder.id, before: factsOf(holder), after: facts, state: 'ready' }
    : { kind: 'create_user', source, target: null, after: facts, state: 'ready' }
  const refusal = (holder && whyNot(holder, actual)) ?? names.claimName(facts.name, holder?.id) ?? names.claimEmail(facts.email, holder?.id)
  if (!refusal) return item
  // Nobody is taken over who can't be: it is a user that is not created.
  return failing(holder ? { kind: 'create_user', source, target: null, after: facts, state: 'ready' } : item, refusal)
}

/** Why a user who has the name can't stand for somebody. */
function whyNot({ id: user, name, owner, bridge, groups }: Holder, { adoption }: Actual): Refusal | undefined {
  if (bridge !== null) return { fact: 'bridge_target_linked', target: user, bridge }
  if (owner === 'synchronized') return undefined
  if (!adoption) return { fact: 'user_name_taken', name }
  return groups.length > 0 ? { fact: 'adopted_user_in_groups', user, name, groups } : undefined
}

function factsOf({ name, displayName, email, status, externalId }: UserFacts): UserFacts {
  return { name, displayName, email, status, externalId }
}

/** A user who is to be disabled is an item of its own: nothing else keeps it from being done, and the guard counts it. */
function changesOf(source: Source, linked: LinkedUser, facts: UserFacts, names: Names): Item[] {
  const nameRefusal = names.claimName(facts.name, linked.id)
  const emailRefusal = names.claimEmail(facts.email, linked.id)
  const disables = linked.status === 'enabled' && facts.status === 'disabled'
  const { before, after } = difference(linked, disables ? { ...facts, status: linked.status } : facts)
  const items: Item[] = []
  if (Object.keys(after).length > 0) {
    const item: Item = { kind: 'change_user', source, target: linked.id, before, after, state: 'ready' }
    const refusal = (after.name !== undefined ? nameRefusal : undefined) ?? (after.email !== undefined ? emailRefusal : undefined)
    items.push(refusal ? failing(item, refusal) : item)
  }
  if (disables) items.push(disabling(source, linked))
  return items
}

function disabling(source: Source, { id }: LinkedUser): Item {
  return { kind: 'disable_user', source, target: id, before: { status: 'enabled' }, after: { status: 'disabled' }, state: 'ready' }
}

/** The members that differ, as they are and as they are to be. */
function difference(now: UserFacts, wanted: UserFacts): { before: Facts; after: Facts } {
  const differing = (Object.keys(factsOf(wanted)) as (keyof UserFacts)[]).filter((member) => now[member] !== wanted[member])
  const pick = (facts: UserFacts) => Object.fromEntries(differing.map((member) => [member, facts[member]])) as Facts
  return { before: pick(now), after: pick(wanted) }
}

/** Users of people who are no longer chosen. Whoever was there through something that is gone itself is held: nobody said that he should go. */
function leaving({ people, gone }: Wanted, actual: Actual, { leavers }: Mapping): Item[] {
  const items: Item[] = []
  for (const [id, linked] of actual.users) {
    if (people.has(id)) continue
    const { name, present } = actual.leavers.get(id) ?? { name: '', present: false }
    const source: Source = { kind: 'person', id, name }
    if (leavers === 'disable' && linked.status === 'disabled') continue
    const item: Item =
      leavers === 'disable'
        ? disabling(source, linked)
        : { kind: 'delete_user', source, target: linked.id, before: factsOf(linked), state: 'ready' }
    const through = present ? gone.find((one) => isIn(actual, keyOf(one), linked.id)) : undefined
    items.push(through ? holding(item, { fact: 'bridge_source_gone', kind: through.kind, source: through.id }) : item)
  }
  return items
}

function isIn({ groups, members }: Actual, source: string, user: string): boolean {
  const group = groups.get(source)
  return group !== undefined && members.get(group.id)?.has(user) === true
}
