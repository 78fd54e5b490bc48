import { describe, expect, test } from 'vitest'
import { newApp, newCompany } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { appWithin, newPlace } from '../../../kit/feishu/places.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('user.batch_get_id', () => {
  const shared = sharedServer()
  const active = { is_frozen: false, is_resigned: false }

  test('answers one entry for each mail and each phone, in whatever form they were written', async () => {
    const { client } = await newCompany(shared.server)
    const person = await newPerson(client, { email: 'Li.Lei@example.com', mobile: '13611110001' })
    const emails = ['li.lei@EXAMPLE.com', 'nobody@example.com']
    const mobiles = ['13611110001', '+8613611110001', '+8613611110009', 'no number']
    const { data } = await client.contact.user.batchGetId({ data: { emails, mobiles } })
    const found = { user_id: person.open_id, status: expect.objectContaining(active) }
    expect(data?.user_list).toEqual([
      { email: 'li.lei@EXAMPLE.com', ...found },
      { email: 'nobody@example.com' },
      { mobile: '13611110001', ...found },
      { mobile: '+8613611110001', ...found },
      { mobile: '+8613611110009' },
      { mobile: 'no number' },
    ])
  })

  test('who resigned is found on request, and only where nobody took it over', async () => {
    const { client } = await newCompany(shared.server)
    const gone = await newPerson(client, { email: 'Gone@example.com', mobile: '13611110002' })
    await client.contact.user.delete({ path: { user_id: gone.open_id } })
    const heir = await newPerson(client, { mobile: '13611110002' })
    const data = { emails: ['gone@example.com'], mobiles: ['13611110002'] }
    const ids = async (include_resigned: boolean) => {
      const answer = await client.contact.user.batchGetId({ data: { ...data, include_resigned } })
      return answer.data?.user_list?.map(({ user_id, status }) => [user_id, status?.is_resigned])
    }
    expect(await ids(false)).toEqual([
      [undefined, undefined],
      [heir.open_id, false],
    ])
    expect(await ids(true)).toEqual([
      [gone.open_id, true],
      [heir.open_id, false],
    ])
  })

  test('a user outside the range counts as unknown', async () => {
    const company = await newCompany(shared.server)
    const place = await newPlace(company)
    await newPerson(company.client, { mobile: '13611110003' })
    const inside = await newPerson(company.client, { mobile: '13611110004', department_ids: [place.open] })
    const { client } = await appWithin(company, { departments: [place.open] })
    const { data } = await client.contact.user.batchGetId({
      data: { mobiles: ['13611110003', '13611110004'] },
      params: { user_id_type: 'union_id' },
    })
    expect(data?.user_list).toEqual([
      { mobile: '13611110003' },
      { mobile: '13611110004', user_id: inside.union_id, status: expect.objectContaining(active) },
    ])
  })

  test('shows no status and no user_id without their scopes', async () => {
    const company = await newCompany(shared.server)
    await newPerson(company.client, { mobile: '13611110005' })
    const { client } = await newApp(company, { scopes: ['contact:user.id:readonly'] })
    const { data } = await client.contact.user.batchGetId({ data: { mobiles: ['13611110005'] }, params: { user_id_type: 'user_id' } })
    expect(data?.user_list).toEqual([{ mobile: '13611110005' }])
  })

  test('an enterprise mail finds nobody', async () => {
    const { client } = await newCompany(shared.server, { facts: { mailDomains: ['corp.example.com'] } })
    await newPerson(client, { enterprise_email: 'han@corp.example.com' })
    expect((await client.contact.user.batchGetId({ data: { emails: ['han@corp.example.com'] } })).data?.user_list).toEqual([
      { email: 'han@corp.example.com' },
    ])
  })

  test('takes 50 of each, and nothing at all; 40001 for 51', async () => {
    const { client } = await newCompany(shared.server)
    const list = (count: number) => Array.from({ length: count }, (_, index) => `user${index}@example.com`)
    expect((await client.contact.user.batchGetId({ data: {} })).data?.user_list).toEqual([])
    expect((await client.contact.user.batchGetId({ data: { emails: list(50) } })).data?.user_list).toHaveLength(50)
    const text = { http: 400, msg: 'invalid request parameter' }
    await expectFeishuRefusal(client.contact.user.batchGetId({ data: { emails: list(51) } }), 40001, 'emails must have 50', text)
    await expectFeishuRefusal(client.contact.user.batchGetId({ data: { mobiles: list(51) } }), 40001, 'mobiles must have 50', text)
  })
})
