import { isDeepStrictEqual } from 'node:util'
import type { SyncedUser } from '../../../directory/synchronization/synced-user.ts'
import type { User } from '../../../directory/users/user.ts'
import type { Document } from '../documents/read-document.ts'
import { parsePatch } from '../patch/parse-patch.ts'
import { patchDocument } from '../patch/patch-document.ts'
import { placedOperations } from '../patch/placed-operations.ts'
import { patchBody, resourceDocument, shownQuery } from '../schemas/documents.ts'
import { userType } from '../schemas/resource-type.ts'
import { type ScimError, scimError } from '../scim-error.ts'
import { scimOperation } from '../scim-operation.ts'
import { changeUser } from './change-user.ts'
import { syncedUser } from './read-user-document.ts'
import { userResource } from './user-resource.ts'

export const patchUser = scimOperation({
  name: 'PatchUser',
  area: 'users',
  summary: { en: 'Change attributes of a user, all as asked or none', zh: '修改用户的部分属性，全部成功或全部不变' },
  source: 'RFC 7644 §3.5.2',
  kind: 'write',
  method: 'PATCH',
  route: '/Users/:id',
  status: 200,
  query: shownQuery,
  body: patchBody({ op: 'replace', path: 'active', value: false }),
  output: resourceDocument(userType, 'shown'),
  errors: [
    'invalidFilter',
    'invalidPath',
    'invalidSyntax',
    'invalidValue',
    'mutability',
    'noTarget',
    'notFound',
    'uniqueness',
    'preconditionFailed',
  ],
  async handle(call, sent) {
    const operations = placedOperations(userType, sent.id, parsePatch(sent.body))
    return changeUser(call, sent, (now) => {
      const before = documentOf(now)
      const patched = patchDocument(userType, before, operations)
      if (patched.active === undefined) throw activeStays()
      const wanted = syncedUser(patched)
      return isDeepStrictEqual(patched.emails, before.emails) ? withAddressesOf(now, wanted) : wanted
    })
  },
})

/** What was not asked for stays: where his own address was cleared elsewhere, another of his addresses must not become it. */
function withAddressesOf({ email, profile }: User, wanted: SyncedUser): SyncedUser {
  const { emails: _, ...rest } = wanted.profile ?? {}
  return { ...wanted, email, profile: { ...rest, ...(profile.emails !== undefined && { emails: profile.emails }) } }
}

/** A user as its source would send it. */
function documentOf(user: User): Document {
  const { schemas: _schemas, id: _id, meta: _meta, ...document } = userResource(user, undefined, '')
  return document
}

function activeStays(): ScimError {
  return scimError(
    'mutability',
    'active can be true or false, not removed: it would enable the user by an omission. Nothing was changed.',
    'active 只能为 true 或 false，不能移除，以免误启用用户，未作任何变更。',
  )
}
