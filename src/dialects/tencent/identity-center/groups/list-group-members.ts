import { type Static, Type } from 'typebox'
import { listMembers } from '../../../../directory/groups/list-members.ts'
import type { KnownUser } from '../../../../directory/users/known-users.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { pageOf, pagingInput } from '../../paging.ts'
import { writtenList } from '../../written-list.ts'
import { ownerOf, ownerType, ownerWord, statusWordOf } from '../words.ts'

const groupMember = Type.Object({
  UserName: Type.String(),
  DisplayName: Type.String(),
  Description: Type.String(),
  Email: Type.String(),
  UserStatus: Type.String(),
  UserType: Type.String(),
  UserId: Type.String(),
  JoinTime: Type.String(),
})
type Member = Static<typeof groupMember>

/** A member as JSON, up to when it joined. Flat: pieces of other texts would be put together for every page, which takes longer than the rest of it. */
function beforeJoinTime(user: KnownUser): string {
  const member: Omit<Member, 'JoinTime'> = {
    UserName: user.name,
    DisplayName: user.displayName,
    Description: user.description,
    Email: user.email,
    UserStatus: statusWordOf(user.status),
    UserType: ownerWord(user.owner),
    UserId: user.id,
  }
  return Buffer.from(`${JSON.stringify(member).slice(0, -1)},`).toString()
}

export const listGroupMembers = action({
  name: 'ListGroupMembers',
  area: 'identity-center/groups',
  summary: { en: 'List the users of a group', zh: '查询用户组中的用户列表' },
  source: 'organization 2021-03-31, ListGroupMembers',
  kind: 'read',
  input: Type.Object({
    ZoneId: Type.String(),
    GroupId: Type.String(),
    UserType: Type.Optional(ownerType()),
    ...pagingInput(),
  }),
  output: Type.Object({
    NextToken: Type.Optional(Type.String()),
    TotalCounts: Type.Integer(),
    MaxResults: Type.Integer(),
    IsTruncated: Type.Boolean(),
    GroupMembers: Type.Array(groupMember),
  }),
  errors: ['FailedOperation.IdentityCenterNotOpen', 'FailedOperation.ZoneIdNotExist', 'InvalidParameter.GroupNotExist'],
  chosen: { 'InvalidParameter.NextTokenInvalid': 'No code for a bad token is listed; ListGroups has this one.' },
  async handle(call, input) {
    const zone = await callersZone(call, input.ZoneId)
    const page = pageOf('ListGroupMembers', zone.id, input, [0] as readonly [number])
    const query = { zone, group: input.GroupId, owner: ownerOf(input.UserType), after: page.after?.[0] ?? 0, limit: page.size }
    const found = await call.session.read((reader) => listMembers(reader, query, beforeJoinTime))
    return {
      TotalCounts: found.total,
      MaxResults: page.size,
      IsTruncated: found.next !== undefined,
      ...(found.next !== undefined && { NextToken: page.tokenAfter([found.next]) }),
      GroupMembers: writtenList<Member>(found.items.map(({ user, joinedAt }) => `${user}"JoinTime":"${call.time(joinedAt)}"}`)),
    }
  },
})
