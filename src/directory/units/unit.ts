import type { UnitRow } from '../../storage/schemas/roles-and-units.ts'

/** A unit of a company, to which departments are bound: each to one at most. */
export interface Unit {
  readonly id: string
  readonly name: string
  /** Any text; stays as it is. */
  readonly type: string
  readonly createdAt: number
  readonly updatedAt: number
}

export function unitOf(row: UnitRow): Unit {
  return { id: row.id, name: row.name, type: row.unit_type, createdAt: row.created_at, updatedAt: row.updated_at }
}
