import type { Reader } from '../../storage/store.ts'
import { membersInOrder } from '../../storage/tables/companies/company-group-members.ts'
import type { Position } from '../paging.ts'
import type { Covering } from '../ranges/covers.ts'
import { companyGroupNow } from './find-group.ts'

export interface GroupMember {
  readonly id: string
  readonly joinedAt: number
}

export interface GroupMemberQuery {
  readonly covering: Covering
  readonly group: string
  /** What is listed: one list never holds both. */
  readonly kind: 'person' | 'department'
  readonly after?: Position | undefined
  readonly limit: number
}

/** People or departments of a group, who joined first before who joined later. Refuses with `company_group_out_of_range`, `company_group_not_found`. */
export async function listGroupMembers(reader: Reader, query: GroupMemberQuery): Promise<GroupMember[]> {
  const { covering, group, kind, after, limit } = query
  await companyGroupNow(reader, covering, group)
  const page = { company: covering.company, group, kind, at: after?.at ?? 0, member: after?.id ?? '', limit }
  return (await reader.all(membersInOrder, page)).map(({ member, joined_at }) => ({ id: member, joinedAt: joined_at }))
}
