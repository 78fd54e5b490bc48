import type { Tx } from '../../storage/store.ts'
import { insertMember } from '../../storage/tables/members.ts'
import { organizationStream } from '../events.ts'
import { claimAccount } from '../invariants/one-organization.ts'
import { record } from '../record.ts'
import { leastPermissions, type Member, memberRow } from './member.ts'

/** What a new member is told by; the rest has its default. */
export type NewMember = Pick<Member, 'organization' | 'uin' | 'node' | 'name' | 'kind'> & Partial<Member>

/**
 * Gives an account its place: however it came in, by creation, by an invitation or from outside, it comes in here.
 * An account that an organization created may not quit. Refuses with `already_in_organization`.
 */
export async function addMember(tx: Tx, given: NewMember): Promise<Member> {
  const member: Member = {
    mayQuit: given.kind === 'created' ? 'denied' : 'allowed',
    remark: '',
    permissions: leastPermissions,
    askedPermissions: null,
    payer: null,
    askedPayer: null,
    tags: [],
    joinedAt: tx.origin.at,
    updatedAt: tx.origin.at,
    ...given,
  }
  await claimAccount(tx, member.uin, member.organization)
  await tx.run(insertMember, memberRow(member))
  const { organization, node } = member
  record(tx, {
    tenant: organizationStream(organization),
    kind: 'account_joined',
    subject: String(member.uin),
    after: { organization, node },
  })
  return member
}
