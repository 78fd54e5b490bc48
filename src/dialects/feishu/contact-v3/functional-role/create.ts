import { Type } from 'typebox'
import { createCompanyRole } from '../../../../directory/company-roles/create-role.ts'
import { companyStream } from '../../../../directory/events.ts'
import { endpoint } from '../../declaration.ts'
import { roleApp, roleName } from './role-fields.ts'

export const createFunctionalRole = endpoint({
  ...roleApp,
  name: 'functional_role.create',
  area: 'functional-role',
  summary: { en: 'Add a functional role, which nobody holds yet', zh: '创建角色' },
  source: 'contact-v3, functional_role/create',
  kind: 'write',
  method: 'POST',
  route: '/open-apis/contact/v3/functional_roles',
  scopes: ['contact:functional_role'],
  body: { role_name: roleName },
  output: Type.Object({ role_id: Type.String() }),
  errors: { 41201: [400, 'role name is exist'], 41208: [400, 'tenant role not more 500'] },
  async handle({ company, session }, { body }) {
    const name = body.role_name.trim()
    const role = await session.write(companyStream(company.id), (tx) => createCompanyRole(tx, session.ports, company.id, { name }))
    return { role_id: role.id }
  },
})
