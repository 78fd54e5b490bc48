import { Type } from 'typebox'
import { putRoleMember } from '../../../directory/company-roles/put-member.ts'
import { companyStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { strictObject } from '../strict-object.ts'
import { roleParams, scope } from './company-role-fields.ts'

export const putCompanyRoleMember = adminOperation({
  name: 'PutCompanyRoleMember',
  area: 'company-roles',
  summary: {
    en: 'Have a person hold a functional role for all of the company, which no vendor call does, or for nothing yet',
    zh: '使人员在全企业范围内担任角色（厂商接口无法设置），或暂不设范围',
  },
  kind: 'write',
  method: 'PUT',
  path: '/admin/v1/companies/:company/roles/:role/members/:person',
  params: { ...roleParams, person: Type.String({ minLength: 1, maxLength: 64, description: 'The id that the company gave the person' }) },
  body: strictObject({ scope }),
  output: Type.Object({ person: Type.String(), scope }),
  status: 200,
  errors: ['company_not_found', 'company_role_not_found', 'person_not_found', 'person_resigned', 'company_role_full'],
  async handle({ session }, { params: { company, role, person }, body }) {
    await session.write(companyStream(company), (tx) => putRoleMember(tx, company, { role, person, scope: body.scope }))
    return { person, scope: body.scope }
  },
})
