import { describe, expect, test } from 'vitest'
import { newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { eventsInCompany, expectNothingDone } from '../../../kit/feishu/unchanged.ts'
import { newEmployeeType } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

const all = async (app: TestApp) => (await app.client.contact.employeeTypeEnum.list({ params: { page_size: 100 } })).data?.items ?? []
const remove = (app: TestApp, id: string) => app.client.contact.employeeTypeEnum.delete({ path: { enum_id: id } })

describe('employee_type_enum.delete', () => {
  test('deletes a type; its content is free again, its number is not', async () => {
    const app = await newCompany(kit.server)
    const i18n_content = [{ locale: 'en_us', value: 'Expert' }]
    const { enum_id: id, content } = await newEmployeeType(app, { i18n_content })
    expect(await remove(app, id)).toMatchObject({ code: 0, data: {} })
    expect(await all(app)).toHaveLength(5)
    const [, deleted] = (await eventsInCompany(app)).filter(({ subject }) => subject === id)
    expect(deleted).toMatchObject({ kind: 'employee_type_deleted', before: { id, number: 6, content }, after: null })
    expect((await newEmployeeType(app, { content, i18n_content })).enum_value).toBe('7')
  })

  test('refuses a type that is not there, is gone or is built in with 40001', async () => {
    const app = await newCompany(kit.server)
    const { enum_id: gone } = await newEmployeeType(app)
    await remove(app, gone)
    const { enum_id: elsewhere } = await newEmployeeType(await newCompany(kit.server))
    const builtIn = (await all(app)).map(({ enum_id = '' }) => enum_id)
    expect(builtIn).toHaveLength(5)
    for (const id of ['exGeIjow7zIqWMy+ONkFxA==', gone, elsewhere, ...builtIn]) {
      const refusal = { code: 40001, words: id, http: 400, msg: 'invalid param' }
      await expectNothingDone(
        app,
        () => remove(app, id),
        refusal,
        () => all(app),
      )
    }
  })
})
