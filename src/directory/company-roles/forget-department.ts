import type { Tx } from '../../storage/store.ts'
import { deleteRoleDepartmentEverywhere, roleScopesWithDepartment } from '../../storage/tables/roles-and-units/company-role-departments.ts'
import { setRoleScope } from '../../storage/tables/roles-and-units/company-role-members.ts'
import { record } from '../record.ts'
import type { RoleMember } from './role.ts'

/** Takes a department that is deleted out of what roles are held for; who held one for it alone holds it for nothing. */
export async function forgetDepartmentInRoles(tx: Tx, company: string, department: string): Promise<void> {
  const rows = await tx.all(roleScopesWithDepartment, { company, department })
  if (rows.length === 0) return
  await tx.run(deleteRoleDepartmentEverywhere, { company, department })
  for (const [role, ofRole] of Map.groupBy(rows, (row) => row.role)) {
    const changes = [...Map.groupBy(ofRole, (row) => row.person)].map(([person, held]) =>
      narrowed(
        person,
        held.map((row) => row.department),
        department,
      ),
    )
    const people = changes.filter(({ after }) => after.scope === 'none').map(({ after }) => after.person)
    if (people.length > 0) await tx.run(setRoleScope, { company, role, people, scope: 'none' })
    for (const { before, after } of changes) record(tx, { kind: 'role_scope_changed', subject: role, before, after })
  }
}

function narrowed(person: string, held: readonly string[], gone: string): { before: RoleMember; after: RoleMember } {
  const left = held.filter((department) => department !== gone)
  return {
    before: { person, scope: 'part', departments: held },
    after: { person, scope: left.length > 0 ? 'part' : 'none', departments: left },
  }
}
