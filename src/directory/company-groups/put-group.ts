import type { Tx } from '../../storage/store.ts'
import type { Ports } from '../ports.ts'
import { everything } from '../ranges/range.ts'
import { Refused } from '../refusals.ts'
import { changeCompanyGroup } from './change-group.ts'
import { createCompanyGroup, type NewCompanyGroup } from './create-group.ts'
import { findGroup } from './find-group.ts'
import type { CompanyGroup } from './group.ts'

/**
 * Has a group of this id be as told, whichever kind it is: the administration's way. A group keeps its kind. Refuses with `company_not_found`,
 * `company_groups_not_available`, `company_group_is_dynamic`, `company_group_is_normal`, `company_group_name_taken`, `company_group_limit_reached`.
 */
export async function putCompanyGroup(
  tx: Tx,
  ports: Ports,
  company: string,
  { id, ...group }: NewCompanyGroup & { id: string },
): Promise<CompanyGroup> {
  const covering = { company, range: everything }
  const there = await findGroup(tx, company, id)
  if (!there) return createCompanyGroup(tx, ports, covering, { ...group, id, byAdministration: true })
  if (there.kind !== group.kind) throw new Refused({ fact: `company_group_is_${there.kind}`, group: id })
  const { name, description = '', rule = null, visibility = null } = group
  return changeCompanyGroup(tx, covering, id, { name, description, rule, visibility }, { byAdministration: true })
}
