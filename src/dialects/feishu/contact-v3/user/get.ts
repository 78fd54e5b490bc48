import { Type } from 'typebox'
import { personNow } from '../../../../directory/people/find-people.ts'
import { requirePeople } from '../../../../directory/ranges/covers.ts'
import { endpoint } from '../../declaration.ts'
import { usual } from '../../rates.ts'
import { askedUser } from './asked-user.ts'
import { idTypes, readUser, readUsers } from './user-reader.ts'

export const getUser = endpoint({
  name: 'user.get',
  area: 'user',
  summary: { en: 'One user', zh: '获取单个用户信息' },
  source: 'contact-v3, user/get',
  kind: 'read',
  method: 'GET',
  route: '/open-apis/contact/v3/users/:user_id',
  tokens: ['tenant', 'user'],
  apps: ['custom', 'store'],
  scopes: ['contact:contact.base:readonly', 'contact:contact:access_as_app', 'contact:contact:readonly', 'contact:contact:readonly_as_app'],
  windows: usual,
  path: { user_id: Type.String() },
  query: idTypes,
  output: Type.Object({ user: readUser }),
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
      const [user = {}] = await readUsers(reader, call, query, [await personNow(reader, call.company.id, id)])
      return { user }
    })
  },
})
