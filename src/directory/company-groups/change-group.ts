import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../storage/store.ts'
import { updateCompanyGroup } from '../../storage/tables/companies/company-groups.ts'
import type { Covering } from '../ranges/covers.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { companyGroupNow, companyWithGroups, requireFreeName } from './find-group.ts'
import { type CompanyGroup, textOf } from './group.ts'

export type CompanyGroupChanges = Partial<Pick<CompanyGroup, 'name' | 'description' | 'rule' | 'visibility'>>

/**
 * Changes what is given of a group; what is the same already makes no event. Refuses with `company_not_found`, `company_groups_not_available`,
 * `company_group_out_of_range`, `company_group_not_found`, `company_group_is_dynamic`, `company_group_name_taken`.
 */
export async function changeCompanyGroup(
  tx: Tx,
  covering: Covering,
  id: string,
  changes: CompanyGroupChanges,
  { byAdministration = false } = {},
): Promise<CompanyGroup> {
  const { company } = covering
  const { facts } = await companyWithGroups(tx, company)
  const before = await companyGroupNow(tx, covering, id)
  if (before.kind === 'dynamic' && !facts.dynamicGroups && !byAdministration) {
    throw new Refused({ fact: 'company_group_is_dynamic', group: id })
  }
  const after: CompanyGroup = { ...before, ...changes }
  if (isDeepStrictEqual(before, after)) return before
  if (after.name !== before.name) await requireFreeName(tx, company, after.name, id)
  const changed = { ...after, updatedAt: tx.origin.at }
  const { name, description, rule, visibility, updatedAt } = changed
  const kept = { rule: textOf(rule), visibility: textOf(visibility) }
  await tx.run(updateCompanyGroup, { company, group: id, name, description, ...kept, updated_at: updatedAt })
  record(tx, { kind: 'people_group_changed', subject: id, before, after: changed })
  return changed
}
