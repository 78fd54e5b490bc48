import type { Tx } from '../../../storage/store.ts'
import { countEmployeeTypes, insertEmployeeType } from '../../../storage/tables/vocabularies/employee-types.ts'
import { companyNow } from '../../companies/find-company.ts'
import type { Ports } from '../../ports.ts'
import { record } from '../../record.ts'
import { Refused } from '../../refusals.ts'
import { type Translation, translations } from '../translations.ts'
import { builtInTypes, typeId } from './built-in.ts'
import { type EmployeeType, employeeTypeRow } from './employee-type.ts'
import { requireFreeContent, requireShortContent } from './free-content.ts'

export interface NewEmployeeType {
  readonly content: string
  readonly i18nContent?: readonly Partial<Translation>[] | undefined
  readonly active: boolean
}

/**
 * Adds a type with the number behind the last that was given. Runs in the company's stream. Refuses with `employee_type_content_too_long`,
 * `employee_type_content_taken`, `employee_type_translations_taken`, `employee_type_limit_reached`.
 */
export async function createEmployeeType(tx: Tx, { ids }: Ports, company: string, wanted: NewEmployeeType): Promise<EmployeeType> {
  const { content, active } = wanted
  const i18nContent = translations(wanted.i18nContent)
  requireShortContent({ content, i18nContent })
  await requireFreeContent(tx, company, { content, i18nContent })
  const { employeeTypes: most } = (await companyNow(tx, company)).facts.limits
  const { n = 0, last = null } = (await tx.first(countEmployeeTypes, { company })) ?? {}
  if (n >= most) throw new Refused({ fact: 'employee_type_limit_reached', most })
  const at = tx.origin.at
  const created: EmployeeType = {
    id: typeId(ids.hex(32)),
    number: (last ?? builtInTypes.length) + 1,
    content,
    i18nContent,
    builtIn: false,
    active,
    createdAt: at,
    updatedAt: at,
  }
  await tx.run(insertEmployeeType, employeeTypeRow(company, created))
  record(tx, { kind: 'employee_type_created', subject: created.id, after: created })
  return created
}
