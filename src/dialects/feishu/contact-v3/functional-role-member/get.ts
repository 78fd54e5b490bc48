import { Type } from 'typebox'
import { findRoleMember } from '../../../../directory/company-roles/find-member.ts'
import { companyRoleNow } from '../../../../directory/company-roles/find-role.ts'
import { Refused } from '../../../../directory/refusals.ts'
import { endpoint } from '../../declaration.ts'
import { idTypes } from '../../schemas.ts'
import { readPeople } from '../../translate-ids.ts'
import { roleApp, rolePath } from '../functional-role/role-fields.ts'
import { roleMember, showRoleMembers } from './member-fields.ts'

export const getFunctionalRoleMember = endpoint({
  ...roleApp,
  name: 'functional_role_member.get',
  area: 'functional-role-member',
  summary: { en: 'For which departments somebody holds a functional role', zh: '查询角色成员的管理范围' },
  source: 'contact-v3, functional_role-member/get',
  kind: 'read',
  method: 'GET',
  route: '/open-apis/contact/v3/functional_roles/:role_id/members/:member_id',
  scopes: ['contact:functional_role', 'contact:functional_role:readonly'],
  path: { ...rolePath, member_id: Type.String() },
  query: idTypes,
  output: Type.Object({ member: roleMember }),
  errors: { 41202: [404, 'role id is not exist'], 41203: [404, 'member id is not exist'] },
  async handle(call, { path: { role_id: role, member_id: id }, query }) {
    return call.session.read(async (reader) => {
      await companyRoleNow(reader, call.company.id, role)
      const [person] = await readPeople(reader, call, [[id, query.user_id_type ?? 'open_id']])
      const found = person && (await findRoleMember(reader, call.covering, role, person.id))
      if (!found) throw new Refused({ fact: 'company_role_member_not_found', role, member: id })
      const [member] = await showRoleMembers(reader, call, query, [found])
      if (!member) throw new Error('one member is shown as one')
      return { member }
    })
  },
})
