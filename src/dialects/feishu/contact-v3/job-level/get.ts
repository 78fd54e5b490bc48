import { Type } from 'typebox'
import { jobLevelNow } from '../../../../directory/vocabularies/job-levels/find-job-level.ts'
import { endpoint } from '../../declaration.ts'
import { levelPath, levelReader, showLevel, shownLevel } from './job-level-fields.ts'

export const getJobLevel = endpoint({
  ...levelReader,
  name: 'job_level.get',
  area: 'job-level',
  summary: { en: 'One job level', zh: '获取单个职级信息' },
  source: 'contact-v3, job_level/get',
  method: 'GET',
  route: '/open-apis/contact/v3/job_levels/:job_level_id',
  path: levelPath,
  output: Type.Object({ job_level: shownLevel }),
  errors: { 42301: [404, 'job level not exist'] },
  async handle({ company, session }, { path }) {
    return { job_level: showLevel(await session.read((reader) => jobLevelNow(reader, company.id, path.job_level_id))) }
  },
})
