import { Type } from 'typebox'

/** What can be written of a group. Source: organization 2021-03-31, CreateGroup. Lengths are in characters. */
export const groupName = Type.String({ pattern: '^[A-Za-z0-9-]{1,128}$', refusal: 'InvalidParameter.GroupNameFormatError' })
export const groupDescription = Type.Optional(Type.String({ maxLength: 1024 }))
