import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../storage/store.ts'
import { renameAccount as rename } from '../../storage/tables/accounts.ts'
import { holdStream } from '../../storage/tables/event-streams.ts'
import { updateMember } from '../../storage/tables/members.ts'
import { accountNow } from '../accounts/find-account.ts'
import { accountsStream } from '../events.ts'
import { requireFreeAccountName, requireFreeMemberName } from '../invariants/member-names.ts'
import { type Organization, organizationNow } from '../organizations/find-organization.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { memberNow } from './find-member.ts'
import { type Member, memberRow } from './member.ts'
import { judgePayers } from './pay-on-behalf.ts'
import { requireOneCompany, requirePayer } from './payers.ts'
import { payOnBehalf, requirePayerNamed, requirePermissions } from './permissions.ts'

/** What is absent stays. */
export interface MemberChange {
  readonly name?: string | undefined
  readonly remark?: string | undefined
  readonly permissions?: readonly number[] | undefined
  /** Named with the permission to pay on behalf, and only then; the permissions that are there count when none are given. */
  readonly payer?: number | undefined
  readonly mayQuit?: Member['mayQuit'] | undefined
  /** Its account takes the member's name. */
  readonly renameAccount?: boolean | undefined
}

/**
 * Changes what an organization says of a member. More permissions over an invited member wait for its consent, and meanwhile no
 * others can be asked for. Who is paid for may not quit. Runs in the organization's stream. Refuses with `member_not_found`,
 * `managers_place_fixed`, `member_name_taken`, `account_name_taken`, `change_waits_for_consent`, `created_member_never_quits`, `quit_denied_by_payer`,
 * and as `requirePermissions`, `requirePayerNamed`, `requirePayer`, `requireOneCompany` and `judgePayers` do.
 */
export async function changeMember(tx: Tx, organization: number, uin: number, change: MemberChange): Promise<Member> {
  const place = await organizationNow(tx, organization)
  const before = await memberNow(tx, organization, uin)
  const { name = before.name, remark = before.remark, mayQuit = before.mayQuit } = change
  const money = change.permissions !== undefined || change.payer !== undefined
  if (uin === place.managerUin && (money || change.mayQuit !== undefined)) throw new Refused({ fact: 'managers_place_fixed', uin })
  if (name !== before.name) await requireFreeMemberName(tx, organization, name)
  const named = { ...before, name, remark, mayQuit }
  const after = guardQuitting(money ? await withPermissions(tx, place, named, change) : named, before, change)
  const saved = await saveMember(tx, before, after)
  if (change.renameAccount) await renameAccount(tx, saved)
  return saved
}

/** Writes what differs, and records it; nothing when nothing does. */
export async function saveMember(
  tx: Tx,
  before: Member,
  after: Member,
  kind: 'member_changed' | 'member_change_confirmed' = 'member_changed',
): Promise<Member> {
  if (isDeepStrictEqual(before, after)) return before
  const saved: Member = { ...after, updatedAt: tx.origin.at }
  const { node: _node, kind: _kind, joined_at: _joined, ...row } = memberRow(saved)
  await tx.run(updateMember, row)
  record(tx, { kind, subject: String(before.uin), before: told(before, after), after: told(after, before) })
  return saved
}

/** The members of `one` that differ in `other`. */
function told(one: Member, other: Member): object {
  return Object.fromEntries(
    Object.entries(one).filter(([name, value]) => name !== 'updatedAt' && !isDeepStrictEqual(value, other[name as keyof Member])),
  )
}

async function withPermissions(tx: Tx, organization: Organization, member: Member, change: MemberChange): Promise<Member> {
  if (member.askedPermissions) throw new Refused({ fact: 'change_waits_for_consent', uin: member.uin })
  const permissions = change.permissions
    ? requirePermissions(change.permissions, organization.facts.openedPermissions)
    : [...member.permissions]
  const payer = change.payer ?? null
  requirePayerNamed(permissions, payer)
  const account = await accountNow(tx, member.uin)
  if (payer !== null) await requirePayer(tx, organization, payer, account)
  await requireOneCompany(tx, organization, member.uin, permissions, payer)
  await judgePayers(tx, account, member.payer, payer)
  const widened = permissions.some((permission) => !member.permissions.includes(permission))
  if (member.kind === 'invited' && widened) return { ...member, askedPermissions: permissions, askedPayer: payer }
  return paidBy(member, permissions, payer)
}

/** The member with these permissions in force; who is paid for may not quit. */
export function paidBy(member: Member, permissions: readonly number[], payer: number | null): Member {
  const mayQuit = permissions.includes(payOnBehalf) ? 'denied' : member.mayQuit
  return { ...member, permissions, payer, mayQuit, askedPermissions: null, askedPayer: null }
}

function guardQuitting(after: Member, before: Member, change: MemberChange): Member {
  if (change.mayQuit !== 'allowed') return after
  if (before.kind === 'created') throw new Refused({ fact: 'created_member_never_quits', uin: before.uin })
  const payer = after.payer ?? after.askedPayer
  const asked = after.payer === null && before.askedPayer !== null
  if (payer !== null) throw new Refused({ fact: 'quit_denied_by_payer', uin: before.uin, payer, asked })
  return after
}

async function renameAccount(tx: Tx, { organization, uin, name }: Member): Promise<void> {
  // Nobody may change the account between reading and writing it.
  await tx.run(holdStream, { tenant: accountsStream })
  const before = (await accountNow(tx, uin)).name
  if (before === name) return
  await requireFreeAccountName(tx, organization, name, uin)
  await tx.run(rename, { uin, name })
  record(tx, { tenant: accountsStream, kind: 'account_changed', subject: String(uin), before: { name: before }, after: { name } })
}
