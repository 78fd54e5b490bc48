import type { Tx } from '../../storage/store.ts'
import { countCompanyGroups, insertCompanyGroup } from '../../storage/tables/companies/company-groups.ts'
import type { Ports } from '../ports.ts'
import type { Covering } from '../ranges/covers.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { companyWithGroups, findGroup, requireFreeName, requireWholeRange } from './find-group.ts'
import { type CompanyGroup, type CompanyGroupKind, textOf, type Verbatim } from './group.ts'

export interface NewCompanyGroup {
  /** Made when absent. */
  readonly id?: string
  /** Without white space around it. */
  readonly name: string
  readonly description?: string
  readonly kind: CompanyGroupKind
  readonly rule?: Verbatim | null
  readonly visibility?: Verbatim | null
  /** Whether dynamic groups may be made although the company does not let them be made through a wire. */
  readonly byAdministration?: boolean
}

/**
 * Adds an empty group. Refuses with `company_not_found`, `company_groups_not_available`, `company_group_needs_whole_range`,
 * `company_group_kind_not_available`, `company_group_id_taken`, `company_group_name_taken`, `company_group_limit_reached`.
 */
export async function createCompanyGroup(tx: Tx, ports: Ports, covering: Covering, group: NewCompanyGroup): Promise<CompanyGroup> {
  requireWholeRange(covering)
  const { company } = covering
  const { facts } = await companyWithGroups(tx, company)
  if (group.kind === 'dynamic' && !facts.dynamicGroups && !group.byAdministration) {
    throw new Refused({ fact: 'company_group_kind_not_available' })
  }
  const id = group.id ?? ports.ids.text(16)
  if (await findGroup(tx, company, id)) throw new Refused({ fact: 'company_group_id_taken', group: id })
  await requireFreeName(tx, company, group.name)
  const groups = (await tx.first(countCompanyGroups, { company }))?.n ?? 0
  if (groups >= facts.limits.groups) throw new Refused({ fact: 'company_group_limit_reached', limit: facts.limits.groups })
  const at = tx.origin.at
  const created: CompanyGroup = {
    id,
    name: group.name,
    description: group.description ?? '',
    kind: group.kind,
    rule: group.rule ?? null,
    visibility: group.visibility ?? null,
    personCount: 0,
    departmentCount: 0,
    createdAt: at,
    updatedAt: at,
  }
  const { name, description, kind } = created
  const kept = { rule: textOf(created.rule), visibility: textOf(created.visibility) }
  await tx.run(insertCompanyGroup, { company, id, name, description, kind, ...kept, created_at: at })
  record(tx, { kind: 'people_group_created', subject: id, after: created })
  return created
}
