import { Type } from 'typebox'
import { deleteUser as remove } from '../../../../directory/users/delete-user.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'

export const deleteUser = action({
  name: 'DeleteUser',
  area: 'identity-center/users',
  summary: { en: 'Delete a user that is in no group and gives no access', zh: '删除不在任何用户组且无授权的用户' },
  source: 'organization 2021-03-31, DeleteUser; 1031/61834',
  kind: 'write',
  input: Type.Object({ ZoneId: Type.String(), UserId: Type.String() }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.IdentityCenterNotOpen',
    'FailedOperation.RoleConfigurationAuthorizationExist',
    'FailedOperation.SynchronizedUserNotDelete',
    'FailedOperation.UserProvisioningExists',
    'FailedOperation.ZoneIdNotExist',
    'InvalidParameter.UserAlreadyExistsGroup',
    'ResourceNotFound.UserNotExist',
  ],
  unreachable: { 'FailedOperation.ManualUserNotDelete': 'Guards manual users against SCIM; an API call never takes that path.' },
  async handle(call, { ZoneId, UserId }) {
    const zone = await callersZone(call, ZoneId)
    await call.session.write(zone.id, (tx) => remove(tx, zone.id, UserId))
    return {}
  },
})
