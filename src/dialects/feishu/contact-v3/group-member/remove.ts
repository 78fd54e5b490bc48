import { Type } from 'typebox'
import { endpoint } from '../../declaration.ts'
import { groupPath, onlyUsers } from '../group/group-fields.ts'
import { changeMember, memberBody, memberErrors, memberWriter } from './member-fields.ts'

export const removeGroupMember = endpoint({
  ...memberWriter,
  name: 'group_member.remove',
  area: 'group-member',
  summary: { en: 'Take a user out of a normal user group; who is not in it is out', zh: '移除用户组成员' },
  source: 'contact-v3, group-member/remove',
  method: 'POST',
  route: '/open-apis/contact/v3/group/:group_id/member/remove',
  path: groupPath,
  body: memberBody,
  output: Type.Object({}),
  errors: {
    ...memberErrors,
    40004: [404, 'no dept authority error'],
  },
  faults: [40003],
  unreachable: { 40004: onlyUsers },
  chosen: {
    42003: { http: 400, msg: 'group type invalid', reason: 'Nobody is taken out of a dynamic group, for which the page names no code' },
  },
  async handle(call, { path, body }) {
    await changeMember(call, 'remove', path.group_id, body)
    return {}
  },
})
