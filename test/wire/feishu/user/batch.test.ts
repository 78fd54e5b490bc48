import { describe, expect, test } from 'vitest'
import { newApp, newCompany, sendRaw } from '../../../kit/feishu/company.ts'
import { newPeople, newPerson } from '../../../kit/feishu/people.ts'
import { appWithin, newPlace } from '../../../kit/feishu/places.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('user.batch', () => {
  const shared = sharedServer()

  test('shows the users of the ids, in their order, each once', async () => {
    const { client } = await newCompany(shared.server)
    const [one, two] = await newPeople(client, 2)
    const ids = [two, one, two].map((person) => person?.open_id as string)
    const { data } = await client.contact.user.batch({ params: { user_ids: ids } })
    expect(data?.items?.map(({ name }) => name)).toEqual([two?.name, one?.name])
  })

  test('takes lists as clients write them: one name twice, or names with brackets', async () => {
    const company = await newCompany(shared.server)
    const ids = (await newPeople(company.client, 2)).map(({ open_id }) => open_id)
    for (const name of ['user_ids', 'user_ids[]', 'user_ids%5B%5D']) {
      const { body } = await sendRaw(company, 'GET', `/contact/v3/users/batch?${ids.map((id) => `${name}=${id}`).join('&')}`)
      expect(body.data.items.map(({ open_id }: { open_id: string }) => open_id)).toEqual(ids)
    }
  })

  test('leaves out ids of nobody, and users outside the range', async () => {
    const company = await newCompany(shared.server)
    const place = await newPlace(company)
    const inside = await newPerson(company.client, { department_ids: [place.open] })
    const outside = await newPerson(company.client)
    const user_ids = [outside.user_id, 'nobody-has-this', inside.user_id]
    const all = await company.client.contact.user.batch({ params: { user_ids, user_id_type: 'user_id' } })
    expect(all.data?.items?.map(({ user_id }) => user_id)).toEqual([outside.user_id, inside.user_id])
    const { client } = await appWithin(company, { departments: [place.open] })
    const seen = await client.contact.user.batch({ params: { user_ids, user_id_type: 'user_id' } })
    expect(seen.data?.items?.map(({ user_id }) => user_id)).toEqual([inside.user_id])
    const none = await client.contact.user.batch({ params: { user_ids: ['nobody-has-this'], user_id_type: 'user_id' } })
    expect(none).toMatchObject({ code: 0, data: { items: [] } })
  })

  test('tells no licences, which the page lists and never fills', async () => {
    const company = await newCompany(shared.server, { facts: { licences: { required: false, seatsLeft: { basic: null } } } })
    const giving = await newApp(company, { scopes: ['contact:contact', 'contact:user.subscription_ids:write'] })
    const person = await newPerson(giving.client, { name: 'Licensed', subscription_ids: ['basic'] })
    const params = { user_ids: [person.union_id], user_id_type: 'union_id' as const }
    const [shown] = (await company.client.contact.user.batch({ params })).data?.items ?? []
    expect(shown).toMatchObject({ name: 'Licensed' })
    expect(shown).not.toHaveProperty('subscription_ids')
  })

  test('nor does a change by an app that may not give them', async () => {
    const company = await newCompany(shared.server, { facts: { licences: { required: false, seatsLeft: { basic: null } } } })
    const { union_id } = await newPerson(company.client, { subscription_ids: ['basic'] })
    const path = { user_id: union_id }
    const params = { user_id_type: 'union_id' } as const
    const changing = await newApp(company, { scopes: ['contact:contact'] })
    const { data } = await changing.client.contact.user.patch({ path, params, data: { gender: 1 } })
    expect(data?.user).toMatchObject({ union_id })
    expect(data?.user).not.toHaveProperty('subscription_ids')
  })

  test('takes 50 ids; 40001 for none and for 51', async () => {
    const { client } = await newCompany(shared.server)
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `ou_${String(index).padStart(32, '0')}`)
    expect((await client.contact.user.batch({ params: { user_ids: ids(50) } })).data?.items).toEqual([])
    const text = { http: 400, msg: 'invalid parameter' }
    await expectFeishuRefusal(client.contact.user.batch({ params: { user_ids: ids(51) } }), 40001, 'user_ids must have 50', text)
    await expectFeishuRefusal(client.contact.user.batch({ params: { user_ids: [] } }), 40001, 'user_ids is required', text)
  })
})
