import type { CompanyNameRow } from '../../../storage/schemas/vocabularies.ts'
import type { NameTable } from '../../../storage/tables/vocabularies/company-names.ts'
import { type Translation, translationsOf } from '../translations.ts'

export type { NameTable } from '../../../storage/tables/vocabularies/company-names.ts'

/** A job title or a work city of a company. It comes into being when a person is first given it. */
export interface CompanyName {
  readonly id: string
  readonly name: string
  readonly i18nName: readonly Translation[]
  /** Only an enabled one can be given to people. */
  readonly enabled: boolean
  readonly createdAt: number
}

export function companyNameOf(row: CompanyNameRow): CompanyName {
  return { id: row.id, name: row.name, i18nName: translationsOf(row.i18n_name), enabled: row.enabled === 1, createdAt: row.created_at }
}

export function companyNameRow(company: string, name: CompanyName): CompanyNameRow {
  return {
    company,
    id: name.id,
    name: name.name,
    i18n_name: JSON.stringify(name.i18nName),
    enabled: name.enabled ? 1 : 0,
    created_at: name.createdAt,
  }
}

/** How each kind of names is called in limits and events. */
export const nameKinds = {
  job_titles: { limit: 'jobTitles', created: 'job_title_created', changed: 'job_title_changed' },
  work_cities: { limit: 'workCities', created: 'work_city_created', changed: 'work_city_changed' },
} as const satisfies Record<NameTable, object>
