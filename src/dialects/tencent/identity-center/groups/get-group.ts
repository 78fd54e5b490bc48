import { Type } from 'typebox'
import { groupNow } from '../../../../directory/groups/find-group.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { groupInfo, showGroup } from './group-info.ts'

export const getGroup = action({
  name: 'GetGroup',
  area: 'identity-center/groups',
  summary: { en: 'Show one group', zh: '查询用户组信息' },
  source: 'organization 2021-03-31, GetGroup',
  kind: 'read',
  input: Type.Object({ ZoneId: Type.String(), GroupId: Type.String() }),
  output: Type.Object({ GroupInfo: groupInfo }),
  errors: ['FailedOperation.IdentityCenterNotOpen', 'FailedOperation.ZoneIdNotExist', 'InvalidParameter.GroupNotExist'],
  async handle(call, { ZoneId, GroupId }) {
    const zone = await callersZone(call, ZoneId)
    const group = await call.session.read((reader) => groupNow(reader, zone.id, GroupId))
    return { GroupInfo: showGroup(group, call.time) }
  },
})
