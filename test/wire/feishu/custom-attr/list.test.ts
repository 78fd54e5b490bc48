import { describe, expect, test } from 'vitest'
import { newCompany } from '../../../kit/feishu/company.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { changeCustomAttribute, newCustomAttribute } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

describe('custom_attr.list', () => {
  test('gives what is open to apps, whole', async () => {
    const app = await newCompany(kit.server)
    const i18nName = [{ locale: 'zh_cn', value: '字段' }]
    const text = await newCustomAttribute(app, { i18nName })
    kit.clock.pass(10)
    const list = [{ id: 'small', value: 'S' }, { value: 'L' }]
    const size = await newCustomAttribute(app, { type: 'ENUMERATION', i18nName, options: { defaultOption: 'L', list } })
    kit.clock.pass(10)
    const pictures = { list: [{ id: 'p', value: 'img_1', name: 'Picture' }] }
    const picture = await newCustomAttribute(app, { type: 'PICTURE_ENUM', i18nName, options: pictures })
    await newCustomAttribute(app, { open: false })
    const large = size.options?.list[1]?.id
    const { data } = await app.client.contact.customAttr.list()
    const options = [
      { id: 'small', value: 'S' },
      { id: large, value: 'L' },
    ]
    expect(data).toEqual({
      has_more: false,
      items: [
        { id: text.id, type: 'TEXT', i18n_name: i18nName },
        { id: size.id, type: 'ENUMERATION', i18n_name: i18nName, options: { default_option_id: large, option_type: 'TEXT', options } },
        { id: picture.id, type: 'PICTURE_ENUM', i18n_name: i18nName, options: { option_type: 'PICTURE', options: pictures.list } },
      ],
    })
  })

  test('pages through what is open, each once; a closed one is gone from it', async () => {
    const app = await newCompany(kit.server)
    expect((await app.client.contact.customAttr.list()).data).toEqual({ items: [], has_more: false })
    const made: string[] = []
    for (let count = 0; count < 5; count++) {
      made.push((await newCustomAttribute(app)).id)
      kit.clock.pass(10)
    }
    await changeCustomAttribute(app, String(made.shift()), { open: false })
    const seen: (string | undefined)[] = []
    for await (const page of await app.client.contact.customAttr.listWithIterator({ params: { page_size: 3 } }))
      seen.push(...(page?.items ?? []).map(({ id }) => id))
    expect(seen).toEqual(made)
  })

  test('refuses sizes out of bounds with 40011 and foreign tokens with 40012', async () => {
    const app = await newCompany(kit.server)
    const list = (params: object) => app.client.contact.customAttr.list({ params })
    for (const page_size of [0, 101])
      await expectFeishuRefusal(list({ page_size }), 40011, 'page_size', { http: 400, msg: 'page size is invalid' })
    await expectFeishuRefusal(list({ page_token: 'x' }), 40012, 'page_token', { http: 400, msg: 'page token is invalid error' })
  })
})
