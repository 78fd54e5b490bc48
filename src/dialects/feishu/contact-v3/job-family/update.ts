import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { changeJobFamily } from '../../../../directory/vocabularies/job-families/change-job-family.ts'
import { endpoint } from '../../declaration.ts'
import { familyChange, familyErrors, familyPath, familyWriter, readFamily, showFamily, shownFamily } from './job-family-fields.ts'

export const updateJobFamily = endpoint({
  ...familyWriter,
  name: 'job_family.update',
  area: 'job-family',
  summary: {
    en: 'Change a job family; what is not sent stays, and so does the parent when it is empty',
    zh: '更新序列，未传入的字段保持不变，上级序列传空亦不变',
  },
  source: 'contact-v3, job_family/update',
  method: 'PUT',
  route: '/open-apis/contact/v3/job_families/:job_family_id',
  path: familyPath,
  body: familyChange,
  output: Type.Object({ job_family: shownFamily }),
  errors: {
    ...familyErrors,
    42402: [404, 'job family not exist'],
  },
  faults: [42403, 42412],
  unreachable: { 42411: 'it tells of a deletion; families below one follow it when it moves, and stay when it is disabled' },
  async handle({ company, session }, { path, body }) {
    // The parent's default on the page is empty, which is no change: nothing moves a family to the top by an omission.
    const change = { ...readFamily(body), parent: body.parent_job_family_id || undefined }
    const changed = await session.write(companyStream(company.id), (tx) => changeJobFamily(tx, company.id, path.job_family_id, change))
    return { job_family: showFamily(changed) }
  },
})
