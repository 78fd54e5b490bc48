import { Type } from 'typebox'
import { groupNamePattern } from '../../../../directory/groups/group-names.ts'

/** What can be written of a group. Source: organization 2021-03-31, CreateGroup. Lengths are in characters. */
export const groupName = Type.String({ pattern: groupNamePattern, refusal: 'InvalidParameter.GroupNameFormatError', examples: ['sales'] })
export const groupDescription = Type.Optional(Type.String({ maxLength: 1024 }))
