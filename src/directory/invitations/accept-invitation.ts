import type { Tx } from '../../storage/store.ts'
import { findNode } from '../../storage/tables/nodes.ts'
import { affiliationOf } from '../../storage/tables/organizations.ts'
import type { Account } from '../accounts/account.ts'
import { accountNow } from '../accounts/find-account.ts'
import { requireFreeMemberName } from '../invariants/member-names.ts'
import { requireRoomForMember } from '../invariants/member-quota.ts'
import { addMember } from '../members/add-member.ts'
import type { Member } from '../members/member.ts'
import { judgePayers } from '../members/pay-on-behalf.ts'
import { requireOneCompany, requirePayer } from '../members/payers.ts'
import { organizationNow } from '../organizations/find-organization.ts'
import { Refused } from '../refusals.ts'
import { closeInvitation } from './close-invitation.ts'
import { receivedInvitation, requireOpen } from './find-invitation.ts'

/**
 * The invited account joins on the terms of the invitation; in the root when its node is gone by now.
 * Runs in the stream of the organization that sent it.
 * Refuses with `invitation_not_found`, `already_in_organization`, `invitation_closed`, `member_quota_reached`, `member_name_taken`,
 * and as `requirePayer`, `requireOneCompany` and `judgePayers` do.
 */
export async function acceptInvitation(tx: Tx, account: Account, id: number): Promise<Member> {
  const invitation = await receivedInvitation(tx, account.uin, id)
  const present = await tx.first(affiliationOf, { uin: account.uin })
  if (present) throw new Refused({ fact: 'already_in_organization', organization: present.organization })
  requireOpen(invitation, tx.origin.at)

  const { organization, uin, node, name, remark, permissions, payer, mayQuit, tags } = invitation
  const place = await organizationNow(tx, organization)
  await requireRoomForMember(tx, place)
  // Name, payer and company were right when they were offered; members and accounts have changed since.
  await requireFreeMemberName(tx, organization, name)
  if (payer !== null) await requirePayer(tx, place, payer, account)
  await requireOneCompany(tx, place, uin, permissions, payer)
  await judgePayers(tx, await accountNow(tx, uin), null, payer)

  await closeInvitation(tx, invitation, 'accepted')
  const home = (await tx.first(findNode, { organization, node })) ? node : place.rootNode
  return addMember(tx, { organization, uin, node: home, name, kind: 'invited', remark, permissions, payer, mayQuit, tags })
}
