import type { Tx } from '../../storage/store.ts'
import { findMember } from '../../storage/tables/members.ts'
import { accountNow } from '../accounts/find-account.ts'
import { requireFreeMemberName } from '../invariants/member-names.ts'
import { addMember } from '../members/add-member.ts'
import { type Member, memberFrom } from '../members/member.ts'
import { organizationNow } from './find-organization.ts'

/**
 * Places an account that belongs to no organization in the root node; one that is in this organization already stays where it is.
 * It has the account's name as a member. An account that this organization created may not quit. Runs in the organization's stream.
 * Refuses with `organization_not_found`, `account_not_found`, `already_in_organization`, `member_name_taken`.
 */
export async function joinOrganization(tx: Tx, organization: number, uin: number): Promise<Member> {
  const { rootNode } = await organizationNow(tx, organization)
  const { name, createdIn, organization: elsewhere } = await accountNow(tx, uin)
  const present = await tx.first(findMember, { organization, uin })
  if (present) return memberFrom(present)
  // An account that is elsewhere is refused for that, whatever its name.
  if (elsewhere === null) await requireFreeMemberName(tx, organization, name)
  return addMember(tx, { organization, uin, node: rootNode, name, kind: createdIn === organization ? 'created' : 'invited' })
}
