import { Type } from 'typebox'
import { renameCompanyRole } from '../../../../directory/company-roles/rename-role.ts'
import { companyStream } from '../../../../directory/events.ts'
import { endpoint } from '../../declaration.ts'
import { roleApp, roleName, rolePath } from './role-fields.ts'

export const updateFunctionalRole = endpoint({
  ...roleApp,
  name: 'functional_role.update',
  area: 'functional-role',
  summary: { en: 'Give a functional role another name', zh: '修改角色名称' },
  source: 'contact-v3, functional_role/update',
  kind: 'write',
  method: 'PUT',
  route: '/open-apis/contact/v3/functional_roles/:role_id',
  scopes: ['contact:functional_role'],
  path: rolePath,
  body: { role_name: roleName },
  output: Type.Object({}),
  errors: {
    41202: [404, 'role id is not exist'],
    41201: [400, 'role name is existed'],
    41213: [400, 'system role not support update'],
  },
  async handle({ company, session }, { path, body }) {
    await session.write(companyStream(company.id), (tx) => renameCompanyRole(tx, company.id, path.role_id, body.role_name.trim()))
    return {}
  },
})
