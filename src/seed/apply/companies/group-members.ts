import { addGroupDepartment } from '../../../directory/company-groups/change-departments.ts'
import { changeGroupPeople } from '../../../directory/company-groups/change-people.ts'
import { companyStream } from '../../../directory/events.ts'
import { record } from '../../../directory/record.ts'
import { insertGroupMember } from '../../../storage/tables/companies/company-group-members.ts'
import { countDepartmentsOfGroup, countPeopleOfGroups } from '../../../storage/tables/companies/company-groups.ts'
import { groupMemberContent } from '../../content/companies/people-contents.ts'
import { timeOf } from '../../content/times.ts'
import type { SeedCompanyGroup } from '../../schema/companies/group.ts'
import { compare } from '../compare.ts'
import type { Planning } from '../plan.ts'
import { refusalWords } from '../refusal-words.ts'
import { done, type Means, type Task } from '../task.ts'
import { requireNow } from './plan-list.ts'
import { companyIdOf, inCompany, keyIn, knownId, type PlannedCompany, plainPath, requireKnown } from './planned-company.ts'
import { timesOf } from './times-of.ts'

interface Member {
  readonly kind: 'person' | 'department'
  readonly reference: string
  readonly joinedAt: string | undefined
  readonly place: readonly [object, number]
}

function membersOf({ people = [], departments = [] }: SeedCompanyGroup): Member[] {
  return [
    ...people.map((member, at): Member => {
      const { person, joinedAt } = typeof member === 'string' ? { person: member } : member
      return { kind: 'person', reference: person, joinedAt, place: [people, at] }
    }),
    ...departments.map((member, at): Member => {
      const { department, joinedAt } = typeof member === 'string' ? { department: member } : member
      return { kind: 'department', reference: plainPath(department), joinedAt, place: [departments, at] }
    }),
  ]
}

/** Tasks for who is missing in a group; `idOf` is asked when the group is there. */
export function planGroupMembers(planning: Planning, planned: PlannedCompany, given: SeedCompanyGroup, idOf: () => string): Task[] {
  const { present } = planned
  const there = present?.groups.find(({ name }) => name === given.name)
  const rows = (there && present?.groupMembers.get(there.id)) ?? []
  const held = new Map(rows.map((row) => [`${row.kind} ${row.member}`, row]))
  const seen = new Set<string>()
  const missing = membersOf(given).filter(({ kind, reference, place }) => {
    const names = kind === 'person' ? 'people' : 'departments'
    const key = `${kind} ${keyIn(planned, names, reference)}`
    requireKnown(planning, planned, names, place, reference)
    if (seen.has(key)) planning.findings.add(...place, 'stands in this group already. Name each once.')
    seen.add(key)
    const [list, at] = place
    const written: unknown = (list as unknown[])[at]
    if (typeof written === 'object' && written !== null) requireNow(planning, planned, written)
    const row = held.get(key)
    if (row && present && typeof written === 'object' && written !== null)
      compare(planning.findings, written, { joinedAt: groupMemberContent(row, present.names).joinedAt })
    return !row
  })
  if (missing.length === 0) return []
  const run = (means: Means) =>
    (planned.asItStood ? restoreMembers : addMembers)(planning, planned, { given, group: idOf(), missing }, means)
  return [{ holder: given, run }, ...missing.map(() => done('group member'))]
}

interface Joining {
  readonly given: SeedCompanyGroup
  readonly group: string
  readonly missing: readonly Member[]
}

async function addMembers({ findings }: Planning, planned: PlannedCompany, { group, missing }: Joining, { tx }: Means): Promise<void> {
  const company = companyIdOf(planned)
  const own = inCompany(tx, planned)
  const people = missing.filter(({ kind }) => kind === 'person')
  const changes = people.map(({ reference }) => ({
    change: { company, kind: 'add' as const, group, person: knownId(planned, 'people', reference), told: reference },
    origin: own.origin,
  }))
  const outcomes = await changeGroupPeople.run(own, companyStream(company), changes)
  outcomes.forEach((outcome, at) => {
    const [list, place] = people[at]?.place ?? []
    if (!outcome.done && list) throw findings.refusal(list, refusalWords(outcome.refusal), place)
  })
  for (const { reference } of missing.filter(({ kind }) => kind === 'department'))
    await addGroupDepartment(own, { company, group, department: knownId(planned, 'departments', reference) })
}

async function restoreMembers(_: Planning, planned: PlannedCompany, { given, group, missing }: Joining, { tx }: Means): Promise<void> {
  const company = companyIdOf(planned)
  const own = inCompany(tx, planned)
  const since = timesOf(given, tx).createdAt
  for (const { kind, reference, joinedAt } of missing) {
    const member = knownId(planned, kind === 'person' ? 'people' : 'departments', reference)
    await tx.run(insertGroupMember, { company, group, kind, member, at: timeOf(joinedAt) ?? since })
    if (kind === 'person') record(own, { kind: 'group_person_added', subject: group, after: { person: member } })
    else record(own, { kind: 'group_department_added', subject: group, after: { department: member } })
  }
  const people = missing.filter(({ kind }) => kind === 'person').length
  await tx.run(countPeopleOfGroups, { company, by: people, groups: [group] })
  await tx.run(countDepartmentsOfGroup, { company, group, by: missing.length - people })
}
