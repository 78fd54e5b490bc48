import { listReply } from '../lists/list-answer.ts'
import { listQueryInBody, searchProjection } from '../lists/list-query.ts'
import { listDocument, resourceDocument, searchBody } from '../schemas/documents.ts'
import { userType } from '../schemas/resource-type.ts'
import { scimOperation } from '../scim-operation.ts'
import { foundUsers } from '../users/found-users.ts'

export const searchUsers = scimOperation({
  name: 'SearchUsers',
  area: 'search',
  summary: { en: 'Lists users as ListUsers does, asked in a body', zh: '以请求正文查询用户，与列表接口等价' },
  source: 'RFC 7644 §3.4.3',
  kind: 'read',
  method: 'POST',
  route: '/Users/.search',
  errors: ['invalidFilter', 'invalidValue', 'invalidSyntax'],
  body: searchBody,
  output: listDocument(resourceDocument(userType, 'shown')),
  status: 200,
  handle: async (call, { body }) => {
    const asked = listQueryInBody(body)
    return listReply(await foundUsers(call, asked, searchProjection(userType, body)), asked.startIndex)
  },
})
