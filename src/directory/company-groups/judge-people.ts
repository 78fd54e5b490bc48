import type { GroupPersonFacts } from '../../storage/tables/companies/company-group-members.ts'
import type { CompanyLimits } from '../companies/limits.ts'
import type { Refusal } from '../refusals.ts'

export interface GroupPersonChange {
  readonly company: string
  readonly kind: 'add' | 'remove'
  readonly group: string
  readonly person: string
  /** The person's id as the caller wrote it: what a refusal names. */
  readonly told: string
  /** Whether this is what the rule of a dynamic group came to: nobody else changes who is in one. */
  readonly byRule?: boolean
}

/** What the accepted changes of one list add to the counts of groups. */
export class Tally {
  readonly groups = new Map<string, number>()
  /** Over all normal groups. */
  all = 0

  count({ kind, group }: GroupPersonChange, groupKind: string | null): void {
    const by = kind === 'add' ? 1 : -1
    this.groups.set(group, (this.groups.get(group) ?? 0) + by)
    if (groupKind === 'normal') this.all += by
  }
}

/** What of a change nothing but its own rows decides. */
type Met = 'change' | 'nothing' | Refusal

/** What is to be done for a change: nothing where it is so already, a refusal, or the change. Counts what the same list already took. */
export function judge(change: GroupPersonChange, facts: GroupPersonFacts, limits: CompanyLimits, left: number, tally: Tally): Met {
  const { group, kind, byRule = false } = change
  if (facts.group_kind === null) return { fact: 'company_group_not_found', group }
  if (facts.group_kind === 'dynamic' && !byRule) return { fact: 'company_group_is_dynamic', group }
  if (facts.group_kind === 'normal' && byRule) return { fact: 'company_group_is_normal', group }
  if (kind === 'remove') return facts.joined_at === null ? 'nothing' : 'change'
  return judgeAddition(change, facts, limits, left, tally)
}

function judgeAddition(change: GroupPersonChange, facts: GroupPersonFacts, limits: CompanyLimits, left: number, tally: Tally): Met {
  const { group, told, byRule } = change
  if (facts.person === null) return { fact: 'person_not_found', person: told }
  if (facts.resigned_at !== null) return { fact: 'person_resigned', person: told }
  if (facts.joined_at !== null) return byRule ? 'nothing' : { fact: 'company_group_has_person', group, told }
  if (byRule) return 'change'
  const people = (facts.person_count ?? 0) + (tally.groups.get(group) ?? 0)
  if (people >= limits.peopleOfGroup) return { fact: 'company_group_full', group, limit: limits.peopleOfGroup }
  if (tally.all >= left) return { fact: 'company_groups_full', perHead: limits.groupPeoplePerHead }
  return 'change'
}
