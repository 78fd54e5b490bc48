import type { JobLevelRow } from '../../../storage/schemas/vocabularies.ts'
import { type Translation, translationsOf } from '../translations.ts'

/** A level of jobs of a company. */
export interface JobLevel {
  readonly id: string
  readonly name: string
  readonly description: string
  /** Smaller first; no two are alike. */
  readonly order: number
  readonly i18nName: readonly Translation[]
  readonly i18nDescription: readonly Translation[]
  /** Only an enabled one can be given to people. */
  readonly enabled: boolean
  readonly createdAt: number
  readonly updatedAt: number
}

export function jobLevelOf(row: JobLevelRow): JobLevel {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    order: row.position,
    i18nName: translationsOf(row.i18n_name),
    i18nDescription: translationsOf(row.i18n_description),
    enabled: row.enabled === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function jobLevelRow(company: string, level: JobLevel): JobLevelRow {
  return {
    company,
    id: level.id,
    name: level.name,
    description: level.description,
    position: level.order,
    i18n_name: JSON.stringify(level.i18nName),
    i18n_description: JSON.stringify(level.i18nDescription),
    enabled: level.enabled ? 1 : 0,
    created_at: level.createdAt,
    updated_at: level.updatedAt,
  }
}
