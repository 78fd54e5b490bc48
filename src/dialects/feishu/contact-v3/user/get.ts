import { Type } from 'typebox'
import { personNow } from '../../../../directory/people/find-people.ts'
import { requirePeople } from '../../../../directory/ranges/covers.ts'
import { endpoint } from '../../declaration.ts'
import { idTypes } from '../../schemas.ts'
import { askedUser } from './asked-user.ts'
import { assignedLicences, assignInfo } from './assigned-licences.ts'
import { userReader } from './user-calls.ts'
import { readUser, readUsers } from './user-reader.ts'

export const getUser = endpoint({
  ...userReader,
  name: 'user.get',
  summary: { en: 'One user', zh: '获取单个用户信息' },
  source: 'contact-v3, user/get',
  method: 'GET',
  route: '/open-apis/contact/v3/users/:user_id',
  scopes: ['contact:contact.base:readonly', 'contact:contact:access_as_app', 'contact:contact:readonly', 'contact:contact:readonly_as_app'],
  path: { user_id: Type.String() },
  query: idTypes,
  output: Type.Object({ user: Type.Object({ ...readUser.properties, assign_info: assignInfo }) }),
  errors: {
    40001: [400, 'invalid parameter'],
    40003: [400, 'internal error'],
    41012: [400, 'user id invalid error'],
    41050: [400, 'no user authority'],
  },
  faults: [40003],
  async handle(call, { path, query }) {
    return call.session.read(async (reader) => {
      const { id } = await askedUser(reader, call, path.user_id, query.user_id_type)
      await requirePeople(reader, call.covering, [id])
      const person = await personNow(reader, call.company.id, id)
      const [user] = await readUsers(reader, call, query, [person])
      return { user: { ...user, ...assignedLicences(person, call) } }
    })
  },
})
