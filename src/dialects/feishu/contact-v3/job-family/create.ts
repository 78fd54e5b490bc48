import { Type } from 'typebox'
import { companyStream } from '../../../../directory/events.ts'
import { createJobFamily as create } from '../../../../directory/vocabularies/job-families/create-job-family.ts'
import { endpoint } from '../../declaration.ts'
import { familyChange, familyErrors, familyName, familyWriter, readFamily, showFamily, shownFamily } from './job-family-fields.ts'

export const createJobFamily = endpoint({
  ...familyWriter,
  name: 'job_family.create',
  area: 'job-family',
  summary: { en: 'Add a job family, at the top or below another', zh: '创建序列' },
  source: 'contact-v3, job_family/create',
  method: 'POST',
  route: '/open-apis/contact/v3/job_families',
  body: { ...familyChange, name: familyName, status: Type.Boolean() },
  output: Type.Object({ job_family: shownFamily }),
  errors: {
    ...familyErrors,
    42400: [400, 'param is invalid'],
    42401: [400, 'job family number reach the upper limit'],
  },
  invalid: 42400,
  faults: [42403, 42412],
  unreachable: {
    42407: 'what is not there yet has nothing below it, so no parent lies below it',
    42411: 'it tells of a deletion, and creating deletes nothing',
  },
  async handle({ company, session }, { body }) {
    const wanted = readFamily(body)
    const created = await session.write(companyStream(company.id), (tx) => create(tx, session.ports, company.id, wanted))
    return { job_family: showFamily(created) }
  },
})
