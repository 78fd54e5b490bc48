import { Type } from 'typebox'
import { createUser as create } from '../../../../directory/users/create-user.ts'
import { callersZone } from '../../../../directory/zones/callers-zone.ts'
import { action } from '../../action.ts'
import { ownerOf, ownerType, statusOf, statusWord } from '../words.ts'
import { description, displayName, email, personName, userName } from './user-fields.ts'
import { showUser, userInfo } from './user-info.ts'

export const createUser = action({
  name: 'CreateUser',
  area: 'identity-center/users',
  summary: { en: 'Create a user; the generated password is shown this once', zh: '创建用户，自动生成的密码仅在此返回一次' },
  source: 'organization 2021-03-31, CreateUser; 1031/61834',
  kind: 'write',
  input: Type.Object({
    ZoneId: Type.String(),
    UserName: userName,
    FirstName: personName,
    LastName: personName,
    DisplayName: displayName,
    Description: description,
    Email: email,
    UserStatus: Type.Optional(statusWord()),
    UserType: Type.Optional(ownerType()),
    NeedResetPassword: Type.Optional(Type.Boolean()),
  }),
  output: Type.Object({ UserInfo: userInfo }),
  errors: [
    'FailedOperation.IdentityCenterNotOpen',
    'FailedOperation.UserOverUpperLimit',
    'FailedOperation.ZoneIdNotExist',
    'InvalidParameter.EmailAlreadyExists',
    'InvalidParameter.UsernameAlreadyExists',
    'InvalidParameter.UsernameFormatError',
    'LimitExceeded.CreateUserLimitExceeded',
  ],
  async handle(call, input) {
    const zone = await callersZone(call, input.ZoneId)
    await call.keepPace('create_user', zone)
    const { session } = call
    const { user, password } = await session.write(zone.id, (tx) =>
      create(tx, session.ports, session.vault, zone.id, {
        name: input.UserName,
        firstName: input.FirstName,
        lastName: input.LastName,
        displayName: input.DisplayName,
        description: input.Description,
        email: input.Email,
        status: statusOf(input.UserStatus),
        owner: ownerOf(input.UserType),
        mustResetPassword: input.NeedResetPassword,
      }),
    )
    return { UserInfo: { ...showUser(user, call.time), Password: password } }
  },
})
