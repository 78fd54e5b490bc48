import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { resign } from '../../../../directory/people/resign.ts'
import { endpoint } from '../../declaration.ts'
import { userIdType } from '../../schemas.ts'
import { askedUser } from './asked-user.ts'
import { handOver, readHandOver } from './hand-over.ts'
import { userWriter } from './user-calls.ts'

export const deleteUser = endpoint({
  ...userWriter,
  name: 'user.delete',
  summary: { en: 'Delete a user: who resigns is shown as such from then on', zh: '删除用户（离职）' },
  source: 'contact-v3, user/delete',
  method: 'DELETE',
  route: '/open-apis/contact/v3/users/:user_id',
  path: { user_id: Type.String() },
  query: { user_id_type: userIdType },
  body: handOver,
  output: Type.Object({}),
  errors: {
    40001: [400, 'param error'],
    40004: [403, 'no dept authority error'],
    41050: [403, 'no user authority error'],
    41052: [400, 'user resign acceptor is invalid error'],
    44037: [400, 'tenant manager cannot be deleted'],
    44042: [400, 'User is in resurrect progress, retry later'],
    44062: [400, "According to the settings, this member's account can only be deleted through Member life cycle."],
  },
  unreachable: { 44042: 'A user is back when user.resurrect answers.' },
  chosen: {
    42006: {
      http: 400,
      msg: 'user has resigned error',
      reason: 'The page has no code for a user who has resigned already; user/patch has this one.',
    },
  },
  async handle(call, { path, query: { user_id_type: type = 'open_id' }, body }) {
    const { fedFromOutside: ledElsewhere } = call.company.facts
    return call.session.write(companyStream(call.company.id), async (tx) => {
      const { id } = await askedUser(tx, call, path.user_id, type)
      const acceptors = await readHandOver(tx, call, body, type)
      await resign(tx, call.covering, { person: id, told: path.user_id, handOver: acceptors, ledElsewhere })
      return {}
    })
  },
})
