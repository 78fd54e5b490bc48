import { describe, expect, test } from 'vitest'
import { newApp, newCompany } from '../../../kit/feishu/company.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { changeCompanyName, newCompanyName } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

describe('work_city.get', () => {
  test('answers a work city to every app of the company that may read them, enabled or not', async () => {
    const app = await newCompany(kit.server)
    const { id, name } = await newCompanyName(app, 'work-cities')
    const narrow = await newApp(app, { scopes: ['contact:work_city:readonly'], range: {} })
    const shown = async () => (await narrow.client.contact.workCity.get({ path: { work_city_id: id } })).data?.work_city
    expect(await shown()).toEqual({ work_city_id: id, name, status: true })
    const i18n_name = [{ locale: 'en_us', value: 'Name' }]
    await changeCompanyName(app, 'work-cities', id, { enabled: false, i18nName: i18n_name })
    expect(await shown()).toEqual({ work_city_id: id, name, i18n_name, status: false })
  })

  test('refuses the id of a work city that is not there, or is another company’s, with 40001', async () => {
    const app = await newCompany(kit.server)
    const { id: elsewhere } = await newCompanyName(await newCompany(kit.server), 'work-cities')
    for (const id of ['0dd1ec95f021', elsewhere]) {
      const call = app.client.contact.workCity.get({ path: { work_city_id: id } })
      await expectFeishuRefusal(call, 40001, id, { http: 400, msg: 'invalid param' })
    }
  })
})
