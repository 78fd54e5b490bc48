import type { Group } from '../../../directory/groups/group.ts'
import { membersOf } from '../../../directory/groups/members-of.ts'
import type { Reader } from '../../../directory/session.ts'
import type { Zone } from '../../../directory/zones/zone.ts'
import type { Projection } from '../projection/projection.ts'
import { type Reply, shownReply } from '../reply.ts'
import { groupResource } from './group-resource.ts'

interface Written {
  readonly status: 200 | 201
  readonly zone: Zone
  readonly group: Group
  readonly projection: Projection
  /** Whether its members are read, to be shown too. */
  readonly withMembers: boolean
  readonly base: string
}

/** A group that was written. */
export async function groupReply(reader: Reader, { status, zone, group, projection, withMembers, base }: Written): Promise<Reply> {
  const members = withMembers && group.memberCount > 0 ? await membersOf(reader, zone.id, group.id) : []
  return shownReply(status, groupResource(group, members, base), projection)
}
