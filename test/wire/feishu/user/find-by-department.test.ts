import { describe, expect, test } from 'vitest'
import { newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { appWithin, newPlace } from '../../../kit/feishu/places.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('user.find_by_department', () => {
  const shared = sharedServer()
  const forbidden = { http: 403, msg: 'no dept authority error' }

  /** Names of everybody in a department, page by page, as the client goes through them. */
  async function namesIn({ client }: Pick<TestApp, 'client'>, department_id: string, page_size = 2): Promise<string[][]> {
    const pages: string[][] = []
    for await (const page of await client.contact.user.findByDepartmentWithIterator({ params: { department_id, page_size } })) {
      pages.push((page?.items ?? []).map(({ name }) => name ?? ''))
    }
    return pages
  }

  // Source: user/find_by_department: avatar_key is listed and never filled.
  test('shows the addresses of a picture, not its key', async () => {
    const { client } = await newCompany(shared.server)
    await newPerson(client, { avatar_key: 'pic-1' })
    const { data } = await client.contact.user.findByDepartment({ params: { department_id: '0' } })
    expect(data?.items).toEqual([
      expect.objectContaining({ avatar: expect.objectContaining({ avatar_origin: expect.stringContaining('pic-1') }) }),
    ])
    expect(data?.items?.[0]).not.toHaveProperty('avatar_key')
  })

  test('lists direct members page by page: the larger user_order first, then who came first', async () => {
    const company = await newCompany(shared.server)
    const { client } = company
    const place = await newPlace(company)
    const below = await newPlace(company, place.open)
    for (const [name, user_order] of [
      ['c', 1],
      ['d', 0],
      ['a', 9],
      ['e', 0],
      ['b', 9],
    ] as const) {
      shared.clock.pass(1000)
      await newPerson(client, {
        name,
        department_ids: [place.open],
        orders: [{ department_id: place.open, user_order, department_order: 0 }],
      })
    }
    await newPerson(client, { name: 'below', department_ids: [below.open] })
    await newPerson(client, { name: 'elsewhere' })
    expect(await namesIn(company, place.open)).toEqual([['a', 'b'], ['c', 'd'], ['e']])
    expect(await namesIn(company, place.open, 5)).toEqual([['a', 'b', 'c', 'd', 'e']])
    const { data } = await client.contact.user.findByDepartment({ params: { department_id: place.open } })
    expect(data).toMatchObject({ has_more: false, items: { length: 5 } })
    expect(data).not.toHaveProperty('page_token')
  })

  test('takes the custom id of a department, and the root', async () => {
    const company = await newCompany(shared.server)
    const { client } = company
    const place = await newPlace(company)
    await newPerson(client, { name: 'inside', department_ids: [place.open] })
    await newPerson(client, { name: 'at the top' })
    const params = { department_id: place.code, department_id_type: 'department_id' } as const
    const { data } = await client.contact.user.findByDepartment({ params })
    expect(data?.items?.map(({ name, department_ids }) => [name, department_ids])).toEqual([['inside', [place.code]]])
    expect(await namesIn(company, '0')).toEqual([['at the top']])
  })

  test('who resigned and who moved away is not there any more', async () => {
    const company = await newCompany(shared.server)
    const { client } = company
    const place = await newPlace(company)
    const [gone, moved] = [
      await newPerson(client, { department_ids: [place.open] }),
      await newPerson(client, { department_ids: [place.open] }),
    ]
    await client.contact.user.delete({ path: { user_id: gone.open_id } })
    await client.contact.user.patch({ path: { user_id: moved.open_id }, data: { department_ids: ['0'] } })
    expect(await namesIn(company, place.open)).toEqual([[]])
  })

  test('40004: a department outside the range, the root, and an id of none; what lies below the range is inside', async () => {
    const company = await newCompany(shared.server)
    const [place, other] = [await newPlace(company), await newPlace(company)]
    const below = await newPlace(company, place.open)
    await newPerson(company.client, { name: 'below', department_ids: [below.open] })
    const within = await appWithin(company, { departments: [place.open] })
    expect(await namesIn(within, below.open)).toEqual([['below']])
    for (const department_id of [other.open, '0', `od-${'0'.repeat(32)}`]) {
      const call = within.client.contact.user.findByDepartment({ params: { department_id } })
      await expectFeishuRefusal(call, 40004, department_id, forbidden)
    }
  })

  test('40008: an id that no department has, to who sees all', async () => {
    const { client } = await newCompany(shared.server)
    const department_id = `od-${'0'.repeat(32)}`
    const call = client.contact.user.findByDepartment({ params: { department_id } })
    await expectFeishuRefusal(call, 40008, department_id, { http: 400, msg: 'deptInfo is null error' })
  })

  test('40011: a page of 51', async () => {
    const { client } = await newCompany(shared.server)
    const page = (page_size: number) => client.contact.user.findByDepartment({ params: { department_id: '0', page_size } })
    expect((await page(50)).code).toBe(0)
    await expectFeishuRefusal(page(51), 40011, 'page_size must be 50', { http: 400, msg: 'page size is invalid' })
  })

  test('40012: a token of another department, and one that nobody gave', async () => {
    const company = await newCompany(shared.server)
    const [place, other] = [await newPlace(company), await newPlace(company)]
    for (const department of [place, place]) await newPerson(company.client, { department_ids: [department.open] })
    const page = (department_id: string, page_token?: string) =>
      company.client.contact.user.findByDepartment({ params: { department_id, page_size: 1, ...(page_token && { page_token }) } })
    const token = (await page(place.open)).data?.page_token as string
    expect((await page(place.open, token)).data?.items).toHaveLength(1)
    for (const call of [page(other.open, token), page(place.open, 'made-up')]) {
      await expectFeishuRefusal(call, 40012, 'page_token', { http: 400, msg: 'page token is invalid error' })
    }
  })

  test('99992402: without a department', async () => {
    const { client } = await newCompany(shared.server)
    const call = client.contact.user.findByDepartment({ params: {} as never })
    await expectFeishuRefusal(call, 99992402, 'department_id is required', { http: 400, msg: 'field validation failed' })
  })
})
