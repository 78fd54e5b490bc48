import { notFound } from '../not-found.ts'
import { scimOperation } from '../scim-operation.ts'
import { describedType, resourceTypes } from './described-types.ts'
import { resourceTypeDocument } from './list-resource-types.ts'

export const getResourceType = scimOperation({
  name: 'GetResourceType',
  area: 'discovery',
  summary: { en: 'Describes one kind of resource', zh: '说明一种资源类型' },
  source: 'RFC 7643 §6',
  kind: 'read',
  method: 'GET',
  route: '/ResourceTypes/:id',
  errors: ['notFound'],
  output: resourceTypeDocument,
  status: 200,
  open: 'always',
  handle: async (_call, { id }) => {
    const found = resourceTypes.find(({ name }) => name === id)
    if (!found) throw notFound(id)
    return { status: 200, body: describedType(found) }
  },
})
