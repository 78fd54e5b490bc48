import { Type } from 'typebox'
import { findPeople } from '../../../../directory/people/find-people.ts'
import { endpoint } from '../../declaration.ts'
import { perSecond } from '../../rates.ts'
import { i18nName, userIdType } from '../../schemas.ts'
import { personWriter, readPeople } from '../../translate-ids.ts'
import { mayShowIds } from './asked-user.ts'
import { userReader } from './user-calls.ts'

const basicUser = Type.Object({
  user_id: Type.Optional(Type.String()),
  name: Type.String(),
  i18n_name: i18nName,
})

export const basicBatchUsers = endpoint({
  ...userReader,
  name: 'user.basic_batch',
  summary: { en: 'The names of up to 10 users, whatever the range of the app', zh: '批量获取用户姓名' },
  source: 'contact-v3, user/basic_batch',
  method: 'POST',
  route: '/open-apis/contact/v3/users/basic_batch',
  scopes: ['contact:user.basic_profile:readonly'],
  windows: perSecond(5),
  query: { user_id_type: userIdType },
  body: { user_ids: Type.Array(Type.String(), { minItems: 1, maxItems: 10 }) },
  output: Type.Object({ users: Type.Array(basicUser) }),
  errors: { 40001: [400, 'param is invalid'] },
  async handle(call, { query: { user_id_type: type = 'open_id' }, body }) {
    return call.session.read(async (reader) => {
      const named = await readPeople(
        reader,
        call,
        body.user_ids.map((id) => [id, type]),
      )
      const ids = [...new Set(named.flatMap((person) => (person ? [person.id] : [])))]
      const people = (await findPeople(reader, call.company.id, ids)).filter((person) => person !== undefined)
      const write = await personWriter(reader, call, type, ids)
      const shown = mayShowIds(call, type)
      const users = people.map(({ id, name, enName }) => ({
        ...(shown && { user_id: write(id) }),
        name,
        i18n_name: { zh_cn: name, ...(enName !== '' && { en_us: enName }) },
      }))
      return { users }
    })
  },
})
