import { changeMemberships } from '../../../directory/groups/change-memberships.ts'
import { Refused } from '../../../directory/refusals.ts'
import type { SyncedGroupChange } from '../../../directory/synchronization/change-synced-group.ts'
import type { Call } from '../call.ts'
import { emptyReply, type Reply } from '../reply.ts'
import { groupLocation } from './group-resource.ts'

interface OneMember {
  readonly kind: 'add' | 'remove'
  readonly user: string
}

/** The only member of whom the change speaks, when it speaks of nothing else. */
export function onlyMember({ name, externalId, members }: SyncedGroupChange): OneMember | undefined {
  if (name !== undefined || externalId !== undefined || !members || 'whole' in members) return undefined
  const { add, remove } = members
  if (add.length + remove.length !== 1) return undefined
  const [joining] = add
  return joining === undefined ? { kind: 'remove', user: remove[0] as string } : { kind: 'add', user: joining }
}

/** Shares its commit with all that waits at the same time: most changes of most sources are of this kind. */
export async function changeOneMember({ session, zone, base }: Call, group: string, { kind, user }: OneMember): Promise<Reply> {
  const outcome = await session.submit(changeMemberships, zone.id, { kind, group, user, by: 'source' })
  if (!outcome.done) throw new Refused(outcome.refusal)
  return emptyReply({ location: groupLocation(base, group) })
}
