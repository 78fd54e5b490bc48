import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { createJobLevel as create } from '../../../../directory/vocabularies/job-levels/create-job-level.ts'
import { endpoint } from '../../declaration.ts'
import { levelChange, levelErrors, levelName, levelWriter, readLevel, showLevel, shownLevel } from './job-level-fields.ts'

export const createJobLevel = endpoint({
  ...levelWriter,
  name: 'job_level.create',
  area: 'job-level',
  summary: { en: 'Add a job level, in its order or behind all others', zh: '创建职级，未传入排序时排在最后' },
  source: 'contact-v3, job_level/create',
  method: 'POST',
  route: '/open-apis/contact/v3/job_levels',
  body: { ...levelChange, name: levelName, status: Type.Boolean() },
  output: Type.Object({ job_level: shownLevel }),
  errors: {
    ...levelErrors,
    42300: [400, 'job level reach the upper limit'],
  },
  faults: [42302, 42307],
  unreachable: { 42301: 'no parameter names a level that is to be there' },
  async handle({ company, session }, { body }) {
    const wanted = readLevel(body)
    const created = await session.write(companyStream(company.id), (tx) => create(tx, session.ports, company.id, wanted))
    return { job_level: showLevel(created) }
  },
})
