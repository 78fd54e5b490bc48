import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { deleteJobFamily as remove } from '../../../../directory/vocabularies/job-families/delete-job-family.ts'
import { endpoint } from '../../declaration.ts'
import { familyPath, familyWriter } from './job-family-fields.ts'

export const deleteJobFamily = endpoint({
  ...familyWriter,
  name: 'job_family.delete',
  area: 'job-family',
  summary: { en: 'Delete a job family that has none below it', zh: '删除没有子序列的序列' },
  source: 'contact-v3, job_family/delete',
  method: 'DELETE',
  route: '/open-apis/contact/v3/job_families/:job_family_id',
  path: familyPath,
  output: Type.Object({}),
  errors: {
    42402: [404, 'job family not exist'],
    42403: [400, 'job family tenant lock fail'],
    42411: [400, 'job family has child can not delete'],
  },
  faults: [42403],
  async handle({ company, session }, { path }) {
    await session.write(companyStream(company.id), (tx) => remove(tx, company.id, path.job_family_id))
    return {}
  },
})
