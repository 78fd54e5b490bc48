import type { Attribute, Schema } from './attribute.ts'
import { enterpriseUserSchema } from './enterprise-user.ts'
import { groupSchema } from './group.ts'
import { sharedAttributes } from './shared-attributes.ts'
import { userSchema } from './user.ts'

/** A kind of resource: where it is served, and everything that one may have. */
export interface ResourceType {
  readonly name: 'User' | 'Group'
  /** The path: `/Users`. */
  readonly endpoint: string
  readonly schema: Schema
  readonly extensions: readonly Schema[]
}

export const userType: ResourceType = { name: 'User', endpoint: '/Users', schema: userSchema, extensions: [enterpriseUserSchema] }

export const groupType: ResourceType = { name: 'Group', endpoint: '/Groups', schema: groupSchema, extensions: [] }

/** Everything that the type knows by a name without a URN. */
export function ownAttributes(type: ResourceType): readonly Attribute[] {
  return type.name === 'User' ? ofUsers : ofGroups
}

const ofUsers = [...sharedAttributes, ...userSchema.attributes]
const ofGroups = [...sharedAttributes, ...groupSchema.attributes]
