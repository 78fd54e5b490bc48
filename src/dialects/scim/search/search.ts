import { type TSchema, Type } from 'typebox'
import type { Call } from '../call.ts'
import { foundGroups } from '../groups/found-groups.ts'
import { type Found, listReply } from '../lists/list-answer.ts'
import { type ListQuery, listQueryInBody, searchProjection } from '../lists/list-query.ts'
import { listDocument, resourceDocument, searchBody } from '../schemas/documents.ts'
import { groupType, userType } from '../schemas/resource-type.ts'
import { scimError } from '../scim-error.ts'
import { scimOperation } from '../scim-operation.ts'
import { foundUsers } from '../users/found-users.ts'

const either: TSchema = Type.Union([resourceDocument(userType, 'shown'), resourceDocument(groupType, 'shown')])

export const search = scimOperation({
  name: 'Search',
  area: 'search',
  summary: { en: 'Finds users and groups with one filter: users first, then groups', zh: '以同一条件查询用户与用户组，先用户后用户组' },
  source: 'RFC 7644 §3.4.3',
  kind: 'read',
  method: 'POST',
  route: '/.search',
  errors: ['invalidFilter', 'invalidValue', 'invalidSyntax', 'tooMany'],
  body: searchBody,
  output: listDocument(either),
  status: 200,
  handle: async (call, { body }) => {
    const asked = listQueryInBody(body)
    if (asked.sortBy !== '') {
      throw scimError(
        'invalidValue',
        'Users and groups are not sorted together. Leave sortBy out, or ask /Users/.search and /Groups/.search.',
        '用户与用户组不能一起排序，请省略 sortBy，或分别使用 /Users/.search 与 /Groups/.search。',
      )
    }
    return listReply(await foundEither(call, asked, body), asked.startIndex)
  },
})

async function foundEither(call: Call, asked: ListQuery, body: Readonly<Record<string, unknown>>): Promise<Found> {
  const users = await foundUsers(call, asked, searchProjection(userType, body), [groupType])
  const left = asked.count - users.resources.length
  const behind = { ...asked, startIndex: Math.max(1, asked.startIndex - users.total), count: left }
  const groups = await foundGroups(call, behind, searchProjection(groupType, body), [userType])
  return { resources: [...users.resources, ...groups.resources], total: users.total + groups.total }
}
