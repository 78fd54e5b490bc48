import { Type } from 'typebox'
import { listRoleMembers } from '../../../../directory/company-roles/list-members.ts'
import { endpoint } from '../../declaration.ts'
import { FeishuError } from '../../feishu-error.ts'
import { type PageTokens, pageTokens } from '../../paging.ts'
import { idTypes, paged, pageToken } from '../../schemas.ts'
import { roleApp, rolePath } from '../functional-role/role-fields.ts'
import { roleMember, showRoleMembers } from './member-fields.ts'

const usualSize = 20

/** This list's page has no code for a page_token but the one for any parameter. */
function placeOf(tokens: PageTokens, token: string | undefined) {
  try {
    return tokens.read(token, [[0, '']])
  } catch (error) {
    if (error instanceof FeishuError) throw new FeishuError(40001, error.text, error.more)
    throw error
  }
}

export const listFunctionalRoleMembers = endpoint({
  ...roleApp,
  name: 'functional_role_member.list',
  area: 'functional-role-member',
  summary: { en: 'List who holds a functional role, and for which departments', zh: '查询角色下的成员及其管理范围' },
  source: 'contact-v3, functional_role-member/list',
  kind: 'read',
  method: 'GET',
  route: '/open-apis/contact/v3/functional_roles/:role_id/members',
  scopes: ['contact:functional_role', 'contact:functional_role:readonly'],
  path: rolePath,
  query: {
    page_size: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
    page_token: pageToken,
    ...idTypes,
  },
  output: paged('members', roleMember),
  errors: { 40001: [400, 'param error'], 41202: [404, 'role id is not exist'] },
  async handle(call, { path: { role_id: role }, query }) {
    const tokens = pageTokens('functional_role_member.list', call.company.id, role)
    const place = placeOf(tokens, query.page_token)
    const after = place && { at: place[0], person: place[1] }
    return call.session.read(async (reader) => {
      const { items, next } = await listRoleMembers(reader, call.covering, role, { after, limit: query.page_size || usualSize })
      const members = await showRoleMembers(reader, call, query, items)
      return { members, has_more: next !== undefined, ...(next && { page_token: tokens.write([next.at, next.person]) }) }
    })
  },
})
