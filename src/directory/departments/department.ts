import type { DepartmentRow } from '../../storage/schemas/companies.ts'

export interface Leader {
  readonly person: string
  /** 1 the main leader, 2 a deputy. */
  readonly kind: number
}

/** A department of a company; ids of people and departments are those that are for ever. */
export interface Department {
  readonly id: string
  readonly code: string
  readonly parent: string
  readonly name: string
  /** By locale: `zh_cn`, `ja_jp`, `en_us`. */
  readonly i18nName: Readonly<Record<string, string>>
  readonly position: number
  readonly leaders: readonly Leader[]
  /** Partners of human resources. */
  readonly partners: readonly string[]
  readonly unit: string | null
  readonly chat: string | null
  readonly chatEmployeeTypes: readonly number[]
  /** People of it and of everything below it, each once, without who resigned. */
  readonly people: number
  readonly primaryPeople: number
  readonly codeChanges: number
  readonly createdAt: number
}

export function departmentOf(row: DepartmentRow): Department {
  return {
    id: row.id,
    code: row.code,
    parent: row.parent,
    name: row.name,
    i18nName: JSON.parse(row.i18n_name) as Record<string, string>,
    position: row.position,
    leaders: JSON.parse(row.leaders) as Leader[],
    partners: JSON.parse(row.partners) as string[],
    unit: row.unit,
    chat: row.chat,
    chatEmployeeTypes: JSON.parse(row.chat_employee_types) as number[],
    people: row.people,
    primaryPeople: row.primary_people,
    codeChanges: row.code_changes,
    createdAt: row.created_at,
  }
}

/** The row of a department as it is written at a time. */
export function departmentRow(company: string, department: Department, at: number): DepartmentRow {
  return {
    company,
    id: department.id,
    code: department.code,
    code_changes: department.codeChanges,
    parent: department.parent,
    name: department.name,
    i18n_name: JSON.stringify(department.i18nName),
    position: department.position,
    leaders: JSON.stringify(department.leaders),
    partners: JSON.stringify(department.partners),
    unit: department.unit,
    chat: department.chat,
    chat_employee_types: JSON.stringify(department.chatEmployeeTypes),
    people: department.people,
    primary_people: department.primaryPeople,
    created_at: department.createdAt,
    updated_at: at,
  }
}
