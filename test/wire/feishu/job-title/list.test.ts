import { describe, expect, test } from 'vitest'
import { newCompany } from '../../../kit/feishu/company.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { changeCompanyName, newCompanyName } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

describe('job_title.list', () => {
  test('pages through all job titles, the oldest first, each once, disabled ones too', async () => {
    const app = await newCompany(kit.server)
    const made: string[] = []
    for (let count = 0; count < 5; count++) {
      made.push((await newCompanyName(app, 'job-titles')).id)
      kit.clock.pass(10)
    }
    await changeCompanyName(app, 'job-titles', String(made[1]), { enabled: false })
    const seen: (string | undefined)[] = []
    const statuses: (boolean | undefined)[] = []
    for await (const page of await app.client.contact.jobTitle.listWithIterator({ params: { page_size: 2 } })) {
      seen.push(...(page?.items ?? []).map((each) => each.job_title_id))
      statuses.push(...(page?.items ?? []).map((each) => each.status))
    }
    expect(seen).toEqual(made)
    expect(statuses).toEqual([true, false, true, true, true])
  })

  test('gives ten without page_size; another company sees none of them', async () => {
    const app = await newCompany(kit.server)
    for (let count = 0; count < 11; count++) await newCompanyName(app, 'job-titles')
    const { data } = await app.client.contact.jobTitle.list()
    expect([data?.items?.length, data?.has_more, typeof data?.page_token]).toEqual([10, true, 'string'])
    const other = await newCompany(kit.server)
    expect((await other.client.contact.jobTitle.list()).data).toEqual({ items: [], has_more: false })
  })

  test('refuses sizes out of bounds and foreign tokens with 40001', async () => {
    const app = await newCompany(kit.server)
    const list = (params: object) => app.client.contact.jobTitle.list({ params })
    const told = { http: 400, msg: 'invalid params' }
    for (const page_size of [0, 51]) await expectFeishuRefusal(list({ page_size }), 40001, 'page_size', told)
    await expectFeishuRefusal(list({ page_token: 'x' }), 40001, 'page_token', told)
  })
})
