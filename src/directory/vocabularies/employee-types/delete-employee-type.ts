import type { Tx } from '../../../storage/store.ts'
import { updateEmployeeType } from '../../../storage/tables/vocabularies/employee-types.ts'
import { record } from '../../record.ts'
import { employeeTypeRow } from './employee-type.ts'
import { customEmployeeTypeNow } from './find-employee-type.ts'

/**
 * Deletes a type of the company's own, whose number is never given again; people keep it. Runs in the company's stream.
 * Refuses with `employee_type_not_found`, `employee_type_built_in`.
 */
export async function deleteEmployeeType(tx: Tx, company: string, id: string): Promise<void> {
  const type = await customEmployeeTypeNow(tx, company, id)
  const { at } = tx.origin
  const row = employeeTypeRow(company, { ...type, updatedAt: at })
  await tx.run(updateEmployeeType, { ...row, content_key: null, i18n_content_key: null, deleted_at: at })
  record(tx, { kind: 'employee_type_deleted', subject: id, before: type })
}
