import { listReply } from '../lists/list-answer.ts'
import { mostListed } from '../lists/list-query.ts'
import { listDocument } from '../schemas/documents.ts'
import { scimOperation } from '../scim-operation.ts'
import { describedSchema, schemaDocument, schemas } from './described-schemas.ts'
import { refuseFilter } from './refuse-filter.ts'

export const listSchemas = scimOperation({
  name: 'ListSchemas',
  area: 'discovery',
  summary: { en: 'Lists the schemas, with every attribute and its characteristics', zh: '列出全部 Schema 及其属性特征' },
  source: 'Product page of the SCIM interface, Schemas; RFC 7643 §7',
  kind: 'read',
  method: 'GET',
  route: '/Schemas',
  errors: [],
  output: listDocument(schemaDocument),
  status: 200,
  open: 'always',
  handle: async ({ base }, { query }) => {
    refuseFilter(query)
    return listReply({ resources: schemas.map((schema) => describedSchema(schema, base)), total: schemas.length }, 1, mostListed)
  },
})
