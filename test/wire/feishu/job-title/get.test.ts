import { describe, expect, test } from 'vitest'
import { newApp, newCompany } from '../../../kit/feishu/company.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { changeCompanyName, newCompanyName } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

describe('job_title.get', () => {
  test('answers a job title to every app of the company that may read them, enabled or not', async () => {
    const app = await newCompany(kit.server)
    const { id, name } = await newCompanyName(app, 'job-titles')
    const narrow = await newApp(app, { scopes: ['contact:job_title:readonly'], range: {} })
    const shown = async () => (await narrow.client.contact.jobTitle.get({ path: { job_title_id: id } })).data?.job_title
    expect(await shown()).toEqual({ job_title_id: id, name, status: true })
    const i18n_name = [{ locale: 'en_us', value: 'Name' }]
    await changeCompanyName(app, 'job-titles', id, { enabled: false, i18nName: i18n_name })
    expect(await shown()).toEqual({ job_title_id: id, name, i18n_name, status: false })
  })

  test('refuses the id of a job title that is not there, or is another company’s, with 40001', async () => {
    const app = await newCompany(kit.server)
    const { id: elsewhere } = await newCompanyName(await newCompany(kit.server), 'job-titles')
    for (const id of ['0dd1ec95f021', elsewhere]) {
      const call = app.client.contact.jobTitle.get({ path: { job_title_id: id } })
      await expectFeishuRefusal(call, 40001, id, { http: 400, msg: 'invalid params' })
    }
  })
})
