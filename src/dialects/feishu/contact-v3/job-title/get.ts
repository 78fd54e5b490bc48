import { Type } from 'typebox'
import { companyNameNow } from '../../../../directory/vocabularies/names/find-name.ts'
import { endpoint } from '../../declaration.ts'
import { jobTitleReader, showJobTitle, shownJobTitle } from './job-title-fields.ts'

export const getJobTitle = endpoint({
  ...jobTitleReader,
  name: 'job_title.get',
  area: 'job-title',
  summary: { en: 'One job title', zh: '获取单个职务信息' },
  source: 'contact-v3, job_title/get',
  method: 'GET',
  route: '/open-apis/contact/v3/job_titles/:job_title_id',
  path: { job_title_id: Type.String() },
  output: Type.Object({ job_title: shownJobTitle }),
  errors: { 40001: [400, 'invalid params'] },
  async handle({ company, session }, { path }) {
    const found = await session.read((reader) => companyNameNow(reader, company.id, 'job_titles', path.job_title_id))
    return { job_title: showJobTitle(found) }
  },
})
