/** The words that a company describes its people with. Lists of texts by locale are JSON: `[{ locale, value }]`. */
export interface VocabularyTables {
  job_families: JobFamilyRow
  /** Ids that were in use: who names one as a parent is told that it was deleted. */
  deleted_job_families: { company: string; id: string; deleted_at: number }
  job_levels: JobLevelRow
  job_titles: CompanyNameRow
  work_cities: CompanyNameRow
  employee_types: EmployeeTypeRow
  custom_attributes: CustomAttributeRow
}

export interface JobFamilyRow {
  company: string
  id: string
  name: string
  description: string
  /** Empty at the top. */
  parent: string
  i18n_name: string
  i18n_description: string
  enabled: number
  created_at: number
  updated_at: number
}

export interface JobLevelRow {
  company: string
  id: string
  name: string
  description: string
  /** Smaller first; no two are alike. */
  position: number
  i18n_name: string
  i18n_description: string
  enabled: number
  created_at: number
  updated_at: number
}

/** A job title or a work city. */
export interface CompanyNameRow {
  company: string
  id: string
  name: string
  i18n_name: string
  enabled: number
  created_at: number
}

/** An employee type that the company made; rows stay after deletion, so that a number is given once. */
export interface EmployeeTypeRow {
  company: string
  id: string
  number: number
  content: string
  i18n_content: string
  /** What no other type may have while this one is there; null after deletion, and of texts by locale when there are none. */
  content_key: string | null
  i18n_content_key: string | null
  active: number
  created_at: number
  updated_at: number
  deleted_at: number | null
}

/** A field of people that the company defined. */
export interface CustomAttributeRow {
  company: string
  id: string
  type: string
  i18n_name: string
  /** JSON: `{ type, defaultOption, list }`; null for types that have none. */
  options: string | null
  /** Whether apps may see and set it. */
  open: number
  created_at: number
  updated_at: number
}
