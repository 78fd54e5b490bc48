import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { deleteJobLevel as remove } from '../../../../directory/vocabularies/job-levels/delete-job-level.ts'
import { endpoint } from '../../declaration.ts'
import { levelPath, levelWriter } from './job-level-fields.ts'

export const deleteJobLevel = endpoint({
  ...levelWriter,
  name: 'job_level.delete',
  area: 'job-level',
  summary: { en: 'Delete a job level', zh: '删除职级' },
  source: 'contact-v3, job_level/delete',
  method: 'DELETE',
  route: '/open-apis/contact/v3/job_levels/:job_level_id',
  path: levelPath,
  output: Type.Object({}),
  errors: { 42301: [404, 'job level not exist'], 42302: [400, 'job level tenant lock fail'] },
  faults: [42302],
  async handle({ company, session }, { path }) {
    await session.write(companyStream(company.id), (tx) => remove(tx, company.id, path.job_level_id))
    return {}
  },
})
