import { deleteSyncedGroup } from '../../../directory/synchronization/delete-synced-group.ts'
import { preconditionOf } from '../entity-tag.ts'
import { emptyReply } from '../reply.ts'
import { scimOperation } from '../scim-operation.ts'

export const deleteGroup = scimOperation({
  name: 'DeleteGroup',
  area: 'groups',
  summary: { en: 'Delete a group; its members stay in the zone', zh: '删除用户组，其成员保留在空间中' },
  source: 'RFC 7644 §3.6',
  kind: 'write',
  method: 'DELETE',
  route: '/Groups/:id',
  status: 204,
  errors: ['invalidSyntax', 'invalidValue', 'mutability', 'notFound', 'conflict', 'preconditionFailed'],
  async handle({ session, zone }, { id, ...conditions }) {
    const precondition = preconditionOf(conditions)
    await session.write(zone.id, (tx) => deleteSyncedGroup(tx, zone.id, id, precondition))
    return emptyReply()
  },
})
