import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { changeJobLevel } from '../../../../directory/vocabularies/job-levels/change-job-level.ts'
import { endpoint } from '../../declaration.ts'
import { levelChange, levelErrors, levelPath, levelWriter, readLevel, showLevel, shownLevel } from './job-level-fields.ts'

export const updateJobLevel = endpoint({
  ...levelWriter,
  name: 'job_level.update',
  area: 'job-level',
  summary: { en: 'Change a job level; what is not sent stays', zh: '更新职级，未传入的字段保持不变' },
  source: 'contact-v3, job_level/update',
  method: 'PUT',
  route: '/open-apis/contact/v3/job_levels/:job_level_id',
  path: levelPath,
  body: levelChange,
  output: Type.Object({ job_level: shownLevel }),
  errors: levelErrors,
  faults: [42302, 42307],
  async handle({ company, session }, { path, body }) {
    const change = readLevel(body)
    const changed = await session.write(companyStream(company.id), (tx) => changeJobLevel(tx, company.id, path.job_level_id, change))
    return { job_level: showLevel(changed) }
  },
})
