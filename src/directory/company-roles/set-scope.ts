import type { Tx } from '../../storage/store.ts'
import { insertRoleDepartments, keepRoleDepartments } from '../../storage/tables/roles-and-units/company-role-departments.ts'
import { setRoleScope } from '../../storage/tables/roles-and-units/company-role-members.ts'
import { type AskedDepartment, foundDepartments } from '../departments/asked-department.ts'
import { requireDepartments } from '../ranges/covers.ts'
import { rootDepartment } from '../ranges/range.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { companyRoleNow } from './find-role.ts'
import { doneOnes, judgeMembers, membersAmong, presentPeople, type RoleBatch, type RoleOutcome } from './judge-members.ts'
import type { RoleMember } from './role.ts'

export interface ScopeBatch extends RoleBatch {
  /** What each of the people is to hold the role for from now on. */
  readonly departments: readonly AskedDepartment[]
}

/**
 * Sets the departments for which people hold a role, writing only what differs. Tells of each what became of him.
 * Refuses as a whole with `company_role_not_found`, `department_not_found`, `company_role_for_root`, `department_out_of_range`.
 */
export async function setRoleScopes(tx: Tx, batch: ScopeBatch): Promise<RoleOutcome[]> {
  const { covering, role } = batch
  const { company } = covering
  await companyRoleNow(tx, company, role)
  const departments = [...new Set(foundDepartments(covering, batch.departments))].sort()
  if (departments.includes(rootDepartment)) throw new Refused({ fact: 'company_role_for_root', role })
  await requireDepartments(tx, covering, departments)
  const members = await membersAmong(tx, company, role, presentPeople(batch))
  const outcomes = await judgeMembers(tx, batch, members)
  const differing = doneOnes(batch, outcomes).map((person) => members.get(person) as RoleMember)
  await writeScopes(
    tx,
    company,
    role,
    differing.filter((member) => !holdsFor(member, departments)),
    departments,
  )
  return outcomes
}

function holdsFor(member: RoleMember, departments: readonly string[]): boolean {
  const held = new Set(member.departments)
  return member.scope === 'part' && held.size === departments.length && departments.every((department) => held.has(department))
}

async function writeScopes(
  tx: Tx,
  company: string,
  role: string,
  members: readonly RoleMember[],
  departments: readonly string[],
): Promise<void> {
  if (members.length === 0) return
  const people = members.map(({ person }) => person)
  const partial = members.filter(({ scope }) => scope === 'part').map(({ person }) => person)
  if (partial.length > 0) await tx.run(keepRoleDepartments, { company, role, people: partial, departments })
  await tx.run(insertRoleDepartments, { company, role, people, departments })
  const others = members.filter(({ scope }) => scope !== 'part').map(({ person }) => person)
  if (others.length > 0) await tx.run(setRoleScope, { company, role, people: others, scope: 'part' })
  for (const before of members) {
    record(tx, { kind: 'role_scope_changed', subject: role, before, after: { person: before.person, scope: 'part', departments } })
  }
}
