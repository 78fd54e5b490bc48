import type { Tx } from '../../../storage/store.ts'
import { updateEmployeeType } from '../../../storage/tables/vocabularies/employee-types.ts'
import { record } from '../../record.ts'
import { translations } from '../translations.ts'
import type { NewEmployeeType } from './create-employee-type.ts'
import { type EmployeeType, employeeTypeRow } from './employee-type.ts'
import { customEmployeeTypeNow } from './find-employee-type.ts'
import { requireFreeContent, requireShortContent } from './free-content.ts'

/**
 * Changes a type of the company's own; texts by locale that are not given stay. Runs in the company's stream; what it says and whether it is
 * active are two events. Refuses with `employee_type_not_found`, `employee_type_built_in`, `employee_type_content_too_long`,
 * `employee_type_content_taken`, `employee_type_translations_taken`.
 */
export async function changeEmployeeType(tx: Tx, company: string, id: string, change: NewEmployeeType): Promise<EmployeeType> {
  const before = await customEmployeeTypeNow(tx, company, id)
  const { content, active } = change
  const i18nContent = change.i18nContent ? translations(change.i18nContent) : before.i18nContent
  requireShortContent({ content, i18nContent })
  await requireFreeContent(tx, company, { content, i18nContent }, id)
  const reworded = content !== before.content || JSON.stringify(i18nContent) !== JSON.stringify(before.i18nContent)
  if (!reworded && active === before.active) return before
  const after: EmployeeType = { ...before, content, i18nContent, active, updatedAt: tx.origin.at }
  await tx.run(updateEmployeeType, employeeTypeRow(company, after))
  if (reworded) record(tx, { kind: 'employee_type_changed', subject: id, before, after: { ...after, active: before.active } })
  if (active !== before.active) {
    const kind = active ? 'employee_type_activated' : 'employee_type_deactivated'
    record(tx, { kind, subject: id, before: { ...after, active: before.active }, after })
  }
  return after
}
