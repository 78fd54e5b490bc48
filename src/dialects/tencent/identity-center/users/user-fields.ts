import { Type } from 'typebox'
import { userNamePattern } from '../../../../directory/users/user-names.ts'

/** What can be written of a user. Source: organization 2021-03-31, CreateUser. Lengths are in characters. */
export const userName = Type.String({ pattern: userNamePattern, refusal: 'InvalidParameter.UsernameFormatError', examples: ['mei.lin'] })
export const personName = Type.Optional(Type.String({ maxLength: 64 }))
export const displayName = Type.Optional(Type.String({ maxLength: 256, examples: ['林梅'] }))
export const description = Type.Optional(Type.String({ maxLength: 1024 }))
export const email = Type.Optional(Type.String({ maxLength: 128 }))
