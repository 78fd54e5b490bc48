import { Type } from 'typebox'
import { findPeople } from '../../../../directory/people/find-people.ts'
import { endpoint } from '../../declaration.ts'
import { idTypes } from '../../schemas.ts'
import { seenUsers } from './asked-user.ts'
import { userReader } from './user-calls.ts'
import { toldUser, toldUsers } from './user-reader.ts'

export const batchUsers = endpoint({
  ...userReader,
  name: 'user.batch',
  summary: { en: 'Up to 50 users by their ids', zh: '批量获取用户信息' },
  source: 'contact-v3, user/batch',
  method: 'GET',
  route: '/open-apis/contact/v3/users/batch',
  scopes: ['contact:contact.base:readonly'],
  query: { user_ids: Type.Array(Type.String(), { minItems: 1, maxItems: 50 }), ...idTypes },
  output: Type.Object({ items: Type.Array(toldUser) }),
  errors: {
    40001: [400, 'invalid parameter'],
    40004: [403, 'no dept. authority'],
    41050: [400, 'no user authority'],
  },
  unreachable: {
    40004: 'The call names no department, and users out of range are left out of its answer.',
    41050: 'Users out of range are left out of the answer, as the page says.',
  },
  async handle(call, { query }) {
    return call.session.read(async (reader) => {
      const found = await findPeople(reader, call.company.id, await seenUsers(reader, call, query.user_ids, query.user_id_type))
      const people = found.filter((person) => person !== undefined)
      return { items: await toldUsers(reader, call, query, people) }
    })
  },
})
