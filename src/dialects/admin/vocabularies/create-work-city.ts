import { companyStream } from '../../../directory/events.ts'
import { addCompanyName } from '../../../directory/vocabularies/names/add-name.ts'
import { adminOperation } from '../admin-operation.ts'
import { companyId, newName, showName, shownName } from './vocabulary-fields.ts'

export const createWorkCity = adminOperation({
  name: 'CreateWorkCity',
  area: 'vocabularies',
  summary: { en: 'Add a work city to a company before anybody is given it', zh: '为企业预先添加工作城市' },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/companies/:company/work-cities',
  params: { company: companyId },
  body: newName,
  output: shownName,
  status: 201,
  errors: ['company_not_found', 'company_name_taken', 'company_name_limit_reached'],
  async handle({ session }, { params: { company }, body }) {
    return showName(await session.write(companyStream(company), (tx) => addCompanyName(tx, session.ports, company, 'work_cities', body)))
  },
})
