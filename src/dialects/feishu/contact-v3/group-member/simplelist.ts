import { Type } from 'typebox'
import { listGroupMembers } from '../../../../directory/company-groups/list-members.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import { endpoint } from '../../declaration.ts'
import { userIdTypes } from '../../ids.ts'
import { ageIn, cut, pageTokens } from '../../paging.ts'
import { oneOf, paged, pageSize, pageToken } from '../../schemas.ts'
import { departmentWriter, personWriter } from '../../translate-ids.ts'
import { badField, groupPath, groupReader } from '../group/group-fields.ts'
import { mayShowIds } from '../user/asked-user.ts'

const memberTypes = ['user', 'department'] as const
type MemberType = (typeof memberTypes)[number]
const idTypes = [...userIdTypes, 'department_id'] as const
type IdType = (typeof idTypes)[number]

export const listGroupMembersOf = endpoint({
  ...groupReader,
  name: 'group_member.simplelist',
  area: 'group-member',
  summary: { en: 'The users of a group, or its departments, in the order in which they joined', zh: '查询用户组成员列表' },
  source: 'contact-v3, group-member/simplelist',
  method: 'GET',
  route: '/open-apis/contact/v3/group/:group_id/member/simplelist',
  path: groupPath,
  query: {
    page_size: pageSize(100),
    page_token: pageToken,
    member_id_type: Type.Optional(oneOf(idTypes, { refusal: 41071 })),
    member_type: Type.Optional(oneOf(memberTypes, { refusal: 41074 })),
  },
  output: paged('memberlist', Type.Object({ member_id: Type.Optional(Type.String()), member_type: Type.String() })),
  errors: {
    40003: [500, 'internal error'],
    40011: [400, 'page size is invalid'],
    40012: [400, 'page token is invalid error'],
    42002: [400, 'invalid group_id'],
    41074: [400, 'invalid member_type'],
    41071: [400, 'invalid member_id_type'],
    41072: [400, 'member_type not match member_id_type'],
    42009: [403, 'no user group authority error'],
  },
  faults: [40003],
  async handle(call, { path: { group_id: group }, query }) {
    const { page_size: size = 50, page_token: token, member_id_type: idType = 'open_id', member_type: type = 'user' } = query
    requireFit(type, idType)
    const { company, covering, session } = call
    const tokens = pageTokens('group_member.simplelist', company.id, group, type)
    const after = ageIn(tokens, token)
    const kind = type === 'user' ? 'person' : 'department'
    return session.read(async (reader) => {
      const members = await listGroupMembers(reader, { covering, group, kind, after, limit: size + 1 })
      const { page, ...rest } = cut(members, size, tokens, ({ joinedAt, id }) => [joinedAt, id])
      const ids = page.map(({ id }) => id)
      const write = await writerOf(reader, call, type, idType, ids)
      const shown = idType === 'department_id' || mayShowIds(call, idType)
      return { memberlist: ids.map((id) => ({ ...(shown && { member_id: write(id) }), member_type: type })), ...rest }
    })
  },
})

/** The forever ids of departments go under the name `open_id` here. Refuses with 41072. */
function requireFit(type: MemberType, idType: IdType): void {
  const fitting: readonly IdType[] = type === 'user' ? userIdTypes : ['open_id', 'department_id']
  if (fitting.includes(idType)) return
  throw badField(41072, 'member_id_type', idType, {
    en: `With member_type ${type}, member_id_type must be one of ${fitting.join(', ')}.`,
    zh: `member_type 为 ${type} 时，member_id_type 应为 ${fitting.join('、')} 之一。`,
  })
}

function writerOf(reader: Reader, call: Call, type: MemberType, idType: IdType, ids: readonly string[]): Promise<(id: string) => string> {
  if (type === 'user') return personWriter(reader, call, idType === 'department_id' ? 'open_id' : idType, ids)
  return departmentWriter(reader, call, idType === 'department_id' ? 'department_id' : 'open_department_id', ids)
}
