import type { Tx } from '../../storage/store.ts'
import { accountNow } from '../accounts/find-account.ts'
import { organizationNow } from '../organizations/find-organization.ts'
import { Refused } from '../refusals.ts'
import { paidBy, saveMember } from './change-member.ts'
import { memberNow } from './find-member.ts'
import type { Member } from './member.ts'
import { judgePayers } from './pay-on-behalf.ts'
import { requireOneCompany, requirePayer } from './payers.ts'

/**
 * A member's answer to the permissions that its manager asks for: they come into force, or all stays as it was. What must hold of the
 * payer is looked at again. Runs in the organization's stream.
 * Refuses with `organization_not_found`, `member_not_found`, `no_change_waits`, and as `requirePayer`, `requireOneCompany` and `judgePayers` do.
 */
export async function answerAskedPermissions(tx: Tx, organization: number, uin: number, consents: boolean): Promise<Member> {
  const place = await organizationNow(tx, organization)
  const before = await memberNow(tx, organization, uin)
  const { askedPermissions: asked, askedPayer: payer } = before
  if (!asked) throw new Refused({ fact: 'no_change_waits', uin })
  if (!consents) return saveMember(tx, before, { ...before, askedPermissions: null, askedPayer: null })
  const account = await accountNow(tx, uin)
  if (payer !== null) await requirePayer(tx, place, payer, account)
  await requireOneCompany(tx, place, uin, asked, payer)
  await judgePayers(tx, account, before.payer, payer)
  return saveMember(tx, before, paidBy(before, asked, payer), 'member_change_confirmed')
}
