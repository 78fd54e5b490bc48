import type { Tx } from '../../storage/store.ts'
import { deleteRoleDepartmentsOfPerson, roleDepartmentsOfPerson } from '../../storage/tables/roles-and-units/company-role-departments.ts'
import { deleteRoleMembersOfPerson, rolesOfPerson } from '../../storage/tables/roles-and-units/company-role-members.ts'
import { record } from '../record.ts'
import type { RoleMember, RoleScope } from './role.ts'

/** Takes somebody who resigns out of every role that he holds. */
export async function leaveRoles(tx: Tx, company: string, person: string): Promise<void> {
  const roles = await tx.all(rolesOfPerson, { company, person })
  if (roles.length === 0) return
  const held = Map.groupBy(await tx.all(roleDepartmentsOfPerson, { company, person }), ({ role }) => role)
  if (held.size > 0) await tx.run(deleteRoleDepartmentsOfPerson, { company, person })
  await tx.run(deleteRoleMembersOfPerson, { company, person })
  for (const { role, scope } of roles) {
    const departments = (held.get(role) ?? []).map(({ department }) => department)
    const before: RoleMember = { person, scope: scope as RoleScope, departments }
    record(tx, { kind: 'role_person_removed', subject: role, before })
  }
}
