import { listReply } from '../lists/list-answer.ts'
import { listQueryIn } from '../lists/list-query.ts'
import { projectionIn } from '../projection/projection.ts'
import { listDocument, listQuery, resourceDocument } from '../schemas/documents.ts'
import { groupType } from '../schemas/resource-type.ts'
import { scimOperation } from '../scim-operation.ts'
import { foundGroups } from './found-groups.ts'

export const listGroups = scimOperation({
  name: 'ListGroups',
  area: 'groups',
  summary: { en: 'Lists groups by page, filtered and sorted', zh: '分页列出用户组，支持过滤与排序' },
  source: 'RFC 7644 §3.4.2',
  kind: 'read',
  method: 'GET',
  route: '/Groups',
  errors: ['invalidFilter', 'invalidValue', 'tooMany'],
  query: listQuery,
  output: listDocument(resourceDocument(groupType, 'shown')),
  status: 200,
  handle: async (call, { query }) => {
    const asked = listQueryIn(query)
    return listReply(await foundGroups(call, asked, projectionIn(groupType, query)), asked.startIndex)
  },
})
