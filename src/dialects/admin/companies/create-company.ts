import { Type } from 'typebox'
import { createCompany as create, newCompanyId } from '../../../directory/companies/create-company.ts'
import { companyStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { strictObject } from '../strict-object.ts'
import { someCompanyFacts } from './company-facts.ts'
import { company, companyName, showCompany } from './company-fields.ts'

export const createCompany = adminOperation({
  name: 'CreateCompany',
  area: 'companies',
  summary: { en: 'Make a company with nobody in it; an app is made next', zh: '创建企业，初始没有成员，接着可创建应用' },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/companies',
  body: strictObject({ name: companyName, facts: Type.Optional(someCompanyFacts) }),
  output: company,
  status: 201,
  errors: [],
  async handle({ session }, { body }) {
    const id = newCompanyId(session.ports)
    return showCompany(await session.write(companyStream(id), (tx) => create(tx, { id, ...body })))
  },
})
