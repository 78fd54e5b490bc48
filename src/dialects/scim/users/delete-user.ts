import { deleteSyncedUser } from '../../../directory/synchronization/delete-synced-user.ts'
import { preconditionOf } from '../entity-tag.ts'
import { emptyReply } from '../reply.ts'
import { scimOperation } from '../scim-operation.ts'

export const deleteUser = scimOperation({
  name: 'DeleteUser',
  area: 'users',
  summary: { en: 'Take a user out of all groups and delete it', zh: '将用户移出所有用户组并删除' },
  source: 'RFC 7644 §3.6',
  kind: 'write',
  method: 'DELETE',
  route: '/Users/:id',
  status: 204,
  errors: ['invalidSyntax', 'invalidValue', 'mutability', 'notFound', 'conflict', 'preconditionFailed'],
  async handle({ session, zone }, { id, ...conditions }) {
    const precondition = preconditionOf(conditions)
    await session.write(zone.id, (tx) => deleteSyncedUser(tx, zone.id, id, precondition))
    return emptyReply()
  },
})
