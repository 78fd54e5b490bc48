import { createSyncedGroup } from '../../../directory/synchronization/create-synced-group.ts'
import { projectionIn } from '../projection/projection.ts'
import { resourceDocument, shownQuery } from '../schemas/documents.ts'
import { groupType } from '../schemas/resource-type.ts'
import { scimOperation } from '../scim-operation.ts'
import { groupReply } from './group-reply.ts'
import { readGroupDocument } from './read-group-document.ts'

export const createGroup = scimOperation({
  name: 'CreateGroup',
  area: 'groups',
  summary: { en: 'Create a group that its source keeps, with its members', zh: '创建由来源目录维护的用户组及其成员' },
  source: 'RFC 7644 §3.3',
  kind: 'write',
  method: 'POST',
  route: '/Groups',
  status: 201,
  query: shownQuery,
  body: resourceDocument(groupType, 'written'),
  output: resourceDocument(groupType, 'shown'),
  errors: ['invalidSyntax', 'invalidValue', 'uniqueness', 'conflict'],
  async handle({ session, zone, base }, { body, query }) {
    const projection = projectionIn(groupType, query)
    const { members = [], ...wanted } = readGroupDocument(body)
    return session.write(zone.id, async (tx) => {
      const group = await createSyncedGroup(tx, session.ports, zone.id, { ...wanted, members })
      return groupReply(tx, { status: 201, zone, group, projection, withMembers: projection.shows('members'), base })
    })
  },
})
