import { Type } from 'typebox'
import { groupsThatHold, listGroups as list } from '../../../../directory/groups/list-groups.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { pageOf, pagingInput } from '../../paging.ts'
import { markSelected } from '../selection.ts'
import { sortingInput, sortingOf } from '../sorting.ts'
import { ownerOf, ownerType } from '../words.ts'
import { groupFilter } from './group-filter.ts'
import { groupInfo, showGroup } from './group-info.ts'

const refusal = 'InvalidParameter.ParamError'

export const listGroups = action({
  name: 'ListGroups',
  area: 'identity-center/groups',
  summary: { en: 'List the groups of a zone, and mark those that hold given users', zh: '查询用户组列表，并标记包含指定用户的用户组' },
  source: 'organization 2021-03-31, ListGroups',
  kind: 'read',
  input: Type.Object({
    ZoneId: Type.String(),
    Filter: Type.Optional(Type.String({ maxLength: 1024 })),
    GroupType: Type.Optional(ownerType(refusal)),
    FilterUsers: Type.Optional(Type.Array(Type.String(), { maxItems: 1000 })),
    ...sortingInput,
    ...pagingInput(refusal),
  }),
  output: Type.Object({
    NextToken: Type.Optional(Type.String()),
    Groups: Type.Array(groupInfo),
    MaxResults: Type.Integer(),
    TotalCounts: Type.Integer(),
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
    const page = pageOf('ListGroups', zone.id, asked, [0, ''] as readonly [number, string])
    const query = {
      zone: zone.id,
      owner: ownerOf(input.GroupType),
      name: groupFilter(input.Filter),
      limit: page.size,
      ...sortingOf(input, page.after),
    }
    const found = await call.session.read((reader) => list(reader, query))
    const groups = found.items.map((group) => showGroup(group, call.time))
    await markSelected(groups, 'GroupId', input.FilterUsers, (ids, users) =>
      call.session.read((reader) => groupsThatHold(reader, zone.id, ids, users)),
    )
    return {
      Groups: groups,
      MaxResults: page.size,
      TotalCounts: found.total,
      IsTruncated: found.next !== undefined,
      ...(found.next && { NextToken: page.tokenAfter([found.next.at, found.next.id]) }),
    }
  },
})
