import { resourceDocument, shownQuery } from '../schemas/documents.ts'
import { userType } from '../schemas/resource-type.ts'
import { scimOperation } from '../scim-operation.ts'
import { changeUser } from './change-user.ts'
import { readUserDocument } from './read-user-document.ts'

export const replaceUser = scimOperation({
  name: 'ReplaceUser',
  area: 'users',
  summary: {
    en: 'Replace all that is said of a user; what is left out is cleared, except active',
    zh: '整体替换用户；未给出的属性将被清除（active 除外）',
  },
  source: 'RFC 7644 §3.5.1',
  kind: 'write',
  method: 'PUT',
  route: '/Users/:id',
  status: 200,
  query: shownQuery,
  body: resourceDocument(userType, 'written'),
  output: resourceDocument(userType, 'shown'),
  errors: ['invalidSyntax', 'invalidValue', 'mutability', 'notFound', 'uniqueness', 'preconditionFailed'],
  async handle(call, sent) {
    const wanted = readUserDocument(sent.body)
    return changeUser(call, sent, () => wanted)
  },
})
