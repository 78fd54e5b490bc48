import { companyStream } from '../../../directory/events.ts'
import { changeCompanyName } from '../../../directory/vocabularies/names/change-name.ts'
import { adminOperation } from '../admin-operation.ts'
import { changedName, companyId, nameId, showName, shownName } from './vocabulary-fields.ts'

export const changeJobTitle = adminOperation({
  name: 'ChangeJobTitle',
  area: 'vocabularies',
  summary: {
    en: 'Rename, enable or disable a job title of a company; people keep what they have',
    zh: '修改、启用或停用企业的职务，用户已有的值不变',
  },
  kind: 'write',
  method: 'PATCH',
  path: '/admin/v1/companies/:company/job-titles/:title',
  params: { company: companyId, title: nameId('job title') },
  body: changedName,
  output: shownName,
  status: 200,
  errors: ['company_not_found', 'company_name_taken', 'job_title_not_found'],
  async handle({ session }, { params: { company, title: id }, body }) {
    const which = { table: 'job_titles', id } as const
    return showName(await session.write(companyStream(company), (tx) => changeCompanyName(tx, company, which, body)))
  },
})
