import { departmentOf } from '../../../directory/departments/department.ts'
import { mainLeader } from '../../../directory/departments/judge-heads.ts'
import { type CustomAttribute, type Post, personOf } from '../../../directory/people/person.ts'
import type { Schema } from '../../../storage/schema.ts'
import type { CompanyGroupRow, DepartmentRow, PersonDepartmentRow, PersonRow } from '../../../storage/schemas/companies.ts'
import type { CompanyRoleMemberRow, CompanyRoleRow } from '../../../storage/schemas/roles-and-units.ts'
import { timeText } from '../times.ts'
import type { CompanyNames } from './company-names.ts'

/** A department as a document writes it, without those below. */
export function departmentContent(row: DepartmentRow, names: CompanyNames) {
  const { people: _, primaryPeople: __, parent: ___, createdAt, ...department } = departmentOf(row)
  const { name, id, code, i18nName, position, leaders, partners, unit, chat, chatEmployeeTypes, codeChanges } = department
  return {
    ...{ name, id, code, i18nName, position },
    leaders: leaders.map(({ person, kind }) => ({ person: names.person(person), ...(kind !== mainLeader && { kind }) })),
    partners: partners.map(names.person),
    unit: unit ?? undefined,
    chat: chat ?? undefined,
    ...{ chatEmployeeTypes, codeChanges },
    createdAt: timeText(createdAt),
    updatedAt: timeText(row.updated_at),
  }
}

export function seatContent(row: PersonDepartmentRow, names: CompanyNames) {
  return {
    department: names.department(row.department),
    personOrder: row.person_order,
    departmentOrder: row.department_order,
    primary: row.is_primary === 1,
    joinedAt: timeText(row.joined_at),
  }
}

/** A person as a document writes him, without where he sits. */
export function personContent(row: PersonRow, names: CompanyNames) {
  const person = personOf(row, [])
  const { code, name, id, enName, nickname, mobile, mobileVisible, email, enterpriseEmail, employeeNo, gender } = person
  const { employeeType, jobTitle, city, country, workStation, avatarKey, geo, description, subscriptions } = person
  const { frozen, activated, exited, unjoined, codeChanges } = person
  return {
    ...{ code, name, id, enName, nickname, mobile, mobileVisible, email, enterpriseEmail, employeeNo, gender, employeeType, jobTitle },
    jobFamily: person.jobFamily === '' ? undefined : names.family(person.jobFamily),
    jobLevel: person.jobLevel === '' ? undefined : names.level(person.jobLevel),
    leader: person.leader === null ? undefined : names.person(person.leader),
    dottedLeaders: person.dottedLeaders.map(names.person),
    ...{ city, country, workStation },
    joinTime: person.joinTime === null ? undefined : timeText(person.joinTime * 1000),
    ...{ avatarKey, geo, description, subscriptions },
    customAttributes: person.customAttributes.map((attribute) => valueContent(attribute, names)),
    posts: person.posts.map((post) => postContent(post, names)),
    ...{ frozen, activated, exited, unjoined },
    manager: person.isManager,
    founder: person.isFounder,
    hold: person.hold === '' ? undefined : person.hold,
    codeChanges,
    createdAt: timeText(row.created_at),
    updatedAt: timeText(row.updated_at),
    resignedAt: row.resigned_at === null ? undefined : timeText(row.resigned_at),
  }
}

function valueContent({ id, value: { person, ...value } }: CustomAttribute, names: CompanyNames) {
  return { attribute: id, ...value, ...(person !== undefined && { person: names.person(person) }) }
}

function postContent({ code, name, department, leader, leaderPost, isMain }: Post, names: CompanyNames) {
  return {
    ...{ code, name },
    department: names.department(department),
    ...(leader !== null && { leader: names.person(leader) }),
    ...(leaderPost !== '' && { leaderPost }),
    ...(isMain && { main: true }),
  }
}

/** A group as a document writes it, without who is in it. */
export function companyGroupContent(row: CompanyGroupRow) {
  const { name, id, description, kind, rule, visibility } = row
  return {
    ...{ name, id, description, kind },
    rule: rule ?? undefined,
    visibility: visibility ?? undefined,
    createdAt: timeText(row.created_at),
    updatedAt: timeText(row.updated_at),
  }
}

export function groupMemberContent({ kind, member, joined_at }: Schema['company_group_members'], names: CompanyNames) {
  const joinedAt = timeText(joined_at)
  return kind === 'person' ? { person: names.person(member), joinedAt } : { department: names.department(member), joinedAt }
}

/** A role as a document writes it, without who holds it. */
export function roleContent(row: CompanyRoleRow) {
  const { name, id, is_system, created_at, updated_at } = row
  return { name, id, system: is_system === 1, createdAt: timeText(created_at), updatedAt: timeText(updated_at) }
}

export function roleMemberContent({ person, scope, joined_at }: CompanyRoleMemberRow, departments: readonly string[], names: CompanyNames) {
  return {
    person: names.person(person),
    scope: scope === 'all' ? ('all' as const) : undefined,
    departments: departments.map(names.department).sort(),
    joinedAt: timeText(joined_at),
  }
}
