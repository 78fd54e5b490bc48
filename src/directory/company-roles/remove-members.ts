import type { Tx } from '../../storage/store.ts'
import { deleteRoleDepartments } from '../../storage/tables/roles-and-units/company-role-departments.ts'
import { deleteRoleMembers } from '../../storage/tables/roles-and-units/company-role-members.ts'
import { record } from '../record.ts'
import { companyRoleNow } from './find-role.ts'
import { doneOnes, judgeMembers, membersAmong, presentPeople, type RoleBatch, type RoleOutcome } from './judge-members.ts'

/** Takes a role from people, with what they held it for. Tells of each what became of him. Refuses as a whole with `company_role_not_found`. */
export async function removeRoleMembers(tx: Tx, batch: RoleBatch): Promise<RoleOutcome[]> {
  const { role } = batch
  const { company } = batch.covering
  await companyRoleNow(tx, company, role)
  const members = await membersAmong(tx, company, role, presentPeople(batch))
  const outcomes = await judgeMembers(tx, batch, members)
  const people = doneOnes(batch, outcomes)
  if (people.length === 0) return outcomes
  if (people.some((person) => members.get(person)?.scope === 'part')) await tx.run(deleteRoleDepartments, { company, role, people })
  await tx.run(deleteRoleMembers, { company, role, people })
  for (const person of people) record(tx, { kind: 'role_person_removed', subject: role, before: members.get(person) })
  return outcomes
}
