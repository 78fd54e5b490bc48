import { Type } from 'typebox'
import { updateUser as update } from '../../../../directory/users/update-user.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { given } from '../given.ts'
import { description, displayName, email, personName } from './user-fields.ts'
import { showUser, userInfo } from './user-info.ts'

export const updateUser = action({
  name: 'UpdateUser',
  area: 'identity-center/users',
  summary: { en: 'Change what is given of a user; an empty text clears', zh: '修改用户信息，传空字符串表示清空' },
  source: 'organization 2021-03-31, UpdateUser; 1031/66367 for synchronized users',
  kind: 'write',
  input: Type.Object({
    ZoneId: Type.String(),
    UserId: Type.String(),
    NewFirstName: personName,
    NewLastName: personName,
    NewDisplayName: displayName,
    NewDescription: description,
    NewEmail: email,
    NeedResetPassword: Type.Optional(Type.Boolean()),
  }),
  output: Type.Object({ UserInfo: userInfo }),
  errors: [
    'FailedOperation.IdentityCenterNotOpen',
    'FailedOperation.SynchronizedUserNotUpdate',
    'FailedOperation.ZoneIdNotExist',
    'InvalidParameter.EmailAlreadyExists',
    'InvalidParameter.UserTypeError',
    'ResourceNotFound.UserNotExist',
  ],
  unreachable: { 'FailedOperation.ManualUserNotUpdate': 'Guards manual users against SCIM; an API call never takes that path.' },
  async handle(call, input) {
    const zone = await callersZone(call, input.ZoneId)
    const changes = given({
      firstName: input.NewFirstName,
      lastName: input.NewLastName,
      displayName: input.NewDisplayName,
      description: input.NewDescription,
      email: input.NewEmail,
      mustResetPassword: input.NeedResetPassword,
    })
    const user = await call.session.write(zone.id, (tx) => update(tx, zone.id, input.UserId, changes))
    return { UserInfo: showUser(user, call.time) }
  },
})
