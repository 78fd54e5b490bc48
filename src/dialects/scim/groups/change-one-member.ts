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
export function onlyMember({ members, ...rest }: SyncedGroupChange): OneMember | undefined {
  if (Object.keys(rest).length > 0 || !members || 'whole' in members) return undefined
  const [one, ...more] = [
    ...members.add.map((user): OneMember => ({ kind: 'add', user })),
    ...members.remove.map((user): OneMember => ({ kind: 'remove', user })),
  ]
  return more.length === 0 ? one : undefined
}

/** Shares its commit with all that waits at the same time: most changes of most sources are of this kind. */
export async function changeOneMember({ session, zone, base }: Call, group: string, { kind, user }: OneMember): Promise<Reply> {
  const outcome = await session.submit(changeMemberships, zone.id, { kind, group, user, by: 'source' })
  if (!outcome.done) throw new Refused(outcome.refusal)
  return emptyReply({ location: groupLocation(base, group) })
}
