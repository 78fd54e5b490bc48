import { describe, expect, test } from 'vitest'
import { newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { eventsInCompany, expectNothingDone } from '../../../kit/feishu/unchanged.ts'
import { newEmployeeType } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

const english = (value: string) => ({ i18n_content: [{ locale: 'en_us', value }] })

/** Creating is refused so, and no type has come. */
function refused(app: TestApp, data: object, [code, msg]: readonly [number, string], words: string | RegExp): Promise<void> {
  const create = () => app.client.contact.employeeTypeEnum.create({ data: { content: 'wanted', enum_type: 2, enum_status: 1, ...data } })
  const types = async () => (await app.client.contact.employeeTypeEnum.list({ params: { page_size: 100 } })).data
  return expectNothingDone(app, create, { code, words, http: 400, msg }, types)
}

describe('employee_type_enum.create', () => {
  test('makes types with the numbers from 6 on, and an event tells the whole type', async () => {
    const app = await newCompany(kit.server)
    const sent = { content: '专家', enum_type: 2, enum_status: 2, ...english('Expert') }
    const { data } = await app.client.contact.employeeTypeEnum.create({ data: sent })
    expect(data?.employee_type_enum).toEqual({ ...sent, enum_value: '6', enum_id: expect.stringMatching(/^[A-Za-z0-9+]{22}==$/) })
    expect((await newEmployeeType(app)).enum_value).toBe('7')
    const id = String(data?.employee_type_enum?.enum_id)
    const [event] = (await eventsInCompany(app)).filter(({ subject }) => subject === id)
    const after = { id, number: 6, content: '专家', i18nContent: sent.i18n_content, builtIn: false, active: false }
    expect(event).toMatchObject({ kind: 'employee_type_created', before: null, after })
  })

  test('refuses the content of another type of the company’s own with 42301; built-in contents are free', async () => {
    const app = await newCompany(kit.server)
    await newEmployeeType(app, { content: 'wanted' })
    await refused(app, {}, [42301, 'param content duplicate'], 'wanted')
    await newEmployeeType(app, { content: '正式' })
  })

  test('refuses the texts by language of another type with 42302, in whatever order they come', async () => {
    const app = await newCompany(kit.server)
    const texts = [
      { locale: 'en_us', value: 'Expert' },
      { locale: 'zh_cn', value: '专家' },
    ]
    await newEmployeeType(app, { i18n_content: texts })
    await refused(app, { i18n_content: texts.toReversed() }, [42302, 'param i18n_content duplicate'], 'wanted')
    await newEmployeeType(app, english('Expert'))
    await newEmployeeType(app, { i18n_content: [] })
    await newEmployeeType(app, { i18n_content: [] })
  })

  test('refuses contents of more than 100 characters with 42303', async () => {
    const app = await newCompany(kit.server)
    await refused(app, { content: 'c'.repeat(101) }, [42303, 'exceed content max num'], '100')
    await refused(app, english('c'.repeat(101)), [42303, 'exceed content max num'], '100')
    await newEmployeeType(app, { content: '类'.repeat(100), ...english('c'.repeat(100)) })
  })

  test('refuses more types than the company may make with 42303; deleted ones count', async () => {
    const app = await newCompany(kit.server, { facts: { limits: { employeeTypes: 2 } } })
    await newEmployeeType(app)
    const { enum_id } = await newEmployeeType(app)
    await app.client.contact.employeeTypeEnum.delete({ path: { enum_id } })
    await refused(app, {}, [42303, 'exceed content max num'], '2')
  })

  test('refuses what is missing or malformed, and a built-in type', async () => {
    const app = await newCompany(kit.server)
    const wrong = [{ content: undefined }, { content: '' }, { enum_type: 1 }, { enum_type: undefined }, { enum_status: 3 }]
    for (const data of [...wrong, { enum_status: undefined }, { i18n_content: [{ locale: 'xx', value: 'x' }] }, english('')])
      await refused(app, data, [99992402, 'field validation failed'], Object.keys(data)[0] ?? '')
  })
})
