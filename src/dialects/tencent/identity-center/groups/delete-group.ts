import { Type } from 'typebox'
import { deleteGroup as remove } from '../../../../directory/groups/delete-group.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'

export const deleteGroup = action({
  name: 'DeleteGroup',
  area: 'identity-center/groups',
  summary: { en: 'Delete an empty group that gives no access', zh: '删除没有成员且无授权的用户组' },
  source: 'organization 2021-03-31, DeleteGroup; 1031/61835',
  kind: 'write',
  input: Type.Object({ ZoneId: Type.String(), GroupId: Type.String() }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.DeleteGroupNotAllowExistUser',
    'FailedOperation.IdentityCenterNotOpen',
    'FailedOperation.RoleConfigurationAuthorizationExist',
    'FailedOperation.SynchronizedGroupNotDelete',
    'FailedOperation.UserProvisioningExists',
    'FailedOperation.ZoneIdNotExist',
    'InvalidParameter.GroupNotExist',
  ],
  unreachable: { 'FailedOperation.ManualGroupNotDelete': 'Guards manual groups against SCIM; an API call never takes that path.' },
  async handle(call, { ZoneId, GroupId }) {
    const zone = await callersZone(call, ZoneId)
    await call.session.write(zone.id, (tx) => remove(tx, zone.id, GroupId))
    return {}
  },
})
