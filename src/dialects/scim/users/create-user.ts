import { createSyncedUser } from '../../../directory/synchronization/create-synced-user.ts'
import type { SyncedUser } from '../../../directory/synchronization/synced-user.ts'
import { projectionIn } from '../projection/projection.ts'
import { shownReply } from '../reply.ts'
import { resourceDocument, shownQuery } from '../schemas/documents.ts'
import { userType } from '../schemas/resource-type.ts'
import { scimOperation } from '../scim-operation.ts'
import { readUserDocument } from './read-user-document.ts'
import { userResource } from './user-resource.ts'

export const createUser = scimOperation({
  name: 'CreateUser',
  area: 'users',
  summary: { en: 'Create a user that its source keeps', zh: '创建由来源目录维护的用户' },
  source: 'RFC 7644 §3.3',
  kind: 'write',
  method: 'POST',
  route: '/Users',
  status: 201,
  query: shownQuery,
  body: resourceDocument(userType, 'written'),
  output: resourceDocument(userType, 'shown'),
  errors: ['invalidSyntax', 'invalidValue', 'uniqueness', 'conflict'],
  async handle({ session, zone, base }, { body, query }) {
    const projection = projectionIn(userType, query)
    const wanted = said(readUserDocument(body))
    const user = await session.write(zone.id, (tx) => createSyncedUser(tx, session.ports, session.vault, zone.id, wanted))
    // Nobody is in a group already: a user is adopted only when it is in none.
    return shownReply(201, userResource(user, [], base), projection)
  },
})

/** Without what was not said, so that a user who is adopted keeps it. */
function said({ name, ...rest }: SyncedUser): SyncedUser {
  const said = Object.entries(rest).filter(([, value]) => value !== '' && (typeof value === 'string' || Object.keys(value).length > 0))
  return { name, ...Object.fromEntries(said) }
}
