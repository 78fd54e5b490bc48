import type { EmployeeTypeRow } from '../../../storage/schemas/vocabularies.ts'
import { type Translation, translationsOf } from '../translations.ts'

/** What kind of employment people of a company can have. */
export interface EmployeeType {
  readonly id: string
  /** What people carry. Given once. */
  readonly number: number
  readonly content: string
  readonly i18nContent: readonly Translation[]
  readonly builtIn: boolean
  /** Only an active one can be given to people. */
  readonly active: boolean
  readonly createdAt: number
  readonly updatedAt: number
}

export function employeeTypeOf(row: EmployeeTypeRow): EmployeeType {
  return {
    id: row.id,
    number: row.number,
    content: row.content,
    i18nContent: translationsOf(row.i18n_content),
    builtIn: false,
    active: row.active === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** The row of a type that is there. */
export function employeeTypeRow(company: string, type: EmployeeType): EmployeeTypeRow {
  const texts = JSON.stringify(type.i18nContent)
  return {
    company,
    id: type.id,
    number: type.number,
    content: type.content,
    i18n_content: texts,
    content_key: type.content,
    i18n_content_key: type.i18nContent.length > 0 ? texts : null,
    active: type.active ? 1 : 0,
    created_at: type.createdAt,
    updated_at: type.updatedAt,
    deleted_at: null,
  }
}
