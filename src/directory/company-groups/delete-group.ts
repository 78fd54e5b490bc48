import type { Tx } from '../../storage/store.ts'
import { deleteCompanyGroup as deleteRow } from '../../storage/tables/companies/company-groups.ts'
import { leaveRanges } from '../apps/leave-ranges.ts'
import type { Covering } from '../ranges/covers.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { companyGroupNow, companyWithGroups, requireWholeRange } from './find-group.ts'

/**
 * Deletes an empty normal group; no app's range names it any more. Refuses with `company_not_found`, `company_groups_not_available`,
 * `company_group_needs_whole_range`, `company_group_not_found`, `company_group_is_dynamic`, `company_group_has_members`.
 */
export async function deleteCompanyGroup(tx: Tx, covering: Covering, id: string): Promise<void> {
  requireWholeRange(covering)
  const { company } = covering
  await companyWithGroups(tx, company)
  const group = await companyGroupNow(tx, covering, id)
  if (group.kind === 'dynamic') throw new Refused({ fact: 'company_group_is_dynamic', group: id })
  const { personCount: people, departmentCount: departments } = group
  if (people + departments > 0) throw new Refused({ fact: 'company_group_has_members', group: id, people, departments })
  await tx.run(deleteRow, { company, group: id })
  await leaveRanges(tx, company, 'groups', id)
  record(tx, { kind: 'people_group_deleted', subject: id, before: group })
}
