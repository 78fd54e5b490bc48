import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { changeCode } from '../../../../directory/people/change-code.ts'
import { endpoint } from '../../declaration.ts'
import { perSecond } from '../../rates.ts'
import { userIdType } from '../../schemas.ts'
import { askedUser } from './asked-user.ts'
import { userWriter } from './user-calls.ts'

export const updateUserId = endpoint({
  ...userWriter,
  name: 'user.update_user_id',
  summary: { en: 'Give a user another user_id, once', zh: '更新用户 ID（每个用户一次）' },
  source: 'contact-v3, user/update_user_id',
  method: 'PATCH',
  route: '/open-apis/contact/v3/users/:user_id/update_user_id',
  scopes: ['contact:contact:update_user_id'],
  windows: perSecond(20),
  path: { user_id: Type.String() },
  query: { user_id_type: userIdType },
  body: { new_user_id: Type.String({ pattern: '^\\S{1,64}$', refusal: 41054, missing: 41054 }) },
  output: Type.Object({}),
  errors: {
    40001: [400, 'Invalid params'],
    41009: [400, 'no email or mobile error'],
    41011: [400, 'userID already exists error'],
    41013: [400, 'exceed userID update limit error'],
    41050: [400, 'no user authority error'],
    41054: [400, 'new user id is required  error'],
  },
  unreachable: { 41009: 'The call takes neither a mail nor a phone.' },
  chosen: {
    42006: {
      http: 400,
      msg: 'user has resigned error',
      reason: 'The page has no code for a user who has resigned; user/patch has this one.',
    },
  },
  async handle(call, { path, query, body }) {
    return call.session.write(companyStream(call.company.id), async (tx) => {
      const { id } = await askedUser(tx, call, path.user_id, query.user_id_type)
      const most = call.company.facts.limits.personCodeChanges
      await changeCode(tx, call.covering, { person: id, told: path.user_id, code: body.new_user_id, most })
      return {}
    })
  },
})
