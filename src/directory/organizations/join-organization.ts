import type { MemberRow } from '../../storage/schema.ts'
import type { Tx } from '../../storage/store.ts'
import { findMember, insertMember } from '../../storage/tables/organizations.ts'
import { accountNow } from '../accounts/find-account.ts'
import { claimAccount } from '../invariants/one-organization.ts'
import { record } from '../record.ts'
import { organizationNow } from './find-organization.ts'

/** An account's place in an organization. */
export interface Member {
  readonly organization: number
  readonly uin: number
  readonly node: number
  readonly name: string
  readonly kind: 'invited' | 'created'
  readonly mayQuit: 'allowed' | 'denied'
  readonly joinedAt: number
}

function memberFrom(row: MemberRow): Member {
  return {
    organization: row.organization,
    uin: row.uin,
    node: row.node,
    name: row.name,
    kind: row.kind as Member['kind'],
    mayQuit: row.may_quit as Member['mayQuit'],
    joinedAt: row.joined_at,
  }
}

/**
 * Places an account that belongs to no organization in the root node; one that is in this organization already stays where it is.
 * An account that this organization created may not quit. Runs in the organization's stream.
 * Refuses with `organization_not_found`, `account_not_found`, `already_in_organization`.
 */
export async function joinOrganization(tx: Tx, organization: number, uin: number): Promise<Member> {
  const { rootNode } = await organizationNow(tx, organization)
  const { name, createdIn } = await accountNow(tx, uin)
  const present = await tx.first(findMember, { organization, uin })
  if (present) return memberFrom(present)

  await claimAccount(tx, uin, organization)
  const created = createdIn === organization
  const row: MemberRow = {
    organization,
    uin,
    node: rootNode,
    name,
    kind: created ? 'created' : 'invited',
    may_quit: created ? 'denied' : 'allowed',
    joined_at: tx.origin.at,
  }
  await tx.run(insertMember, row)
  record(tx, { kind: 'account_joined', subject: String(uin), after: { organization, node: rootNode } })
  return memberFrom(row)
}
