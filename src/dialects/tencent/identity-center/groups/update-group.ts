import { Type } from 'typebox'
import { updateGroup as update } from '../../../../directory/groups/update-group.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { given } from '../given.ts'
import { groupDescription, groupName } from './group-fields.ts'
import { groupInfo, showGroup } from './group-info.ts'

export const updateGroup = action({
  name: 'UpdateGroup',
  area: 'identity-center/groups',
  summary: { en: 'Change what is given of a group', zh: '修改用户组信息' },
  source: 'organization 2021-03-31, UpdateGroup; 1031/66367 for synchronized groups',
  kind: 'write',
  input: Type.Object({
    ZoneId: Type.String(),
    GroupId: Type.String(),
    NewGroupName: Type.Optional(groupName),
    NewDescription: groupDescription,
  }),
  output: Type.Object({ GroupInfo: groupInfo }),
  errors: [
    'FailedOperation.IdentityCenterNotOpen',
    'FailedOperation.SynchronizedGroupNotUpdate',
    'FailedOperation.ZoneIdNotExist',
    'InvalidParameter.GroupNameAlreadyExists',
    'InvalidParameter.GroupNotExist',
  ],
  chosen: { 'InvalidParameter.GroupNameFormatError': 'No code for a malformed name is listed; CreateGroup has this one.' },
  unreachable: { 'FailedOperation.ManualGroupNotUpdate': 'Guards manual groups against SCIM; an API call never takes that path.' },
  async handle(call, { ZoneId, GroupId, NewGroupName, NewDescription }) {
    const zone = await callersZone(call, ZoneId)
    const changes = given({ name: NewGroupName, description: NewDescription })
    const group = await call.session.write(zone.id, (tx) => update(tx, zone.id, GroupId, changes))
    return { GroupInfo: showGroup(group, call.time) }
  },
})
