import type { GroupRow } from '../../storage/schemas/zones.ts'
import { folded, type Owner } from '../users/user.ts'

export interface Group {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly owner: Owner
  readonly memberCount: number
  readonly createdAt: number
  /** When the group itself was last changed; who comes and goes is told by `membersChangedAt`. */
  readonly updatedAt: number
  /** 0 when nobody came or went since the group was made. */
  readonly membersChangedAt: number
  /** Its id at its source; empty when it has none. Several may have the same. */
  readonly externalId: string
  /** Goes up with every change, of its members too. */
  readonly version: number
  /** Goes up when one of its members comes to be called something else, which is no change of the group. */
  readonly namesVersion: number
}

export interface NewGroup {
  readonly name: string
  readonly description?: string
  readonly owner?: Owner
  readonly externalId?: string
}

/** An empty group with what is usual where nothing was said. */
export function newGroup(id: string, wanted: NewGroup, at: number): Group {
  return {
    id,
    name: wanted.name,
    description: wanted.description ?? '',
    owner: wanted.owner ?? 'manual',
    memberCount: 0,
    createdAt: at,
    updatedAt: at,
    membersChangedAt: 0,
    externalId: wanted.externalId ?? '',
    version: 1,
    namesVersion: 0,
  }
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
    membersChangedAt: row.members_changed_at,
    externalId: row.external_id,
    version: row.version,
    namesVersion: row.names_version,
  }
}

/** A new group as it is kept, without its number. */
export function groupRow(
  zone: string,
  group: Group,
): Omit<GroupRow, 'updated_at' | 'version' | 'members_changed_at' | 'names_version' | 'number'> {
  return {
    zone,
    id: group.id,
    name: group.name,
    name_key: folded(group.name),
    description: group.description,
    owner: group.owner,
    member_count: group.memberCount,
    created_at: group.createdAt,
    external_id: group.externalId,
  }
}
