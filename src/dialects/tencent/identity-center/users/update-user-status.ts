import { Type } from 'typebox'
import { setUserStatus } from '../../../../directory/users/set-user-status.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { statusOf, statusWord } from '../words.ts'

export const updateUserStatus = action({
  name: 'UpdateUserStatus',
  area: 'identity-center/users',
  summary: { en: 'Enable or disable a user', zh: '启用或禁用用户' },
  source: 'organization 2021-03-31, UpdateUserStatus',
  kind: 'write',
  input: Type.Object({ ZoneId: Type.String(), UserId: Type.String(), NewUserStatus: statusWord() }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.IdentityCenterNotOpen',
    'FailedOperation.SynchronizedUserNotUpdate',
    'FailedOperation.ZoneIdNotExist',
    'ResourceNotFound.UserNotExist',
  ],
  unreachable: { 'FailedOperation.ManualUserNotUpdate': 'Guards manual users against SCIM; an API call never takes that path.' },
  async handle(call, { ZoneId, UserId, NewUserStatus }) {
    const zone = await callersZone(call, ZoneId)
    await call.session.write(zone.id, (tx) => setUserStatus(tx, zone.id, UserId, statusOf(NewUserStatus)))
    return {}
  },
})
