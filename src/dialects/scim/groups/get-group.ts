import { groupNow } from '../../../directory/groups/find-group.ts'
import { membersOf } from '../../../directory/groups/members-of.ts'
import { isKnown } from '../entity-tag.ts'
import { projectionIn } from '../projection/projection.ts'
import { sameReply, shownReply } from '../reply.ts'
import { resourceDocument, shownQuery } from '../schemas/documents.ts'
import { groupType } from '../schemas/resource-type.ts'
import { scimOperation } from '../scim-operation.ts'
import { groupResource, groupTag } from './group-resource.ts'

export const getGroup = scimOperation({
  name: 'GetGroup',
  area: 'groups',
  summary: {
    en: 'Reads one group, with its members unless they are excluded',
    zh: '读取一个用户组，默认包含成员，可通过 excludedAttributes 排除',
  },
  source: 'RFC 7644 §3.4.1',
  kind: 'read',
  method: 'GET',
  route: '/Groups/:id',
  errors: ['notFound', 'invalidValue', 'invalidSyntax'],
  query: shownQuery,
  output: resourceDocument(groupType, 'shown'),
  status: 200,
  handle: async ({ zone, session, base }, { id, query, ifNoneMatch }) => {
    const projection = projectionIn(groupType, query)
    return session.read(async (reader) => {
      const group = await groupNow(reader, zone.id, id)
      const withMembers = projection.shows('members')
      const tag = groupTag(group, withMembers)
      if (isKnown(ifNoneMatch, tag)) return sameReply(tag)
      const members = withMembers ? await membersOf(reader, zone.id, id) : undefined
      return shownReply(200, groupResource(group, members, base), projection)
    })
  },
})
