import { describe, expect, test } from 'vitest'
import { changeApp, newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { appWithin, newPlace } from '../../../kit/feishu/places.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('scope.list', () => {
  const shared = sharedServer()

  async function pagesOf({ client }: Pick<TestApp, 'client'>, page_size?: number) {
    const pages: { user_ids: string[]; department_ids: string[]; group_ids: string[] }[] = []
    for await (const page of await client.contact.scope.listWithIterator({ params: page_size === undefined ? {} : { page_size } })) {
      pages.push({ user_ids: page?.user_ids ?? [], department_ids: page?.department_ids ?? [], group_ids: page?.group_ids ?? [] })
    }
    return pages
  }

  async function newGroup({ client }: TestApp, name: string): Promise<string> {
    return (await client.contact.group.create({ data: { name } })).data?.group_id as string
  }

  test('everything: who and what is directly below the root, and every group', async () => {
    const company = await newCompany(shared.server)
    const [first, second] = [await newPlace(company), await newPlace(company)]
    await newPlace(company, first.open)
    const atTop = await newPerson(company.client)
    await newPerson(company.client, { department_ids: [first.open] })
    const group = await newGroup(company, 'one')
    const whole = { user_ids: [atTop.open_id], department_ids: [first.open, second.open], group_ids: [group] }
    expect(await pagesOf(company)).toEqual([whole])
    // Source: scope/list: users, departments, groups, together no more than page_size.
    expect(await pagesOf(company, 3)).toEqual([
      { ...whole, group_ids: [] },
      { user_ids: [], department_ids: [], group_ids: [group] },
    ])
    expect(await pagesOf(company, 1)).toHaveLength(4)
  })

  test('a part: just what was granted, and still is there', async () => {
    const company = await newCompany(shared.server)
    const place = await newPlace(company)
    await newPlace(company, place.open)
    const people = [
      await newPerson(company.client, { department_ids: [place.open] }),
      await newPerson(company.client, { department_ids: [place.open] }),
      await newPerson(company.client),
    ]
    const [gone, ...kept] = people
    const group = await newGroup(company, 'one')
    await newGroup(company, 'two')
    const within = await appWithin(company, { departments: [place.open], people: people.map(({ user_id }) => user_id), groups: [group] })
    await company.client.contact.user.delete({ path: { user_id: gone?.open_id as string } })
    const { data } = await within.client.contact.scope.list({ params: { user_id_type: 'user_id', department_id_type: 'department_id' } })
    expect(data).toMatchObject({ department_ids: [place.code], group_ids: [group], has_more: false })
    expect(data?.user_ids?.toSorted()).toEqual(kept.map(({ user_id }) => user_id).toSorted())
    expect((await pagesOf(within, 1)).flatMap((page) => Object.values(page).flat())).toHaveLength(4)
  })

  test('a user_id is shown only with its scope', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    const { client } = await appWithin(company, { people: [person.user_id] }, ['contact:contact.base:readonly'])
    const list = async (user_id_type: 'open_id' | 'user_id') =>
      (await client.contact.scope.list({ params: { user_id_type } })).data?.user_ids
    expect(await list('open_id')).toHaveLength(1)
    expect(await list('user_id')).toEqual([])
  })

  test('40011: a page of 101; 40012: a token from before the range was changed', async () => {
    const company = await newCompany(shared.server)
    const people = [await newPerson(company.client), await newPerson(company.client), await newPerson(company.client)]
    const within = await appWithin(company, { people: people.map(({ user_id }) => user_id) })
    const page = (page_size: number, page_token?: string) =>
      within.client.contact.scope.list({ params: { page_size, ...(page_token && { page_token }) } })
    expect((await page(100)).data?.user_ids).toHaveLength(3)
    await expectFeishuRefusal(page(101), 40011, 'page_size must be 100', { http: 400, msg: 'page size is invalid' })
    const token = (await page(2)).data?.page_token as string
    expect((await page(2, token)).data?.user_ids).toHaveLength(1)
    await changeApp(within, { range: { people: [people[0]?.user_id] } })
    await expectFeishuRefusal(page(2, token), 40012, 'page_token', { http: 400, msg: 'page token is invalid error' })
  })
})
