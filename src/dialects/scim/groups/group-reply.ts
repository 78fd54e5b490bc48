import type { Group } from '../../../directory/groups/group.ts'
import { membersOf } from '../../../directory/groups/members-of.ts'
import type { Reader } from '../../../directory/session.ts'
import type { Zone } from '../../../directory/zones/zone.ts'
import type { Projection } from '../projection/projection.ts'
import { type Reply, shownReply } from '../reply.ts'
import { groupResource } from './group-resource.ts'

/** A group that was written. Its members are shown when they are named; with `eager`, also when nothing is said of them. */
export async function groupReply(
  reader: Reader,
  status: 200 | 201,
  zone: Zone,
  group: Group,
  projection: Projection,
  base: string,
  eager = true,
): Promise<Reply> {
  const members = projection.shows('members', eager) && group.memberCount > 0 ? await membersOf(reader, zone.id, group.id) : []
  return shownReply(status, groupResource(group, members, base), projection)
}
