import { describe, expect, test } from 'vitest'
import { newCompany } from '../../../kit/feishu/company.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { newEmployeeType } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

describe('employee_type_enum.list', () => {
  test('gives the built-in types first, then the company’s own by number, active or not', async () => {
    const app = await newCompany(kit.server)
    await newEmployeeType(app, { enum_status: 2 })
    await newEmployeeType(app)
    for (const page_size of [1, 3, 4, 5, 100]) {
      const seen: unknown[] = []
      for await (const page of await app.client.contact.employeeTypeEnum.listWithIterator({ params: { page_size } }))
        seen.push(...(page?.items ?? []).map(({ enum_value, enum_type, enum_status }) => [enum_value, enum_type, enum_status].join()))
      expect(seen).toEqual(['1,1,1', '2,1,1', '3,1,1', '4,1,1', '5,1,1', '6,2,2', '7,2,1'])
    }
  })

  test('built-in types are whole, and no id holds a slash', async () => {
    const app = await newCompany(kit.server)
    const { data } = await app.client.contact.employeeTypeEnum.list()
    expect(data?.has_more).toBe(false)
    expect(data?.items?.map(({ content }) => content)).toEqual(['正式', '实习', '外包', '劳务', '顾问'])
    for (const { enum_id, i18n_content } of data?.items ?? []) {
      expect(enum_id).toMatch(/^[A-Za-z0-9+]{22}==$/)
      expect(i18n_content?.map(({ locale }) => locale)).toEqual(['en_us', 'ja_jp', 'zh_cn'])
    }
  })

  test('refuses sizes out of bounds and foreign tokens with 40001', async () => {
    const app = await newCompany(kit.server)
    const list = (params: object) => app.client.contact.employeeTypeEnum.list({ params })
    const told = { http: 400, msg: 'invalid param' }
    for (const page_size of [0, 101]) await expectFeishuRefusal(list({ page_size }), 40001, 'page_size', told)
    // Source: employee_type_enum/list, sample of page_token; tokens are opaque.
    await expectFeishuRefusal(list({ page_token: '3' }), 40001, 'page_token', told)
  })
})
