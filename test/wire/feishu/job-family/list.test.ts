import { describe, expect, test } from 'vitest'
import { newCompany, sendRaw } from '../../../kit/feishu/company.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { newJobFamily } from '../../../kit/feishu/vocabularies.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

describe('job_family.list', () => {
  test('pages through all families, the oldest first, each once', async () => {
    const app = await newCompany(kit.server)
    const made: string[] = []
    for (let count = 0; count < 5; count++) {
      made.push((await newJobFamily(app)).job_family_id)
      kit.clock.pass(10)
    }
    const seen: (string | undefined)[] = []
    const sizes: number[] = []
    for await (const page of await app.client.contact.jobFamily.listWithIterator({ params: { page_size: 2 } })) {
      seen.push(...(page?.items ?? []).map((family) => family.job_family_id))
      sizes.push(page?.items?.length ?? 0)
    }
    expect(seen).toEqual(made)
    expect(sizes).toEqual([2, 2, 1])
  })

  test('has an empty first page without a token when there is nothing', async () => {
    const { data } = await (await newCompany(kit.server)).client.contact.jobFamily.list()
    expect(data).toEqual({ items: [], has_more: false })
  })

  test('gives ten without page_size, and the one of exactly a name', async () => {
    const app = await newCompany(kit.server)
    for (let count = 0; count < 6; count++) await newJobFamily(app)
    kit.clock.pass(2000)
    for (let count = 0; count < 6; count++) await newJobFamily(app, { name: `n${count}` })
    const { data } = await app.client.contact.jobFamily.list()
    expect([data?.items?.length, data?.has_more, typeof data?.page_token]).toEqual([10, true, 'string'])
    const named = async (name: string) => (await app.client.contact.jobFamily.list({ params: { name } })).data
    expect(await named('n3')).toMatchObject({ items: [{ name: 'n3' }], has_more: false })
    expect(await named('N3')).toEqual({ items: [], has_more: false })
  })

  test('refuses sizes out of bounds with 40011, foreign tokens with 40012, names that no family can have', async () => {
    const app = await newCompany(kit.server)
    await newJobFamily(app)
    await newJobFamily(app)
    const list = (params: object) => app.client.contact.jobFamily.list({ params })
    for (const page_size of [0, 51, -1])
      await expectFeishuRefusal(list({ page_size }), 40011, 'page_size', { http: 400, msg: 'page size is invalid' })
    const { data } = await list({ page_size: 1 })
    const level = Buffer.from('["x",1,"y"]').toString('base64url')
    for (const params of [{ page_token: 'x' }, { page_token: level }, { page_token: data?.page_token, name: 'n' }])
      await expectFeishuRefusal(list(params), 40012, 'page_token', { http: 400, msg: 'page token is invalid error' })
    const { status, body } = await sendRaw(app, 'GET', `/contact/v3/job_families?name=${'n'.repeat(101)}`)
    expect([status, body.code]).toEqual([400, 99992402])
  })
})
