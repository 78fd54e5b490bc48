import { companyStream } from '../../../directory/events.ts'
import { changeCompanyName } from '../../../directory/vocabularies/names/change-name.ts'
import { adminOperation } from '../admin-operation.ts'
import { changedName, companyId, nameId, showName, shownName } from './vocabulary-fields.ts'

export const changeWorkCity = adminOperation({
  name: 'ChangeWorkCity',
  area: 'vocabularies',
  summary: {
    en: 'Rename, enable or disable a work city of a company; people keep what they have',
    zh: '修改、启用或停用企业的工作城市，用户已有的值不变',
  },
  kind: 'write',
  method: 'PATCH',
  path: '/admin/v1/companies/:company/work-cities/:city',
  params: { company: companyId, city: nameId('work city') },
  body: changedName,
  output: shownName,
  status: 200,
  errors: ['company_not_found', 'company_name_taken', 'work_city_not_found'],
  async handle({ session }, { params: { company, city: id }, body }) {
    const which = { table: 'work_cities', id } as const
    return showName(await session.write(companyStream(company), (tx) => changeCompanyName(tx, company, which, body)))
  },
})
