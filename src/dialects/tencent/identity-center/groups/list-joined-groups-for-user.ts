import { Type } from 'typebox'
import { listJoinedGroups } from '../../../../directory/groups/list-joined-groups.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { pageOf, pagingInput } from '../../paging.ts'
import { ownerWord } from '../words.ts'

export const listJoinedGroupsForUser = action({
  name: 'ListJoinedGroupsForUser',
  area: 'identity-center/groups',
  summary: { en: 'List the groups that a user is in', zh: '查询用户加入的用户组' },
  source: 'organization 2021-03-31, ListJoinedGroupsForUser',
  kind: 'read',
  input: Type.Object({ ZoneId: Type.String(), UserId: Type.String(), ...pagingInput() }),
  output: Type.Object({
    NextToken: Type.Optional(Type.String()),
    TotalCounts: Type.Integer(),
    MaxResults: Type.Integer(),
    IsTruncated: Type.Boolean(),
    JoinedGroups: Type.Array(
      Type.Object({
        GroupName: Type.String(),
        Description: Type.String(),
        GroupId: Type.String(),
        GroupType: Type.String(),
        JoinTime: Type.String(),
      }),
    ),
  }),
  errors: ['FailedOperation.IdentityCenterNotOpen', 'FailedOperation.ZoneIdNotExist', 'ResourceNotFound.UserNotExist'],
  chosen: { 'InvalidParameter.NextTokenInvalid': 'No code for a bad token is listed; ListGroups has this one.' },
  async handle(call, input) {
    const zone = await callersZone(call, input.ZoneId)
    const page = pageOf('ListJoinedGroupsForUser', zone.id, input, [0] as readonly [number])
    const query = { zone: zone.id, user: input.UserId, after: page.after?.[0] ?? 0, limit: page.size }
    const found = await call.session.read((reader) => listJoinedGroups(reader, query))
    return {
      TotalCounts: found.total,
      MaxResults: page.size,
      IsTruncated: found.next !== undefined,
      ...(found.next !== undefined && { NextToken: page.tokenAfter([found.next]) }),
      JoinedGroups: found.items.map((group) => ({
        GroupName: group.name,
        Description: group.description,
        GroupId: group.id,
        GroupType: ownerWord(group.owner),
        JoinTime: call.time(group.joinedAt),
      })),
    }
  },
})
