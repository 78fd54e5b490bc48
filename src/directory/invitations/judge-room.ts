import type { Tx } from '../../storage/store.ts'
import { countOpenInvitations, openInvitationNamed } from '../../storage/tables/invitations.ts'
import { countMembers } from '../../storage/tables/members.ts'
import { requireFreeMemberName } from '../invariants/member-names.ts'
import type { Organization } from '../organizations/find-organization.ts'
import { Refused } from '../refusals.ts'

/** Members, and accounts that are invited, have names of their own. Refuses with `member_name_taken`, `invitation_name_taken`. */
export async function requireFreeName(tx: Tx, organization: number, name: string): Promise<void> {
  await requireFreeMemberName(tx, organization, name)
  const open = await tx.first(openInvitationNamed, { organization, name, at: tx.origin.at })
  if (open) throw new Refused({ fact: 'invitation_name_taken', name, uin: open.uin })
}

/** An open invitation keeps a member's place. Refuses with `invitation_quota_reached`, `member_places_taken`. */
export async function requireRoom(tx: Tx, { id, limits }: Organization): Promise<void> {
  const open = (await tx.first(countOpenInvitations, { organization: id, at: tx.origin.at }))?.n ?? 0
  if (open >= limits.openInvitations) throw new Refused({ fact: 'invitation_quota_reached', quota: limits.openInvitations })
  const members = (await tx.first(countMembers, { organization: id }))?.n ?? 0
  if (members + open >= limits.members) throw new Refused({ fact: 'member_places_taken', quota: limits.members, members, open })
}
