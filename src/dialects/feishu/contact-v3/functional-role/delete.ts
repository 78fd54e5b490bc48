import { Type } from 'typebox'
import { deleteCompanyRole } from '../../../../directory/company-roles/delete-role.ts'
import { companyStream } from '../../../../directory/events.ts'
import { endpoint } from '../../declaration.ts'
import { roleApp, rolePath } from './role-fields.ts'

export const deleteFunctionalRole = endpoint({
  ...roleApp,
  name: 'functional_role.delete',
  area: 'functional-role',
  summary: { en: 'Delete a functional role that nobody holds', zh: '删除没有成员的角色' },
  source: 'contact-v3, functional_role/delete',
  kind: 'write',
  method: 'DELETE',
  route: '/open-apis/contact/v3/functional_roles/:role_id',
  scopes: ['contact:functional_role'],
  path: rolePath,
  output: Type.Object({}),
  errors: { 41202: [404, 'role id is not exist'], 41206: [400, 'functional role has members, can not delete'] },
  async handle({ company, session }, { path }) {
    await session.write(companyStream(company.id), (tx) => deleteCompanyRole(tx, company.id, path.role_id))
    return {}
  },
})
