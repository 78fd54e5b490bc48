import type { Tx } from '../../storage/store.ts'
import { deleteMembers, disaffiliate, dropDeletions, dropOpenBindings } from '../../storage/tables/departures.ts'
import { askedToBePaidFor } from '../../storage/tables/standings.ts'
import { organizationStream } from '../events.ts'
import { saveMember } from '../members/change-member.ts'
import { memberFrom } from '../members/member.ts'
import { record } from '../record.ts'
import type { Standing } from './standing.ts'

/**
 * Ends memberships that may end, with all that belongs to them. A deletion that was asked for is withdrawn: the organization has no say over
 * the account any more. Runs in the organization's stream; every way out of an organization goes through here.
 */
export async function leave(tx: Tx, standings: readonly Standing[], how: 'removed' | 'quit' | 'deleted'): Promise<void> {
  const [first] = standings
  if (!first) return
  const organization = first.organization.id
  const some = { organization, uins: standings.map(({ uin }) => uin) }
  await tx.run(dropOpenBindings, some)
  await withdrawAsked(tx, some)
  await tx.run(dropDeletions, some)
  await tx.run(disaffiliate, some)
  await tx.run(deleteMembers, some)
  const tenant = organizationStream(organization)
  for (const { uin, name, node, kind, deletionDue } of standings) {
    const subject = String(uin)
    if (deletionDue !== null && how !== 'deleted') record(tx, { tenant, kind: 'account_deletion_withdrawn', subject, after: { why: how } })
    record(tx, { tenant, kind: 'account_left', subject, before: { organization, node, name, kind }, after: { how } })
  }
}

/** Whoever was asked to let one of these pay for it is asked no more. */
async function withdrawAsked(tx: Tx, some: { organization: number; uins: readonly number[] }): Promise<void> {
  for (const row of await tx.all(askedToBePaidFor, some)) {
    const before = memberFrom(row)
    await saveMember(tx, before, { ...before, askedPermissions: null, askedPayer: null })
  }
}
