import type { GroupRow } from '../../storage/schema.ts'
import type { Owner } from '../users/user.ts'

export interface Group {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly owner: Owner
  readonly memberCount: number
  readonly createdAt: number
  readonly updatedAt: number
}

export function groupFrom(row: GroupRow): Group {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    owner: row.owner as Owner,
    memberCount: row.member_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
