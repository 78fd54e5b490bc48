import type { Tx } from '../../storage/store.ts'
import { deleteRoleDepartments } from '../../storage/tables/roles-and-units/company-role-departments.ts'
import { countRoleMembers, insertRoleMembers, setRoleScope } from '../../storage/tables/roles-and-units/company-role-members.ts'
import { companyNow } from '../companies/find-company.ts'
import { namedPeople } from '../people/named-people.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { companyRoleNow } from './find-role.ts'
import { membersAmong } from './judge-members.ts'
import type { RoleMember } from './role.ts'

export interface WholeScope {
  readonly role: string
  /** The code that the company gave the person. */
  readonly person: string
  readonly scope: 'all' | 'none'
}

/**
 * Has a person hold a role for all of the company, or for none of it, whether he held it before or not.
 * Refuses with `company_not_found`, `company_role_not_found`, `person_not_found`, `person_resigned`, `company_role_full`.
 */
export async function putRoleMember(tx: Tx, company: string, { role, person: code, scope }: WholeScope): Promise<void> {
  const { limits } = (await companyNow(tx, company)).facts
  await companyRoleNow(tx, company, role)
  const [found] = await namedPeople(tx, company, [['code', code]])
  if (!found) throw new Refused({ fact: 'person_not_found', person: code })
  if (found.resigned) throw new Refused({ fact: 'person_resigned', person: code })
  const person = found.id
  const before = (await membersAmong(tx, company, role, [person])).get(person)
  if (before) return changeScope(tx, company, role, before, scope)
  const members = (await tx.first(countRoleMembers, { company, role }))?.n ?? 0
  if (members >= limits.roleMembers) throw new Refused({ fact: 'company_role_full', role, limit: limits.roleMembers })
  await tx.run(insertRoleMembers, { company, role, people: [person], at: tx.origin.at })
  record(tx, { kind: 'role_person_added', subject: role, after: { person } })
  await changeScope(tx, company, role, { person, scope: 'none', departments: [] }, scope)
}

async function changeScope(tx: Tx, company: string, role: string, before: RoleMember, scope: 'all' | 'none'): Promise<void> {
  if (before.scope === scope) return
  const people = [before.person]
  if (before.scope === 'part') await tx.run(deleteRoleDepartments, { company, role, people })
  await tx.run(setRoleScope, { company, role, people, scope })
  record(tx, { kind: 'role_scope_changed', subject: role, before, after: { person: before.person, scope, departments: [] } })
}
