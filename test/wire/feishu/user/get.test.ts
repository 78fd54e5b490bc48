import { describe, expect, test } from 'vitest'
import { newApp, newCompany } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { appWithin, newPlace } from '../../../kit/feishu/places.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('user.get', () => {
  const shared = sharedServer()
  const nobody = `ou_${'0'.repeat(32)}`

  test('finds a user by a user_id of 64 characters, however long they are in memory', async () => {
    const { client } = await newCompany(shared.server)
    const user_id = '𠮷'.repeat(64)
    const { open_id } = await newPerson(client, { user_id })
    const { data } = await client.contact.user.get({ path: { user_id: encodeURIComponent(user_id) }, params: { user_id_type: 'user_id' } })
    expect(data?.user).toMatchObject({ open_id, user_id })
  })

  // Source: user/get, assign_info and its scope.
  test('tells which licences a user has, with the scope for that', async () => {
    const company = await newCompany(shared.server, { facts: { licences: { required: false, seatsLeft: { basic: null, more: 2 } } } })
    const path = { user_id: (await newPerson(company.client, { subscription_ids: ['basic', 'more'] })).union_id }
    const params = { user_id_type: 'union_id' } as const
    const shownWith = async (...scopes: string[]) => {
      const { client } = await newApp(company, { scopes: ['contact:contact.base:readonly', ...scopes] })
      return (await client.contact.user.get({ path, params })).data?.user
    }
    const seen = await shownWith('contact:user.assign_info:read')
    expect(seen?.assign_info).toEqual([{ subscription_id: 'basic' }, { subscription_id: 'more' }])
    expect(await shownWith('contact:user.employee:readonly')).not.toHaveProperty('assign_info')
  })

  test('shows one user under each of his ids, with ids as they were asked for', async () => {
    const { client } = await newCompany(shared.server)
    const place = await newPlace({ client })
    const leader = await newPerson(client)
    const person = await newPerson(client, { name: 'Li Lei', leader_user_id: leader.open_id, department_ids: [place.open] })
    for (const type of ['open_id', 'union_id', 'user_id'] as const) {
      const { data } = await client.contact.user.get({ path: { user_id: person[type] }, params: { user_id_type: type } })
      expect(data?.user).toMatchObject({
        open_id: person.open_id,
        union_id: person.union_id,
        user_id: person.user_id,
        name: 'Li Lei',
        leader_user_id: leader[type],
        department_ids: [place.open],
        status: { is_resigned: false },
      })
    }
    const byCode = { path: { user_id: person.open_id }, params: { department_id_type: 'department_id' } } as const
    expect((await client.contact.user.get(byCode)).data?.user?.department_ids).toEqual([place.code])
  })

  test('shows no more than the scopes of the app open', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    const { client } = await newApp(company, { scopes: ['contact:contact.base:readonly'] })
    const of = { path: { user_id: person.union_id }, params: { user_id_type: 'union_id' } } as const
    // Source: user/get, field scopes: these have none.
    expect(Object.keys((await client.contact.user.get(of)).data?.user ?? {}).toSorted()).toEqual(
      expect.arrayContaining(['mobile_visible', 'open_id', 'union_id']),
    )
    expect((await client.contact.user.get(of)).data?.user).not.toHaveProperty('name')
    expect((await client.contact.user.get(of)).data?.user).not.toHaveProperty('mobile')
    expect((await client.contact.user.get(of)).data?.user).not.toHaveProperty('user_id')
  })

  test('an open_id is of one app alone, a union_id of all of its developer', async () => {
    const company = await newCompany(shared.server)
    const person = await newPerson(company.client)
    const other = await newApp(company)
    const foreign = other.client.contact.user.get({ path: { user_id: person.open_id } })
    await expectFeishuRefusal(foreign, 99992361, person.open_id, { http: 400, msg: 'open_id cross app' })
    const { data } = await other.client.contact.user.get({ path: { user_id: person.union_id }, params: { user_id_type: 'union_id' } })
    expect(data?.user?.open_id).toMatch(/^ou_[0-9a-f]{32}$/)
    expect(data?.user?.open_id).not.toBe(person.open_id)
    expect(data?.user?.union_id).toBe(person.union_id)
  })

  test('who resigned is still shown', async () => {
    const { client } = await newCompany(shared.server)
    const person = await newPerson(client)
    await client.contact.user.delete({ path: { user_id: person.open_id } })
    const { data } = await client.contact.user.get({ path: { user_id: person.open_id } })
    expect(data?.user).toMatchObject({ name: person.name, status: { is_resigned: true }, department_ids: [] })
  })

  test('41012: an id that nobody has, of each type', async () => {
    const { client } = await newCompany(shared.server)
    const person = await newPerson(client)
    const wrong = [
      ['open_id', nobody],
      ['open_id', person.user_id],
      ['union_id', person.open_id],
      ['union_id', nobody],
      ['user_id', 'nobody-has-this'],
    ] as const
    for (const [type, id] of wrong) {
      const call = client.contact.user.get({ path: { user_id: id }, params: { user_id_type: type } })
      await expectFeishuRefusal(call, 41012, id, { http: 400, msg: 'user id invalid error' })
    }
  })

  test('41050: a user outside the range, and an id of nobody, who is not told apart from him', async () => {
    const company = await newCompany(shared.server)
    const place = await newPlace(company)
    const inside = await newPerson(company.client, { department_ids: [place.open] })
    const outside = await newPerson(company.client)
    const { client } = await appWithin(company, { departments: [place.open] })
    const get = (id: string) => client.contact.user.get({ path: { user_id: id }, params: { user_id_type: 'union_id' } })
    expect((await get(inside.union_id)).data?.user?.name).toBe(inside.name)
    for (const id of [outside.union_id, `on_${'0'.repeat(32)}`]) {
      await expectFeishuRefusal(get(id), 41050, 'range', { http: 400, msg: 'no user authority' })
    }
  })

  test('40001: a type of ids that there is not', async () => {
    const { client } = await newCompany(shared.server)
    const call = client.contact.user.get({ path: { user_id: nobody }, params: { user_id_type: 'lark_id' as 'open_id' } })
    const { error } = await expectFeishuRefusal(call, 40001, 'user_id_type', { http: 400, msg: 'invalid parameter' })
    expect(error.field_violations?.[0]).toMatchObject({ field: 'user_id_type', value: 'lark_id' })
  })
})
