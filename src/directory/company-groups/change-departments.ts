import type { Tx } from '../../storage/store.ts'
import {
  deleteGroupMember,
  findGroupMember,
  groupsWithDepartment,
  insertGroupMember,
} from '../../storage/tables/companies/company-group-members.ts'
import { countDepartmentsOfGroup } from '../../storage/tables/companies/company-groups.ts'
import { findDepartment } from '../../storage/tables/departments/departments.ts'
import { everything } from '../ranges/range.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { companyGroupNow, companyWithGroups } from './find-group.ts'

interface Named {
  readonly company: string
  readonly group: string
  readonly department: string
}

/**
 * Has a department be in a normal group; nothing changes when it is already. Refuses with `company_not_found`, `company_groups_not_available`,
 * `company_group_not_found`, `company_group_is_dynamic`, `department_not_found`, `company_group_departments_full`.
 */
export async function addGroupDepartment(tx: Tx, { company, group, department }: Named): Promise<void> {
  const { facts } = await companyWithGroups(tx, company)
  const { kind, departmentCount } = await companyGroupNow(tx, { company, range: everything }, group)
  if (kind === 'dynamic') throw new Refused({ fact: 'company_group_is_dynamic', group })
  if (!(await tx.first(findDepartment, { company, department }))) throw new Refused({ fact: 'department_not_found', department })
  const member = { company, group, kind: 'department', member: department }
  if (await tx.first(findGroupMember, member)) return
  const limit = facts.limits.departmentsOfGroup
  if (departmentCount >= limit) throw new Refused({ fact: 'company_group_departments_full', group, limit })
  await tx.run(insertGroupMember, { ...member, at: tx.origin.at })
  await tx.run(countDepartmentsOfGroup, { company, group, by: 1 })
  record(tx, { kind: 'group_department_added', subject: group, after: { department } })
}

/** Has a department not be in a group; nothing changes when it is not. Refuses with `company_not_found`, `company_group_not_found`. */
export async function removeGroupDepartment(tx: Tx, { company, group, department }: Named): Promise<void> {
  await companyGroupNow(tx, { company, range: everything }, group)
  await takeOut(tx, { company, group, department })
}

/** Takes a department that goes out of every group. */
export async function forgetGroupDepartment(tx: Tx, company: string, department: string): Promise<void> {
  for (const { group_id: group } of await tx.all(groupsWithDepartment, { company, department }))
    await takeOut(tx, { company, group, department })
}

async function takeOut(tx: Tx, { company, group, department }: Named): Promise<void> {
  if ((await tx.run(deleteGroupMember, { company, group, kind: 'department', member: department })) === 0) return
  await tx.run(countDepartmentsOfGroup, { company, group, by: -1 })
  record(tx, { kind: 'group_department_removed', subject: group, before: { department } })
}
