import { groupType, type ResourceType, userType } from '../schemas/resource-type.ts'

/** How `/ResourceTypes` describes a kind of resource: the members that the vendor documents. */
export function describedType({ name, endpoint, schema, extensions }: ResourceType): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: name,
    name,
    description: schema.description,
    endpoint,
    schema: schema.id,
    schemaExtensions: extensions.map(({ id }) => ({ schema: id, required: false })),
  }
}

export const resourceTypes: readonly ResourceType[] = [userType, groupType]
