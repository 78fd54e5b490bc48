import { companyNow } from '../../../directory/companies/find-company.ts'
import { adminOperation } from '../admin-operation.ts'
import { company, companyId, showCompany } from './company-fields.ts'

export const getCompany = adminOperation({
  name: 'GetCompany',
  area: 'companies',
  summary: { en: 'Show one company', zh: '查询一个企业' },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/companies/:company',
  params: { company: companyId },
  output: company,
  status: 200,
  errors: ['company_not_found'],
  async handle({ session }, { params }) {
    return showCompany(await session.read((reader) => companyNow(reader, params.company)))
  },
})
