import { type TSchema, Type } from 'typebox'
import type { Schema } from '../schemas/attribute.ts'
import { resourceTypes } from './described-types.ts'

/** Every schema that some kind of resource has attributes of. */
export const schemas: readonly Schema[] = resourceTypes.flatMap(({ schema, extensions }) => [schema, ...extensions])

/** How `/Schemas` describes one: its definition as it stands. */
export function describedSchema({ id, name, description, attributes }: Schema, base: string): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    id,
    name,
    description,
    attributes,
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` },
  }
}

const characteristics = {
  name: Type.String(),
  type: Type.String(),
  multiValued: Type.Boolean(),
  description: Type.String(),
  required: Type.Boolean(),
  caseExact: Type.Boolean(),
  mutability: Type.String(),
  returned: Type.String(),
  uniqueness: Type.String(),
  canonicalValues: Type.Optional(Type.Array(Type.String())),
  referenceTypes: Type.Optional(Type.Array(Type.String())),
}

const attribute = Type.Object({ ...characteristics, subAttributes: Type.Optional(Type.Array(Type.Object(characteristics))) })

export const schemaDocument: TSchema = Type.Object({
  schemas: Type.Array(Type.String()),
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  attributes: Type.Array(attribute),
  meta: Type.Object({ resourceType: Type.String(), location: Type.String() }),
})
