import { notFound } from '../not-found.ts'
import { scimOperation } from '../scim-operation.ts'
import { describedSchema, schemaDocument, schemas } from './described-schemas.ts'

export const getSchema = scimOperation({
  name: 'GetSchema',
  area: 'discovery',
  summary: { en: 'Describes one schema, named by its URN', zh: '按 URN 说明一个 Schema' },
  source: 'Product page of the SCIM interface, Schemas; RFC 7643 §7',
  kind: 'read',
  method: 'GET',
  route: '/Schemas/:id',
  errors: ['notFound'],
  output: schemaDocument,
  status: 200,
  open: 'always',
  handle: async ({ base }, { id }) => {
    const found = schemas.find((schema) => schema.id.toLowerCase() === id.toLowerCase())
    if (!found) throw notFound(id)
    return { status: 200, body: describedSchema(found, base) }
  },
})
