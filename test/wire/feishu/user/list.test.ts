import { describe, expect, test } from 'vitest'
import { newCompany } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { appWithin, newPlace } from '../../../kit/feishu/places.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('user.list', () => {
  const shared = sharedServer()

  test('lists who sits directly in a department', async () => {
    const company = await newCompany(shared.server)
    const place = await newPlace(company)
    const inside = await newPerson(company.client, { department_ids: [place.open] })
    await newPerson(company.client)
    const { data } = await company.client.contact.user.list({ params: { department_id: place.open } })
    expect(data).toMatchObject({ has_more: false, items: [{ open_id: inside.open_id }] })
  })

  test('without a department: those of the root to who sees all, and those that the range names to others', async () => {
    const company = await newCompany(shared.server)
    const place = await newPlace(company)
    const atTop = await newPerson(company.client)
    const named = [
      await newPerson(company.client, { department_ids: [place.open] }),
      await newPerson(company.client, { department_ids: [place.open] }),
      await newPerson(company.client, { department_ids: [place.open] }),
    ]
    await newPerson(company.client, { department_ids: [place.open] })
    const top = await company.client.contact.user.list({ params: { user_id_type: 'user_id' } })
    expect(top.data?.items?.map(({ user_id }) => user_id)).toEqual([atTop.user_id])

    const { client } = await appWithin(company, { people: named.map(({ user_id }) => user_id) })
    await company.client.contact.user.delete({ path: { user_id: named[1]?.open_id as string } })
    const seen: (string | undefined)[] = []
    for await (const page of await client.contact.user.listWithIterator({ params: { page_size: 1 } })) {
      expect(page?.items?.length).toBeLessThanOrEqual(1)
      seen.push(...(page?.items ?? []).map(({ user_id }) => user_id))
    }
    expect(seen.toSorted()).toEqual([named[0]?.user_id, named[2]?.user_id].toSorted())
  })

  // Source: the frequently asked questions of the contact area: an independent member is one whose department the range does not hold.
  test('without a department: not who is in a department of the range besides', async () => {
    const company = await newCompany(shared.server)
    const [place, other] = [await newPlace(company), await newPlace(company)]
    const below = await newPlace(company, place.open)
    const inside = await newPerson(company.client, { department_ids: [below.open] })
    const alone = await newPerson(company.client, { department_ids: [other.open] })
    const people = [inside.user_id, alone.user_id]
    const { client } = await appWithin(company, { departments: [place.open], people })
    const { data } = await client.contact.user.list({ params: { user_id_type: 'user_id' } })
    expect(data?.items?.map(({ user_id }) => user_id)).toEqual([alone.user_id])
  })

  test('40004: a department outside the range; 40008: one that is not there, to who sees all', async () => {
    const company = await newCompany(shared.server)
    const [place, other] = [await newPlace(company), await newPlace(company)]
    const { client } = await appWithin(company, { departments: [place.open] })
    const outside = client.contact.user.list({ params: { department_id: other.open } })
    await expectFeishuRefusal(outside, 40004, other.open, { http: 403, msg: 'no dept authority error' })
    const unknown = company.client.contact.user.list({ params: { department_id: 'none', department_id_type: 'department_id' } })
    await expectFeishuRefusal(unknown, 40008, 'none', { http: 400, msg: 'deptInfo is null error' })
  })

  test('40011: a page of 101; 40012: a token of another list', async () => {
    const company = await newCompany(shared.server)
    const { client } = company
    for (const name of ['one', 'two']) await newPerson(client, { name })
    const page = (page_size: number, page_token?: string) =>
      client.contact.user.list({ params: { page_size, ...(page_token && { page_token }) } })
    expect((await page(100)).code).toBe(0)
    await expectFeishuRefusal(page(101), 40011, 'page_size must be 100', { http: 400, msg: 'page size is invalid' })
    const { data } = await client.contact.user.findByDepartment({ params: { department_id: '0', page_size: 1 } })
    const text = { http: 400, msg: 'page token is invalid error' }
    await expectFeishuRefusal(page(1, data?.page_token as string), 40012, 'page_token', text)
  })
})
