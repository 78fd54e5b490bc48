import type { CompanyGroupRow } from '../../storage/schemas/companies.ts'

/** People are put into a normal group one by one; who is in a dynamic one follows from its rule. */
export type CompanyGroupKind = 'normal' | 'dynamic'

/** What a wire sent and the directory keeps as it was. */
export type Verbatim = Readonly<Record<string, unknown>>

/** A group of people, and of departments, of a company. */
export interface CompanyGroup {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly kind: CompanyGroupKind
  readonly rule: Verbatim | null
  readonly visibility: Verbatim | null
  readonly personCount: number
  readonly departmentCount: number
  readonly createdAt: number
  readonly updatedAt: number
}

export function companyGroupOf(row: CompanyGroupRow): CompanyGroup {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    kind: row.kind as CompanyGroupKind,
    rule: row.rule === null ? null : (JSON.parse(row.rule) as Verbatim),
    visibility: row.visibility === null ? null : (JSON.parse(row.visibility) as Verbatim),
    personCount: row.person_count,
    departmentCount: row.department_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** What is kept verbatim, as a row holds it. */
export function textOf(kept: Verbatim | null): string | null {
  return kept === null ? null : JSON.stringify(kept)
}
