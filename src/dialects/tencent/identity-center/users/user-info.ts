import { Type } from 'typebox'
import type { User } from '../../../../directory/users/user.ts'
import type { Call } from '../../call.ts'
import { ownerWord, statusWordOf } from '../words.ts'

/** A user as this wire shows it. IsSelected stands only in lists that were asked to mark, Password only in the answer to CreateUser. */
export const userInfo = Type.Object({
  UserName: Type.String(),
  FirstName: Type.String(),
  LastName: Type.String(),
  DisplayName: Type.String(),
  Description: Type.String(),
  Email: Type.String(),
  UserStatus: Type.String(),
  UserType: Type.String(),
  UserId: Type.String(),
  CreateTime: Type.String(),
  UpdateTime: Type.String(),
  IsSelected: Type.Optional(Type.Boolean()),
  Password: Type.Optional(Type.String()),
  NeedResetPassword: Type.Boolean(),
})

export function showUser(user: User, time: Call['time']): Type.Static<typeof userInfo> {
  return {
    UserName: user.name,
    FirstName: user.firstName,
    LastName: user.lastName,
    DisplayName: user.displayName,
    Description: user.description,
    Email: user.email,
    UserStatus: statusWordOf(user.status),
    UserType: ownerWord(user.owner),
    UserId: user.id,
    CreateTime: time(user.createdAt),
    UpdateTime: time(user.updatedAt),
    NeedResetPassword: user.mustResetPassword,
  }
}
