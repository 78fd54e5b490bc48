import { describe, expect, test } from 'vitest'
import { newCompany } from '../../../kit/feishu/company.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { changeCompanyName, newCompanyName } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

describe('work_city.list', () => {
  test('pages through all work cities, the oldest first, each once, disabled ones too', async () => {
    const app = await newCompany(kit.server)
    const made: string[] = []
    for (let count = 0; count < 5; count++) {
      made.push((await newCompanyName(app, 'work-cities')).id)
      kit.clock.pass(10)
    }
    await changeCompanyName(app, 'work-cities', String(made[1]), { enabled: false })
    const seen: (string | undefined)[] = []
    const statuses: (boolean | undefined)[] = []
    for await (const page of await app.client.contact.workCity.listWithIterator({ params: { page_size: 2 } })) {
      seen.push(...(page?.items ?? []).map((each) => each.work_city_id))
      statuses.push(...(page?.items ?? []).map((each) => each.status))
    }
    expect(seen).toEqual(made)
    expect(statuses).toEqual([true, false, true, true, true])
  })

  test('gives ten without page_size; another company sees none of them', async () => {
    const app = await newCompany(kit.server)
    for (let count = 0; count < 11; count++) await newCompanyName(app, 'work-cities')
    const { data } = await app.client.contact.workCity.list()
    expect([data?.items?.length, data?.has_more, typeof data?.page_token]).toEqual([10, true, 'string'])
    const other = await newCompany(kit.server)
    expect((await other.client.contact.workCity.list()).data).toEqual({ items: [], has_more: false })
  })

  test('refuses sizes out of bounds and foreign tokens with 40001', async () => {
    const app = await newCompany(kit.server)
    const list = (params: object) => app.client.contact.workCity.list({ params })
    const told = { http: 400, msg: 'param is invalid' }
    for (const page_size of [0, 51]) await expectFeishuRefusal(list({ page_size }), 40001, 'page_size', told)
    await expectFeishuRefusal(list({ page_token: 'x' }), 40001, 'page_token', told)
  })
})
