import type { ListCommand, Submitted, Tx } from '../../storage/store.ts'
import { deleteGroupPeople, groupPersonFacts, insertGroupPeople } from '../../storage/tables/companies/company-group-members.ts'
import { countPeopleOfGroups } from '../../storage/tables/companies/company-groups.ts'
import { companyNow } from '../companies/find-company.ts'
import { record } from '../record.ts'
import type { Refusal } from '../refusals.ts'
import { type GroupPersonChange, judge, Tally } from './judge-people.ts'
import { room } from './room.ts'

/** What became of one change: done, which it is too where it was so already, or refused with a fact. What a refusal means is the wire's to decide. */
export type GroupPersonOutcome = { readonly done: true } | { readonly done: false; readonly refusal: Refusal }

type List = readonly Submitted<GroupPersonChange>[]

/**
 * Puts people into groups of one company and takes them out, by deltas: the cost of a change does not depend on the size of the group. Who is not in
 * a group is out of it. Outcomes refuse with `company_group_not_found`, `company_group_is_dynamic`, `company_group_is_normal`, `person_not_found`,
 * `person_resigned`, `company_group_has_person`, `company_group_full`, `company_groups_full`; the whole throws `company_not_found`.
 */
export const changeGroupPeople: ListCommand<GroupPersonChange, GroupPersonOutcome> = {
  name: 'change-group-people',
  key: ({ group, person }) => `${group} ${person}`,
  async run(tx, _stream, list) {
    const [first] = list
    if (!first) return []
    const company = await companyNow(tx, first.change.company)
    const pairs = list.map(({ change }): [string, string, string] => [change.group, change.person, change.kind])
    const facts = await tx.all(groupPersonFacts, { company: company.id, pairs })
    const additions = list.filter(({ change }) => change.kind === 'add').length
    const left = additions > 0 ? await room(tx, company, additions) : 0
    const tally = new Tally()
    const accepted: Submitted<GroupPersonChange>[] = []
    const outcomes = list.map((submitted, index): GroupPersonOutcome => {
      const known = facts[index]
      if (!known) throw new Error('a change got no facts')
      const met = judge(submitted.change, known, company.facts.limits, left, tally)
      if (typeof met === 'object') return { done: false, refusal: met }
      if (met === 'nothing') return { done: true }
      accepted.push(submitted)
      tally.count(submitted.change, known.group_kind)
      return { done: true }
    })
    await apply(tx, company.id, accepted, tally)
    return outcomes
  },
}

async function apply(tx: Tx, company: string, accepted: List, tally: Tally): Promise<void> {
  const added = accepted.filter(({ change }) => change.kind === 'add')
  const removed = accepted.filter(({ change }) => change.kind === 'remove')
  if (added.length > 0) {
    const rows = added.map(({ change, origin }) => [change.group, change.person, origin.at] as const)
    await tx.run(insertGroupPeople, { company, rows })
  }
  if (removed.length > 0)
    await tx.run(deleteGroupPeople, { company, pairs: removed.map(({ change }) => [change.group, change.person] as const) })
  for (const [by, groups] of groupsByAmount(tally)) await tx.run(countPeopleOfGroups, { company, by, groups })
  for (const { change, origin } of accepted) {
    const { group: subject, person } = change
    if (change.kind === 'add') record(tx, { kind: 'group_person_added', subject, after: { person } }, origin)
    else record(tx, { kind: 'group_person_removed', subject, before: { person } }, origin)
  }
}

/** Counters that change by the same amount are written with one statement. */
function groupsByAmount({ groups }: Tally): Map<number, string[]> {
  const changed = [...groups].filter(([, by]) => by !== 0)
  const byAmount = Map.groupBy(changed, ([, by]) => by)
  return new Map([...byAmount].map(([by, entries]) => [by, entries.map(([group]) => group)]))
}
