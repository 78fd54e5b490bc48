import type { Tx } from '../../storage/store.ts'
import { insertDeletion } from '../../storage/tables/departures.ts'
import { record } from '../record.ts'
import { requireFree } from './blockers.ts'
import { standingNow } from './read-standings.ts'

/**
 * Asks for an account of the organization to be deleted for good: that is done behind the call, when the review's time is over. Runs in the
 * organization's stream. Refuses with `organization_not_found`, `member_not_found`, and the first blocker.
 */
export async function requestDeletion(tx: Tx, organization: number, uin: number): Promise<void> {
  const standing = await standingNow(tx, organization, uin)
  requireFree(standing, 'delete')
  const { at } = tx.origin
  const dueAt = at + standing.organization.limits.deletionReviewSeconds * 1000
  await tx.run(insertDeletion, { organization, uin, requested_at: at, due_at: dueAt })
  record(tx, { kind: 'account_deletion_requested', subject: String(uin), after: { dueAt } })
}
