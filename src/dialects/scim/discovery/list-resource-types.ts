import { Type } from 'typebox'
import { listReply } from '../lists/list-answer.ts'
import { mostListed } from '../lists/list-query.ts'
import { listDocument } from '../schemas/documents.ts'
import { scimOperation } from '../scim-operation.ts'
import { describedType, resourceTypes } from './described-types.ts'
import { refuseFilter } from './refuse-filter.ts'

const extension = Type.Object({ schema: Type.String(), required: Type.Boolean() })

export const resourceTypeDocument = Type.Object({
  schemas: Type.Array(Type.String()),
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  endpoint: Type.String(),
  schema: Type.String(),
  schemaExtensions: Type.Array(extension),
})

export const listResourceTypes = scimOperation({
  name: 'ListResourceTypes',
  area: 'discovery',
  summary: { en: 'Lists the kinds of resources: users and groups', zh: '列出资源类型：用户与用户组' },
  source: 'Product page of the SCIM interface, ResourceTypes; RFC 7643 §6',
  kind: 'read',
  method: 'GET',
  route: '/ResourceTypes',
  errors: [],
  output: listDocument(resourceTypeDocument),
  status: 200,
  open: 'always',
  handle: async (_call, { query }) => {
    refuseFilter(query)
    // The vendor says 100 to a page here, however many there are.
    return listReply({ resources: resourceTypes.map(describedType), total: resourceTypes.length }, 1, mostListed)
  },
})
