import { deleteMembers, insertMembers } from '../../storage/tables/synchronization/members.ts'
import { record } from '../record.ts'
import type { Tx } from '../session.ts'
import type { MemberDifference } from './judge-members.ts'

/** Writes who goes and who comes in, one event each; counting them is left to the caller. */
export async function keepMembers(tx: Tx, zone: string, group: string, { joining, leaving }: MemberDifference): Promise<void> {
  if (leaving.length > 0) await tx.run(deleteMembers, { zone, group, numbers: leaving.map(({ number }) => number) })
  if (joining.length > 0) await tx.run(insertMembers, { zone, group, rows: joining.map(({ number }) => [number, tx.origin.at] as const) })
  for (const { user_id: user, joined_at: joinedAt } of leaving) {
    record(tx, { kind: 'member_removed', subject: group, before: { user, joinedAt } })
  }
  for (const { id: user } of joining) record(tx, { kind: 'member_added', subject: group, after: { user } })
}
