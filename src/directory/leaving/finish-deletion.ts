import type { Reader, Tx } from '../../storage/store.ts'
import { deleteAccount, deleteKeysOf, dropDeletions, keyIdsOf } from '../../storage/tables/departures.ts'
import { holdStream } from '../../storage/tables/event-streams.ts'
import { deleteMailBinding } from '../../storage/tables/mail-bindings.ts'
import { findOrganization } from '../../storage/tables/organizations.ts'
import { dueDeletions as due } from '../../storage/tables/standings.ts'
import { accountNow } from '../accounts/find-account.ts'
import { accountsStream } from '../events.ts'
import { organizationNow } from '../organizations/find-organization.ts'
import { record } from '../record.ts'
import { blockersOf } from './blockers.ts'
import { leave } from './leave.ts'
import { readStandings } from './read-standings.ts'
import type { Standing } from './standing.ts'

export interface DueDeletion {
  readonly organization: number
  readonly uin: number
  readonly dueAt: number
}

const beforeAll: DueDeletion = { organization: 0, uin: 0, dueAt: -1 }

/** Deletions whose time has come, the longest due first, behind `after`. */
export async function dueDeletions(reader: Reader, at: number, limit: number, after = beforeAll): Promise<DueDeletion[]> {
  const { dueAt: afterDue, organization: afterOrganization, uin: afterUin } = after
  const rows = await reader.all(due, { at, afterDue, afterOrganization, afterUin, limit })
  return rows.map(({ organization, uin, due_at: dueAt }) => ({ organization, uin, dueAt }))
}

/**
 * Ends a deletion whose time has come: the account goes with its keys and its membership. What has come in its way meanwhile withdraws it; of an
 * account that is no member there is nothing to withdraw, and it is forgotten. Whoever comes second finds nothing to do. Runs in the organization's stream.
 */
export async function finishDeletion(tx: Tx, organization: number, uin: number): Promise<void> {
  if (!(await tx.first(findOrganization, { organization }))) return
  const forget = () => tx.run(dropDeletions, { organization, uins: [uin] })
  // Nobody may make a key of the account, or change it, while it goes.
  await tx.run(holdStream, { tenant: accountsStream })
  const [standing] = await readStandings(tx, await organizationNow(tx, organization), [uin])
  if (!standing) {
    await forget()
    return
  }
  if (standing.deletionDue === null || standing.deletionDue > tx.origin.at) return
  const [blocker] = blockersOf(standing, 'delete').filter(({ fact }) => fact !== 'deletion_pending')
  if (blocker) {
    await forget()
    record(tx, { kind: 'account_deletion_withdrawn', subject: String(uin), after: { why: blocker.fact } })
  } else await destroy(tx, standing)
}

async function destroy(tx: Tx, standing: Standing): Promise<void> {
  const { uin } = standing
  const { facts: _facts, organization: _left, ...account } = await accountNow(tx, uin)
  const keys = (await tx.all(keyIdsOf, { uin })).map((key) => key.secret_id)
  await leave(tx, [standing], 'deleted')
  await tx.run(deleteMailBinding, { organization: standing.organization.id, uin })
  await tx.run(deleteKeysOf, { uin })
  await tx.run(deleteAccount, { uin })
  record(tx, { tenant: accountsStream, kind: 'account_deleted', subject: String(uin), before: { ...account, keys } })
}
