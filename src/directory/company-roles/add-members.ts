import type { Tx } from '../../storage/store.ts'
import { countRoleMembers, insertRoleMembers } from '../../storage/tables/roles-and-units/company-role-members.ts'
import { companyNow } from '../companies/find-company.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { companyRoleNow } from './find-role.ts'
import { doneOnes, judgeAdditions, type RoleBatch, type RoleOutcome } from './judge-members.ts'

/**
 * Gives people a role, for nothing yet. Tells of each what became of him; somebody named twice is added once.
 * Refuses as a whole with `company_role_not_found`, `company_role_full`.
 */
export async function addRoleMembers(tx: Tx, batch: RoleBatch): Promise<RoleOutcome[]> {
  const { role } = batch
  const { company } = batch.covering
  await companyRoleNow(tx, company, role)
  const outcomes = await judgeAdditions(tx, batch)
  const people = doneOnes(batch, outcomes)
  if (people.length === 0) return outcomes
  const { limits } = (await companyNow(tx, company)).facts
  const members = (await tx.first(countRoleMembers, { company, role }))?.n ?? 0
  if (members + people.length > limits.roleMembers) throw new Refused({ fact: 'company_role_full', role, limit: limits.roleMembers })
  await tx.run(insertRoleMembers, { company, role, people, at: tx.origin.at })
  for (const person of people) record(tx, { kind: 'role_person_added', subject: role, after: { person } })
  return outcomes
}
