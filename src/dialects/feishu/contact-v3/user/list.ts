import { Type } from 'typebox'
import { findPeople } from '../../../../directory/people/find-people.ts'
import { presentAmong } from '../../../../directory/people/list-people.ts'
import { coveredPeople } from '../../../../directory/ranges/covers.ts'
import { type Range, rootDepartment } from '../../../../directory/ranges/range.ts'
import type { Call } from '../../call.ts'
import { endpoint } from '../../declaration.ts'
import { cut, type PageTokens, pageTokens } from '../../paging.ts'
import { type IdTypes, idTypes, pageSize, pageToken } from '../../schemas.ts'
import { askedSeats, seatedReader } from './department-users.ts'
import { readUsers } from './user-reader.ts'

interface Asked extends IdTypes {
  readonly page_token?: string
  readonly size: number
  readonly tokens: PageTokens
}

/**
 * A page of the users that the range names one by one and that sit in none of its departments: those are asked for with their department.
 * Source: the frequently asked questions of the contact area, on user/list.
 */
async function namedInRange(call: Call, range: Exclude<Range, { all: true }>, { tokens, size, ...asked }: Asked) {
  const [behind = ''] = tokens.read(asked.page_token, [['']]) ?? []
  return call.session.read(async (reader) => {
    const company = call.company.id
    const seated = await coveredPeople(reader, { company, range: { ...range, people: [], groups: [] } }, range.people)
    const alone = range.people.filter((person) => !seated.has(person))
    const ids = await presentAmong(reader, company, alone, behind, size + 1)
    const { page, ...rest } = cut(ids, size, tokens, (id) => [id])
    const found = (await findPeople(reader, company, page)).filter((person) => person !== undefined)
    return { items: await readUsers(reader, call, asked, found), ...rest }
  })
}

export const listUsers = endpoint({
  ...seatedReader,
  name: 'user.list',
  summary: {
    en: 'The users that sit directly in a department; without one, those that the range names beside its departments, or those of the root to who sees all',
    zh: '获取用户列表（历史版本）：不传部门时返回权限范围内的独立成员（所在部门不在范围内），范围为全部成员时返回根部门直属用户',
  },
  source: 'contact-v3, user/list',
  method: 'GET',
  route: '/open-apis/contact/v3/users',
  scopes: [
    'contact:department.organize:readonly',
    'contact:contact:readonly_as_app',
    'contact:contact:readonly',
    'contact:contact:access_as_app',
  ],
  query: { ...idTypes, department_id: Type.Optional(Type.String()), page_token: pageToken, page_size: pageSize(100) },
  handle(call, { query }) {
    const { department_id: department, page_size: size = 10, department_id_type: type = 'open_department_id' } = query
    const tokens = pageTokens('user.list', call.company.id, department, type)
    const { range } = call.covering
    if (department === undefined && !range.all) return namedInRange(call, range, { ...query, size, tokens })
    return askedSeats(call, { ...query, department: department ?? rootDepartment, size, tokens })
  },
})
