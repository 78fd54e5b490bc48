import { Type } from 'typebox'
import { jobFamilyNow } from '../../../../directory/vocabularies/job-families/find-job-family.ts'
import { endpoint } from '../../declaration.ts'
import { familyPath, familyReader, showFamily, shownFamily } from './job-family-fields.ts'

export const getJobFamily = endpoint({
  ...familyReader,
  name: 'job_family.get',
  area: 'job-family',
  summary: { en: 'One job family', zh: '获取单个序列信息' },
  source: 'contact-v3, job_family/get',
  method: 'GET',
  route: '/open-apis/contact/v3/job_families/:job_family_id',
  path: familyPath,
  output: Type.Object({ job_family: shownFamily }),
  errors: { 42404: [404, 'job family not exist'] },
  async handle({ company, session }, { path }) {
    return { job_family: showFamily(await session.read((reader) => jobFamilyNow(reader, company.id, path.job_family_id))) }
  },
})
