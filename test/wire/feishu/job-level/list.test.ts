import { describe, expect, test } from 'vitest'
import { newCompany, sendRaw } from '../../../kit/feishu/company.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { newJobLevel } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

describe('job_level.list', () => {
  test('pages through all levels in their order, each once', async () => {
    const app = await newCompany(kit.server)
    for (const order of [700, 200, 100_000, 100, 500]) await newJobLevel(app, { order })
    const seen: (number | undefined)[] = []
    const sizes: number[] = []
    for await (const page of await app.client.contact.jobLevel.listWithIterator({ params: { page_size: 2 } })) {
      seen.push(...(page?.items ?? []).map(({ order }) => order))
      sizes.push(page?.items?.length ?? 0)
    }
    expect(seen).toEqual([100, 200, 500, 700, 100_000])
    expect(sizes).toEqual([2, 2, 1])
  })

  test('gives ten without page_size, and the one of exactly a name', async () => {
    const app = await newCompany(kit.server)
    for (let count = 0; count < 11; count++) await newJobLevel(app, { name: `n${count}` })
    const { data } = await app.client.contact.jobLevel.list()
    expect([data?.items?.length, data?.has_more, typeof data?.page_token]).toEqual([10, true, 'string'])
    const named = async (name: string) => (await app.client.contact.jobLevel.list({ params: { name } })).data
    expect(await named('n3')).toMatchObject({ items: [{ name: 'n3' }], has_more: false })
    expect(await named('N3')).toEqual({ items: [], has_more: false })
  })

  test('refuses sizes out of bounds with 40011, foreign tokens with 40012, names that no level can have', async () => {
    const app = await newCompany(kit.server)
    await newJobLevel(app)
    await newJobLevel(app)
    const list = (params: object) => app.client.contact.jobLevel.list({ params })
    for (const page_size of [0, 51, -1])
      await expectFeishuRefusal(list({ page_size }), 40011, 'page_size', { http: 400, msg: 'page size is invalid' })
    const { data } = await list({ page_size: 1 })
    for (const params of [{ page_token: 'x' }, { page_token: data?.page_token, name: 'n' }])
      await expectFeishuRefusal(list(params), 40012, 'page_token', { http: 400, msg: 'page token is invalid error' })
    const { status, body } = await sendRaw(app, 'GET', `/contact/v3/job_levels?name=${'n'.repeat(256)}`)
    expect([status, body.code]).toEqual([400, 99992402])
  })
})
