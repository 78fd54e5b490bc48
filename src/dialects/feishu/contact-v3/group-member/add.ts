import { Type } from 'typebox'
import { endpoint } from '../../declaration.ts'
import { groupPath, onlyUsers } from '../group/group-fields.ts'
import { changeMember, memberBody, memberErrors, memberWriter } from './member-fields.ts'

export const addGroupMember = endpoint({
  ...memberWriter,
  name: 'group_member.add',
  area: 'group-member',
  summary: { en: 'Put a user into a normal user group', zh: '添加用户组成员' },
  source: 'contact-v3, group-member/add',
  method: 'POST',
  route: '/open-apis/contact/v3/group/:group_id/member/add',
  path: groupPath,
  body: memberBody,
  output: Type.Object({}),
  errors: {
    ...memberErrors,
    40004: [403, 'no dept authority error'],
    42005: [400, 'member exist in group error'],
    42006: [400, 'user has resigned error'],
    42011: [400, 'group member department reached the upper limit'],
    42012: [400, 'group member user reached the upper limit'],
  },
  faults: [40003],
  unreachable: { 40004: onlyUsers, 42011: onlyUsers },
  chosen: {
    42003: { http: 400, msg: 'group type invalid', reason: 'Nobody is put into a dynamic group, for which the page names no code' },
  },
  async handle(call, { path, body }) {
    await changeMember(call, 'add', path.group_id, body)
    return {}
  },
})
