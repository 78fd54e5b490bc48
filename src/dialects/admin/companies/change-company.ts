import { Type } from 'typebox'
import { changeCompany as change } from '../../../directory/companies/change-company.ts'
import { companyStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { strictObject } from '../strict-object.ts'
import { someCompanyFacts } from './company-facts.ts'
import { company, companyId, companyName, showCompany } from './company-fields.ts'

export const changeCompany = adminOperation({
  name: 'ChangeCompany',
  area: 'companies',
  summary: {
    en: 'Change the name and facts of a company; what is left out stays as it is',
    zh: '修改企业的名称和事实信息，未给出的保持不变',
  },
  kind: 'write',
  method: 'PATCH',
  path: '/admin/v1/companies/:company',
  params: { company: companyId },
  body: strictObject({ name: Type.Optional(companyName), facts: Type.Optional(someCompanyFacts) }, { minProperties: 1 }),
  output: company,
  status: 200,
  errors: ['company_not_found'],
  async handle({ session }, { params, body }) {
    return showCompany(await session.write(companyStream(params.company), (tx) => change(tx, params.company, body)))
  },
})
