import type { Reader } from '../../storage/store.ts'
import { roleMembersInOrder } from '../../storage/tables/roles-and-units/company-role-members.ts'
import { type Covering, coveredPeople } from '../ranges/covers.ts'
import { companyRoleNow } from './find-role.ts'
import { membersAmong } from './judge-members.ts'
import type { RoleMember } from './role.ts'

/** Where a list of members was left. */
export interface RoleMemberPosition {
  readonly at: number
  readonly person: string
}

/**
 * Members of a role in the order in which they came. Who is beyond the range is passed over, so a page may hold fewer than `limit` and still have
 * a next one. Refuses with `company_role_not_found`.
 */
export async function listRoleMembers(
  reader: Reader,
  covering: Covering,
  role: string,
  { after = { at: 0, person: '' }, limit }: { after?: RoleMemberPosition | undefined; limit: number },
): Promise<{ items: RoleMember[]; next?: RoleMemberPosition }> {
  const { company } = covering
  await companyRoleNow(reader, company, role)
  const rows = await reader.all(roleMembersInOrder, { company, role, ...after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const people = page.map(({ person }) => person)
  const covered = await coveredPeople(reader, covering, people)
  const members = await membersAmong(reader, company, role, people)
  const items = people.flatMap((person) => (covered.has(person) ? (members.get(person) ?? []) : []))
  const last = page.at(-1)
  return { items, ...(last && rows.length > limit && { next: { at: last.joined_at, person: last.person } }) }
}
