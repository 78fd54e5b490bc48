import { describe, expect, test } from 'vitest'
import { newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { eventsInCompany, expectNothingDone } from '../../../kit/feishu/unchanged.ts'
import { newEmployeeType } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

const all = async (app: TestApp) => (await app.client.contact.employeeTypeEnum.list({ params: { page_size: 100 } })).data?.items ?? []
const update = (app: TestApp, id: string, data: object) =>
  app.client.contact.employeeTypeEnum.update({
    path: { enum_id: id },
    data: { content: 'wanted', enum_type: 2, enum_status: 1, ...data },
  })

/** Changing is refused so, and all types are as they were. */
function refused(app: TestApp, id: string, data: object, [code, msg]: readonly [number, string], words: string | RegExp): Promise<void> {
  return expectNothingDone(
    app,
    () => update(app, id, data),
    { code, words, http: 400, msg },
    () => all(app),
  )
}

const invalid = [40001, 'invalid param'] as const

describe('employee_type_enum.update', () => {
  test('changes content and state; texts by language stay when none are sent', async () => {
    const app = await newCompany(kit.server)
    const i18n_content = [{ locale: 'en_us', value: 'Before' }]
    const { enum_id: id } = await newEmployeeType(app, { content: 'before', i18n_content })
    const { data } = await update(app, id, { content: 'after' })
    const after = { enum_id: id, enum_value: '6', content: 'after', enum_type: 2, enum_status: 1, i18n_content }
    expect(data?.employee_type_enum).toEqual(after)
    await update(app, id, { content: 'after', i18n_content: [] })
    expect((await all(app)).at(-1)).toEqual({ ...after, i18n_content: undefined })
  })

  test('tells new words and a new state as an event each, with the whole type before and after', async () => {
    const app = await newCompany(kit.server)
    const { enum_id: id } = await newEmployeeType(app, { content: 'before' })
    await update(app, id, { content: 'after', enum_status: 2 })
    await update(app, id, { content: 'after', enum_status: 2 })
    await update(app, id, { content: 'after', enum_status: 1 })
    const told = (await eventsInCompany(app)).filter(({ subject }) => subject === id)
    const seen = told.slice(1).map(({ kind, before, after }) => [kind, before?.content, before?.active, after?.content, after?.active])
    expect(seen).toEqual([
      ['employee_type_changed', 'before', true, 'after', true],
      ['employee_type_deactivated', 'after', true, 'after', false],
      ['employee_type_activated', 'after', false, 'after', true],
    ])
  })

  test('refuses a type that is not there, was deleted or is built in with 40001', async () => {
    const app = await newCompany(kit.server)
    const { enum_id: gone } = await newEmployeeType(app)
    await app.client.contact.employeeTypeEnum.delete({ path: { enum_id: gone } })
    for (const id of ['exGeIjow7zIqWMy+ONkFxA==', gone, '6']) await refused(app, id, {}, invalid, id)
    const builtIn = await all(app)
    expect(builtIn).toHaveLength(5)
    for (const { enum_id = '', enum_type } of builtIn) {
      expect(enum_type).toBe(1)
      await refused(app, enum_id, {}, invalid, 'built in')
    }
  })

  test('refuses what is missing or malformed with 40001', async () => {
    const app = await newCompany(kit.server)
    const { enum_id: id } = await newEmployeeType(app)
    const wrong = [{ content: undefined }, { content: '' }, { content: 'c'.repeat(101) }, { enum_type: 1 }, { enum_status: 0 }]
    for (const data of wrong) await refused(app, id, data, invalid, Object.keys(data)[0] ?? '')
    for (const value of ['', 'c'.repeat(101)])
      await refused(app, id, { i18n_content: [{ locale: 'en_us', value }] }, invalid, 'i18n_content')
  })

  test('refuses the content or the texts of another type, and takes its own', async () => {
    const app = await newCompany(kit.server)
    const i18n_content = [{ locale: 'en_us', value: 'Other' }]
    await newEmployeeType(app, { content: 'other', i18n_content })
    const { enum_id: id, content } = await newEmployeeType(app)
    await refused(app, id, { content: 'other' }, [42301, 'param content duplicate'], 'other')
    await refused(app, id, { i18n_content }, [42302, 'param i18n_content duplicate'], 'wanted')
    expect((await update(app, id, { content })).code).toBe(0)
  })
})
