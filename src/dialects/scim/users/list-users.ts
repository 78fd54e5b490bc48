import { listReply } from '../lists/list-answer.ts'
import { listQueryIn } from '../lists/list-query.ts'
import { projectionIn } from '../projection/projection.ts'
import { listDocument, listQuery, resourceDocument } from '../schemas/documents.ts'
import { userType } from '../schemas/resource-type.ts'
import { scimOperation } from '../scim-operation.ts'
import { foundUsers } from './found-users.ts'

export const listUsers = scimOperation({
  name: 'ListUsers',
  area: 'users',
  summary: { en: 'Lists users by page, filtered and sorted', zh: '分页列出用户，支持过滤与排序' },
  source: 'RFC 7644 §3.4.2',
  kind: 'read',
  method: 'GET',
  route: '/Users',
  errors: ['invalidFilter', 'invalidValue'],
  query: listQuery,
  output: listDocument(resourceDocument(userType, 'shown')),
  status: 200,
  handle: async (call, { query }) => {
    const asked = listQueryIn(query)
    return listReply(await foundUsers(call, asked, projectionIn(userType, query)), asked.startIndex)
  },
})
