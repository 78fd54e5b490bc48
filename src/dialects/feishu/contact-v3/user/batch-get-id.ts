import { Type } from 'typebox'
import { findByContact } from '../../../../directory/people/find-by-contact.ts'
import { findPeople } from '../../../../directory/people/find-people.ts'
import { phoneOf } from '../../../../directory/people/phone.ts'
import { endpoint } from '../../declaration.ts'
import { userIdType } from '../../schemas.ts'
import { maySee, userFields } from '../../scopes.ts'
import { personWriter } from '../../translate-ids.ts'
import { mayShowIds } from './asked-user.ts'
import { statusOf } from './shown-user.ts'
import { userReader } from './user-calls.ts'
import { userMembers } from './user-schema.ts'

const text = Type.Optional(Type.String())
const contacts = (options: object = {}) => Type.Optional(Type.Array(Type.String(), { maxItems: 50, ...options }))

export const batchGetUserIds = endpoint({
  ...userReader,
  name: 'user.batch_get_id',
  summary: { en: 'The ids of users by their mails and phones', zh: '通过手机号或邮箱获取用户 ID' },
  source: 'contact-v3, user/batch_get_id',
  method: 'POST',
  route: '/open-apis/contact/v3/users/batch_get_id',
  tokens: ['tenant'],
  scopes: ['contact:user.id:readonly'],
  query: { user_id_type: userIdType },
  body: { emails: contacts({ examples: [['mei.lin@example.com']] }), mobiles: contacts(), include_resigned: Type.Optional(Type.Boolean()) },
  output: Type.Object({
    user_list: Type.Array(Type.Object({ user_id: text, mobile: text, email: text, status: userMembers.status })),
  }),
  errors: {},
  chosen: {
    40001: { http: 400, msg: 'invalid request parameter', reason: 'The page has no table of errors; other calls of users have this one.' },
  },
  async handle(call, { query: { user_id_type: type = 'open_id' }, body }) {
    const { emails = [], mobiles = [], include_resigned: resigned = false } = body
    const asked = [
      ...emails.map((email) => ({ shown: { email }, kind: 'emails', key: email.trim().toLowerCase() }) as const),
      ...mobiles.map((mobile) => ({ shown: { mobile }, kind: 'mobiles', key: phoneOf(mobile) ?? '' }) as const),
    ]
    const keys = (kind: 'emails' | 'mobiles') => asked.filter((one) => one.kind === kind && one.key !== '').map(({ key }) => key)
    return call.session.read(async (reader) => {
      const holders = await findByContact(reader, call.covering, { emails: keys('emails'), mobiles: keys('mobiles') }, resigned)
      const ids = [...new Set([...holders.emails.values(), ...holders.mobiles.values()])]
      const people = new Map((await findPeople(reader, call.company.id, ids)).flatMap((person) => (person ? [[person.id, person]] : [])))
      const write = await personWriter(reader, call, type, ids)
      const user_list = asked.map(({ shown, kind, key }) => {
        const person = people.get(holders[kind].get(key) ?? '')
        if (!person) return shown
        const id = write(person.id)
        return {
          ...(mayShowIds(call, type) && id !== '' && { user_id: id }),
          ...shown,
          ...(maySee(userFields, 'status', call) && { status: statusOf(person) }),
        }
      })
      return { user_list }
    })
  },
})
