import { Type } from 'typebox'
import { groupsOfPerson } from '../../../../directory/company-groups/list-groups.ts'
import { endpoint } from '../../declaration.ts'
import { userIdTypes } from '../../ids.ts'
import { cut, pageTokens } from '../../paging.ts'
import { oneOf, paged, pageSize, pageToken } from '../../schemas.ts'
import { readPeople } from '../../translate-ids.ts'
import { groupReader, kindOf, unknownMember } from './group-fields.ts'

export const listGroupsOfMember = endpoint({
  ...groupReader,
  name: 'group.member_belong',
  area: 'group',
  summary: { en: 'Ids of the user groups that a user is in and the app may see', zh: '查询用户所属用户组' },
  source: 'contact-v3, group/member_belong',
  method: 'GET',
  route: '/open-apis/contact/v3/group/member_belong',
  query: {
    member_id: Type.String(),
    member_id_type: Type.Optional(oneOf(userIdTypes, { refusal: 41071 })),
    group_type: Type.Optional(Type.Integer({ minimum: 1, maximum: 2, refusal: 41074 })),
    page_size: pageSize(1000),
    page_token: pageToken,
  },
  output: paged('group_list', Type.String()),
  errors: {
    40001: [400, 'param error'],
    40003: [500, 'internal error'],
    40011: [400, 'page size is invalid'],
    40012: [400, 'page token is invalid'],
    41071: [400, 'invalid member_id_type'],
    41073: [400, 'invalid member_id'],
    41074: [400, 'invalid member_type'],
    41050: [403, 'no user authority error'],
  },
  faults: [40003],
  async handle(call, { query }) {
    const { member_id: told, member_id_type: idType = 'open_id', group_type: type, page_size: size = 500, page_token: token } = query
    const { company, covering, session } = call
    const tokens = pageTokens('group.member_belong', company.id, idType, told, type)
    const [after = ''] = tokens.read(token, [['']]) ?? []
    const kind = type === undefined ? undefined : kindOf(type)
    const groups = await session.read(async (reader) => {
      const [person] = await readPeople(reader, call, [[told, idType]])
      if (!person) throw unknownMember(told)
      return groupsOfPerson(reader, { covering, person: person.id, kind, after, limit: size + 1 })
    })
    const { page, ...rest } = cut(groups, size, tokens, (id) => [id])
    return { group_list: page, ...rest }
  },
})
