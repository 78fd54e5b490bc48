import { changeSyncedGroup } from '../../../directory/synchronization/change-synced-group.ts'
import { preconditionOf } from '../entity-tag.ts'
import { projectionIn } from '../projection/projection.ts'
import { resourceDocument, shownQuery } from '../schemas/documents.ts'
import { groupType } from '../schemas/resource-type.ts'
import { scimOperation } from '../scim-operation.ts'
import { groupReply } from './group-reply.ts'
import { readGroupDocument } from './read-group-document.ts'

export const replaceGroup = scimOperation({
  name: 'ReplaceGroup',
  area: 'groups',
  summary: {
    en: 'Replace name, externalId and, where they are given, all members of a group; an empty list takes everybody out',
    zh: '整体替换用户组的名称、externalId 及（给出 members 时）全部成员；members 为空列表表示移出所有成员',
  },
  source: 'RFC 7644 §3.5.1',
  kind: 'write',
  method: 'PUT',
  route: '/Groups/:id',
  status: 200,
  query: shownQuery,
  body: resourceDocument(groupType, 'written'),
  output: resourceDocument(groupType, 'shown'),
  errors: ['invalidSyntax', 'invalidValue', 'mutability', 'notFound', 'uniqueness', 'conflict', 'preconditionFailed'],
  async handle({ session, zone, base }, { id, body, query, ...conditions }) {
    const projection = projectionIn(groupType, query)
    const precondition = preconditionOf(conditions)
    const { members, ...wanted } = readGroupDocument(body)
    const change = { ...wanted, ...(members && { members: { whole: members } }) }
    return session.write(zone.id, async (tx) => {
      const group = await changeSyncedGroup(tx, zone.id, id, change, precondition)
      return groupReply(tx, { status: 200, zone, group, projection, withMembers: projection.shows('members'), base })
    })
  },
})
