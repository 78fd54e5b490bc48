import { Type } from 'typebox'
import { createCompanyRole as create } from '../../../directory/company-roles/create-role.ts'
import { companyStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { companyId } from '../companies/company-fields.ts'
import { strictObject } from '../strict-object.ts'
import { roleName } from './company-role-fields.ts'

export const createCompanyRole = adminOperation({
  name: 'CreateCompanyRole',
  area: 'company-roles',
  summary: {
    en: 'Make a functional role of a company; a system role keeps its name, and no vendor call makes one',
    zh: '创建企业角色；系统角色不可改名，且不能由厂商接口创建',
  },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/companies/:company/roles',
  params: { company: companyId },
  body: strictObject({ name: roleName, system: Type.Optional(Type.Boolean({ default: false })) }),
  output: Type.Object({ id: Type.String(), name: Type.String(), system: Type.Boolean() }),
  status: 201,
  errors: ['company_not_found', 'company_role_name_taken', 'company_role_limit_reached'],
  async handle({ session }, { params: { company }, body: { name, system = false } }) {
    const asked = { name: name.trim(), isSystem: system }
    const role = await session.write(companyStream(company), (tx) => create(tx, session.ports, company, asked))
    return { id: role.id, name: role.name, system: role.isSystem }
  },
})
