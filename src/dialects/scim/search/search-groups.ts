import { foundGroups } from '../groups/found-groups.ts'
import { listReply } from '../lists/list-answer.ts'
import { listQueryInBody, searchProjection } from '../lists/list-query.ts'
import { listDocument, resourceDocument, searchBody } from '../schemas/documents.ts'
import { groupType } from '../schemas/resource-type.ts'
import { scimOperation } from '../scim-operation.ts'

export const searchGroups = scimOperation({
  name: 'SearchGroups',
  area: 'search',
  summary: { en: 'Lists groups as ListGroups does, asked in a body', zh: '以请求正文查询用户组，与列表接口等价' },
  source: 'RFC 7644 §3.4.3',
  kind: 'read',
  method: 'POST',
  route: '/Groups/.search',
  errors: ['invalidFilter', 'invalidValue', 'invalidSyntax', 'tooMany'],
  body: searchBody,
  output: listDocument(resourceDocument(groupType, 'shown')),
  status: 200,
  handle: async (call, { body }) => {
    const asked = listQueryInBody(body)
    return listReply(await foundGroups(call, asked, searchProjection(groupType, body)), asked.startIndex)
  },
})
