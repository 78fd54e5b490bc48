import { Type } from 'typebox'
import { createGroup as create } from '../../../../directory/groups/create-group.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { ownerOf, ownerType } from '../words.ts'
import { groupDescription, groupName } from './group-fields.ts'
import { groupInfo, showGroup } from './group-info.ts'

export const createGroup = action({
  name: 'CreateGroup',
  area: 'identity-center/groups',
  summary: { en: 'Create a group', zh: '创建用户组' },
  source: 'organization 2021-03-31, CreateGroup; 1031/61835',
  kind: 'write',
  input: Type.Object({
    ZoneId: Type.String(),
    GroupName: groupName,
    Description: groupDescription,
    GroupType: Type.Optional(ownerType()),
  }),
  output: Type.Object({ GroupInfo: groupInfo }),
  errors: [
    'FailedOperation.GroupOverUpperLimit',
    'FailedOperation.IdentityCenterNotOpen',
    'FailedOperation.ZoneIdNotExist',
    'InvalidParameter.GroupNameAlreadyExists',
    'InvalidParameter.GroupNameFormatError',
  ],
  async handle(call, { ZoneId, GroupName, Description, GroupType }) {
    const zone = await callersZone(call, ZoneId)
    const wanted = { name: GroupName, description: Description, owner: ownerOf(GroupType) }
    const group = await call.session.write(zone.id, (tx) => create(tx, call.session.ports, zone.id, wanted))
    return { GroupInfo: showGroup(group, call.time) }
  },
})
