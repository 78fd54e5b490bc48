import { groupsOfUsers } from '../../../directory/groups/groups-of-users.ts'
import { userNow } from '../../../directory/users/find-user.ts'
import { projectionIn } from '../projection/projection.ts'
import { readReply } from '../reply.ts'
import { resourceDocument, shownQuery } from '../schemas/documents.ts'
import { userType } from '../schemas/resource-type.ts'
import { scimOperation } from '../scim-operation.ts'
import { userResource } from './user-resource.ts'

export const getUser = scimOperation({
  name: 'GetUser',
  area: 'users',
  summary: { en: 'Reads one user, with the groups that it is in', zh: '读取一个用户及其所在的用户组' },
  source: 'RFC 7644 §3.4.1',
  kind: 'read',
  method: 'GET',
  route: '/Users/:id',
  errors: ['notFound', 'invalidValue', 'invalidSyntax'],
  query: shownQuery,
  output: resourceDocument(userType, 'shown'),
  status: 200,
  handle: async ({ zone, session, base }, { id, query, ifNoneMatch }) => {
    const projection = projectionIn(userType, query)
    return session.read(async (reader) => {
      const user = await userNow(reader, zone.id, id)
      const groups = projection.shows('groups') ? await groupsOfUsers(reader, zone.id, [id]) : undefined
      return readReply(userResource(user, groups?.get(id), base), projection, ifNoneMatch)
    })
  },
})
