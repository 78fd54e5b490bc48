import type { Tx } from '../../storage/store.ts'
import { companyStream } from '../events.ts'
import { type Covering, coveredPeople } from '../ranges/covers.ts'
import { type Refusal, Refused } from '../refusals.ts'
import { changeGroupPeople, type GroupPersonOutcome } from './change-people.ts'
import { companyGroupNow } from './find-group.ts'

/** One entry of a batch: an id as the caller wrote it, and whose it is; undefined when nobody has it. */
export interface GroupEntry {
  readonly told: string
  readonly person: string | undefined
}

export interface GroupBatch {
  readonly group: string
  readonly kind: 'add' | 'remove'
  readonly entries: readonly GroupEntry[]
}

/** What keeps the whole of a batch from being done, and not one entry alone. */
const ofTheWhole: ReadonlySet<Refusal['fact']> = new Set([
  'company_group_not_found',
  'company_group_is_dynamic',
  'company_group_full',
  'company_groups_full',
])

/**
 * Puts many people into a group, or takes them out, as one unit of work, and answers what became of each entry, in order. Somebody who is named more
 * than once is changed once, and told of alike each time. Entries refuse with `person_not_found`, `person_out_of_range`, `person_resigned`,
 * `company_group_has_person`; the whole with `company_group_out_of_range`, `company_group_not_found`, `company_group_is_dynamic`,
 * `company_group_full`, `company_groups_full`.
 */
export async function changeGroupPeopleAtOnce(
  tx: Tx,
  covering: Covering,
  { group, kind, entries }: GroupBatch,
): Promise<GroupPersonOutcome[]> {
  const { company } = covering
  const found = await companyGroupNow(tx, covering, group)
  if (found.kind === 'dynamic') throw new Refused({ fact: 'company_group_is_dynamic', group })
  const named = new Map(entries.flatMap(({ told, person }) => (person === undefined ? [] : [[person, told] as const])))
  const covered = await coveredPeople(tx, covering, [...named.keys()])
  const list = [...named].filter(([person]) => covered.has(person))
  const changes = list.map(([person, told]) => ({ change: { company, kind, group, person, told }, origin: tx.origin }))
  const outcomes = await changeGroupPeople.run(tx, companyStream(company), changes)
  const whole = outcomes.find((outcome) => !outcome.done && ofTheWhole.has(outcome.refusal.fact))
  if (whole && !whole.done) throw new Refused(whole.refusal)
  const became = new Map(list.map(([person], index) => [person, outcomes[index] as GroupPersonOutcome]))
  return entries.map(({ told, person }): GroupPersonOutcome => {
    if (person === undefined) return { done: false, refusal: { fact: 'person_not_found', person: told } }
    return became.get(person) ?? { done: false, refusal: { fact: 'person_out_of_range', person } }
  })
}
