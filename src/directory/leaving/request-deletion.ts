import type { Reader, Tx } from '../../storage/store.ts'
import { insertDeletion } from '../../storage/tables/departures.ts'
import { organizationNow } from '../organizations/find-organization.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { requireFree } from './blockers.ts'
import { readStandings } from './read-standings.ts'
import type { Standing } from './standing.ts'

/** Where one member stands. Refuses with `organization_not_found`, `member_not_found`. */
export async function standingNow(reader: Reader, organization: number, uin: number): Promise<Standing> {
  const [standing] = await readStandings(reader, await organizationNow(reader, organization), [uin])
  if (!standing) throw new Refused({ fact: 'member_not_found', uin })
  return standing
}

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
