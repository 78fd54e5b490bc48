import { describe, expect, test } from 'vitest'
import { newApp, newCompany } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { appWithin, newPlace } from '../../../kit/feishu/places.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('user.basic_batch', () => {
  const shared = sharedServer()

  test('tells names and nothing else, whatever the range, and leaves out ids of nobody', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client, { name: '李雷', en_name: 'Li Lei' })
    const { client } = await appWithin(company, { departments: [(await newPlace(company)).open] })
    const { data } = await client.contact.user.basicBatch({
      data: { user_ids: [person.union_id, `on_${'0'.repeat(32)}`, person.union_id] },
      params: { user_id_type: 'union_id' },
    })
    expect(data?.users).toEqual([{ user_id: person.union_id, name: '李雷', i18n_name: { zh_cn: '李雷', en_us: 'Li Lei' } }])
  })

  test('shows a user_id only with its scope', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    const { client } = await newApp(company, { scopes: ['contact:user.basic_profile:readonly'] })
    const { data } = await client.contact.user.basicBatch({ data: { user_ids: [person.user_id] }, params: { user_id_type: 'user_id' } })
    expect(data?.users).toEqual([{ name: person.name, i18n_name: { zh_cn: person.name } }])
  })

  test('takes 10 ids; 40001 for none, for 11 and without the list', async () => {
    const { client } = await newCompany(shared.server)
    const call = (count: number) =>
      client.contact.user.basicBatch({ data: { user_ids: Array.from({ length: count }, (_, index) => `user-${index}`) } })
    expect((await call(10)).data?.users).toEqual([])
    const text = { http: 400, msg: 'param is invalid' }
    await expectFeishuRefusal(call(0), 40001, 'user_ids must have 1', text)
    await expectFeishuRefusal(call(11), 40001, 'user_ids must have 10', text)
    await expectFeishuRefusal(client.contact.user.basicBatch({ data: {} as never }), 40001, 'user_ids is required', text)
  })
})
