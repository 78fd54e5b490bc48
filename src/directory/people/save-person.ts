import type { PersonRow } from '../../storage/schemas/companies.ts'
import { insertPerson, updatePerson } from '../../storage/tables/people/people.ts'
import { deletePersonDepartments, insertPersonDepartment, updatePersonDepartment } from '../../storage/tables/people/person-departments.ts'
import { recountPeople } from '../departments/count-people.ts'
import { record } from '../record.ts'
import type { Tx } from '../session.ts'
import { alike } from './draft.ts'
import { keysOf } from './keys-of-person.ts'
import type { Person, Placement } from './person.ts'

/** Writes a person who is new or has changed: the row, where he sits, what departments count, and the event. Without a change nothing is written. */
export async function savePerson(tx: Tx, company: string, before: Person | undefined, after: Person): Promise<void> {
  const changed = before && changedMembers(before, after)
  if (changed && Object.keys(changed).length === 0) return
  const row = rowOf(company, after, tx.origin.at)
  await (before ? tx.run(updatePerson, row) : tx.run(insertPerson, row))
  await seat(tx, company, after.id, before?.placements ?? [], after.placements)
  await recountPeople(tx, company, { before: before?.placements ?? [], after: after.placements })
  if (changed) record(tx, { kind: 'person_changed', subject: after.id, before: changed, after })
  else record(tx, { kind: 'person_created', subject: after.id, after })
}

/** What the members that change were before. */
export function changedMembers(before: Person, after: Person): Partial<Person> {
  const members = Object.entries(before).filter(([member, value]) => !alike(value, after[member as keyof Person]))
  return Object.fromEntries(members)
}

async function seat(tx: Tx, company: string, person: string, before: readonly Placement[], after: readonly Placement[]): Promise<void> {
  const held = new Map(before.map((placement) => [placement.department, placement]))
  const kept = new Set(after.map(({ department }) => department))
  const left = [...held.keys()].filter((department) => !kept.has(department))
  if (left.length > 0) await tx.run(deletePersonDepartments, { company, person, departments: left })
  for (const placement of after) {
    const { department, personOrder, departmentOrder, isPrimary } = placement
    const row = { company, department, person, person_order: personOrder, department_order: departmentOrder, is_primary: isPrimary ? 1 : 0 }
    const known = held.get(department)
    if (!known) await tx.run(insertPersonDepartment, { ...row, joined_at: tx.origin.at })
    else if (!alike(known, placement)) await tx.run(updatePersonDepartment, row)
  }
}

const flag = (truth: boolean) => (truth ? 1 : 0)

/** The row of a person; who resigned keeps none of his keys from others. */
export function rowOf(company: string, person: Person, at: number): PersonRow {
  const keys = keysOf(person)
  const none = Object.fromEntries(Object.keys(keys).map((key) => [key, null])) as typeof keys
  return {
    company,
    id: person.id,
    ...texts(person),
    ...(person.resignedAt === null ? keys : none),
    code_changes: person.codeChanges,
    mobile_visible: flag(person.mobileVisible),
    gender: person.gender,
    join_time: person.joinTime,
    employee_type: person.employeeType,
    leader: person.leader,
    dotted_leaders: JSON.stringify(person.dottedLeaders),
    custom_attrs: JSON.stringify(person.customAttributes),
    subscriptions: JSON.stringify(person.subscriptions),
    positions: JSON.stringify(person.posts),
    is_manager: flag(person.isManager),
    is_founder: flag(person.isFounder),
    frozen: flag(person.frozen),
    activated: flag(person.activated),
    exited: flag(person.exited),
    unjoined: flag(person.unjoined),
    resigned_at: person.resignedAt,
    created_at: person.createdAt,
    updated_at: at,
  }
}

function texts(person: Person) {
  return {
    code: person.code,
    name: person.name,
    en_name: person.enName,
    nickname: person.nickname,
    email: person.email,
    mobile: person.mobile,
    enterprise_email: person.enterpriseEmail,
    employee_no: person.employeeNo,
    avatar_key: person.avatarKey,
    city: person.city,
    country: person.country,
    work_station: person.workStation,
    job_title: person.jobTitle,
    job_level: person.jobLevel,
    job_family: person.jobFamily,
    geo: person.geo,
    description: person.description,
    hold: person.hold,
  }
}
