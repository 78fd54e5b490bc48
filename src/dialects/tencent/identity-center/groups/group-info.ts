import { Type } from 'typebox'
import type { Group } from '../../../../directory/groups/group.ts'
import type { Call } from '../../call.ts'
import { ownerWord } from '../words.ts'

/** A group as this wire shows it. IsSelected stands only in lists that were asked to mark. */
export const groupInfo = Type.Object({
  GroupName: Type.String(),
  Description: Type.String(),
  CreateTime: Type.String(),
  GroupType: Type.String(),
  UpdateTime: Type.String(),
  GroupId: Type.String(),
  MemberCount: Type.Integer(),
  IsSelected: Type.Optional(Type.Boolean()),
})

export function showGroup(group: Group, time: Call['time']): Type.Static<typeof groupInfo> {
  return {
    GroupName: group.name,
    Description: group.description,
    CreateTime: time(group.createdAt),
    GroupType: ownerWord(group.owner),
    UpdateTime: time(group.updatedAt),
    GroupId: group.id,
    MemberCount: group.memberCount,
  }
}
