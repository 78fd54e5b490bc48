import { Type } from 'typebox'
import { listUsers as list, usersThatAreIn } from '../../../../directory/users/list-users.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { pageOf, pagingInput } from '../../paging.ts'
import { markSelected } from '../selection.ts'
import { sortingInput, sortingOf } from '../sorting.ts'
import { ownerOf, ownerType, statusOf, statusWord } from '../words.ts'
import { showUser, userInfo } from './user-info.ts'

const refusal = 'InvalidParameter.ParamError'

export const listUsers = action({
  name: 'ListUsers',
  area: 'identity-center/users',
  summary: { en: 'List the users of a zone, and mark those in given groups', zh: '查询用户列表，并标记指定用户组内的用户' },
  source: 'organization 2021-03-31, ListUsers',
  kind: 'read',
  input: Type.Object({
    ZoneId: Type.String(),
    UserStatus: Type.Optional(statusWord(refusal)),
    UserType: Type.Optional(ownerType(refusal)),
    Filter: Type.Optional(Type.String({ maxLength: 1024 })),
    FilterGroups: Type.Optional(Type.Array(Type.String(), { maxItems: 1000 })),
    ...sortingInput,
    ...pagingInput(refusal),
  }),
  output: Type.Object({
    TotalCounts: Type.Integer(),
    MaxResults: Type.Integer(),
    Users: Type.Array(userInfo),
    NextToken: Type.Optional(Type.String()),
    IsTruncated: Type.Boolean(),
  }),
  errors: [
    'FailedOperation.IdentityCenterNotOpen',
    'FailedOperation.ZoneIdNotExist',
    'InvalidParameter.NextTokenInvalid',
    'InvalidParameter.ParamError',
  ],
  async handle(call, input) {
    const zone = await callersZone(call, input.ZoneId)
    const { Offset: _, ...asked } = input
    const page = pageOf('ListUsers', zone.id, asked, [0, ''] as readonly [number, string])
    const query = {
      zone: zone.id,
      status: statusOf(input.UserStatus),
      owner: ownerOf(input.UserType),
      text: input.Filter,
      limit: page.size,
      ...sortingOf(input, page.after),
    }
    const found = await call.session.read((reader) => list(reader, query))
    const users = found.items.map((user) => showUser(user, call.time))
    await markSelected(users, 'UserId', input.FilterGroups, (ids, groups) =>
      call.session.read((reader) => usersThatAreIn(reader, zone.id, ids, groups)),
    )
    return {
      TotalCounts: found.total,
      MaxResults: page.size,
      Users: users,
      IsTruncated: found.next !== undefined,
      ...(found.next && { NextToken: page.tokenAfter([found.next.at, found.next.id]) }),
    }
  },
})
