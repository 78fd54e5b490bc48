import { attributeOf } from '../../../directory/vocabularies/custom-attributes/custom-attribute.ts'
import { type Translation, translationsOf } from '../../../directory/vocabularies/translations.ts'
import type { UnitRow } from '../../../storage/schemas/roles-and-units.ts'
import type {
  CompanyNameRow,
  CustomAttributeRow,
  EmployeeTypeRow,
  JobFamilyRow,
  JobLevelRow,
} from '../../../storage/schemas/vocabularies.ts'
import { timeText } from '../times.ts'
import type { CompanyNames } from './company-names.ts'

/** A text by language as documents write it. */
const byLocale = (texts: readonly Translation[]): Record<string, string> =>
  Object.fromEntries(texts.map(({ locale, value }) => [locale, value]))

const translated = (json: string) => byLocale(translationsOf(json))
const times = (row: { created_at: number; updated_at: number }) => ({
  createdAt: timeText(row.created_at),
  updatedAt: timeText(row.updated_at),
})

export function attributeContent(row: CustomAttributeRow) {
  const { id, type, i18nName, options, open } = attributeOf(row)
  return {
    id,
    type,
    i18nName: byLocale(i18nName),
    options: options?.list.map(({ id, value, name }) => ({ id, value, ...(name !== '' && { name }) })),
    defaultOption: options?.defaultOption || undefined,
    open,
    ...times(row),
  }
}

export function employeeTypeContent(row: EmployeeTypeRow) {
  return {
    content: row.content,
    id: row.id,
    number: row.number,
    i18nContent: translated(row.i18n_content),
    active: row.active === 1,
    ...times(row),
    deletedAt: row.deleted_at === null ? undefined : timeText(row.deleted_at),
  }
}

export function familyContent(row: JobFamilyRow, names: CompanyNames) {
  return {
    name: row.name,
    id: row.id,
    parent: row.parent === '' ? undefined : names.family(row.parent),
    description: row.description,
    i18nName: translated(row.i18n_name),
    i18nDescription: translated(row.i18n_description),
    enabled: row.enabled === 1,
    ...times(row),
  }
}

export function levelContent(row: JobLevelRow) {
  return {
    name: row.name,
    id: row.id,
    order: row.position,
    description: row.description,
    i18nName: translated(row.i18n_name),
    i18nDescription: translated(row.i18n_description),
    enabled: row.enabled === 1,
    ...times(row),
  }
}

export function nameContent(row: CompanyNameRow) {
  const { name, id, i18n_name, enabled, created_at } = row
  return { name, id, i18nName: translated(i18n_name), enabled: enabled === 1, createdAt: timeText(created_at) }
}

export function unitContent(row: UnitRow) {
  return { name: row.name, type: row.unit_type, id: row.id, ...times(row) }
}
