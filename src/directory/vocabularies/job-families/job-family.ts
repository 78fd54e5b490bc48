import type { JobFamilyRow } from '../../../storage/schemas/vocabularies.ts'
import { type Translation, translationsOf } from '../translations.ts'

/** A family of jobs of a company; families form a tree. */
export interface JobFamily {
  readonly id: string
  readonly name: string
  readonly description: string
  /** Empty at the top. */
  readonly parent: string
  readonly i18nName: readonly Translation[]
  readonly i18nDescription: readonly Translation[]
  /** Only an enabled one can be a parent or be given to people. */
  readonly enabled: boolean
  readonly createdAt: number
  readonly updatedAt: number
}

export function jobFamilyOf(row: JobFamilyRow): JobFamily {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    parent: row.parent,
    i18nName: translationsOf(row.i18n_name),
    i18nDescription: translationsOf(row.i18n_description),
    enabled: row.enabled === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function jobFamilyRow(company: string, family: JobFamily): JobFamilyRow {
  return {
    company,
    id: family.id,
    name: family.name,
    description: family.description,
    parent: family.parent,
    i18n_name: JSON.stringify(family.i18nName),
    i18n_description: JSON.stringify(family.i18nDescription),
    enabled: family.enabled ? 1 : 0,
    created_at: family.createdAt,
    updated_at: family.updatedAt,
  }
}
