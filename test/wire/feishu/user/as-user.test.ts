import { describe, expect, test } from 'vitest'
import { newApp, newCompany } from '../../../kit/feishu/company.ts'
import { newDepartment } from '../../../kit/feishu/departments.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { appWithin, newPlace } from '../../../kit/feishu/places.ts'
import { asUser } from '../../../kit/feishu/user-token.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('reading users as a user', () => {
  const shared = sharedServer()

  test('the range of the app does not count', async () => {
    const company = await newCompany(shared.server)
    const place = await newPlace(company)
    const reader = await newPerson(company.client, { department_ids: [place.open] })
    const other = await newPerson(company.client)
    const within = await appWithin(company, { departments: [place.open] })
    const user = await asUser(within, reader)
    const { contact } = within.client
    const params = { user_id_type: 'user_id' } as const
    expect((await contact.user.get({ path: { user_id: other.user_id }, params }, user)).data?.user?.name).toBe(other.name)
    const batch = await contact.user.batch({ params: { ...params, user_ids: [other.user_id, reader.user_id] } }, user)
    expect(batch.data?.items?.map(({ name }) => name)).toEqual([other.name, reader.name])
    const names = [{ user_id: other.user_id, name: other.name }]
    expect((await contact.user.basicBatch({ data: { user_ids: [other.user_id] }, params }, user)).data?.users).toMatchObject(names)
    for (const list of [contact.user.findByDepartment, contact.user.list]) {
      const { data } = await list({ params: { department_id: '0', ...params } }, user)
      expect(data?.items?.map(({ user_id }) => user_id)).toEqual([other.user_id])
    }
    expect((await contact.user.list({ params }, user)).data?.items?.map(({ user_id }) => user_id)).toEqual([other.user_id])
  })

  // Source: user/get, department_path_name.i18n_name.
  test('the way down has names in each language in which a department of it has one', async () => {
    const company = await newCompany(shared.server)
    const { client } = company
    const top = await newDepartment(client, { name: 'Sales', i18n_name: { zh_cn: '销售' } })
    const below = await newDepartment(client, { name: 'North', parent_department_id: top.open_department_id })
    const person = await newPerson(client, { department_ids: [below.open_department_id] })
    const { data } = await client.contact.user.get({ path: { user_id: person.open_id } }, await asUser(company, person))
    const [path] = data?.user?.department_path ?? []
    expect(path?.department_path?.department_path_name).toEqual({ name: 'Sales/North', i18n_name: { zh_cn: '销售/North' } })
  })

  test('he is shown the way down to each department, with its scope, but not by user.batch', async () => {
    const company = await newCompany(shared.server)
    const top = await newPlace(company)
    const below = await newPlace(company, top.open)
    const person = await newPerson(company.client, { department_ids: [below.open, '0'] })
    const nameOf = async (department_id: string) =>
      (await company.client.contact.department.get({ path: { department_id } })).data?.department?.name
    const user = await asUser(company, person)
    const way = {
      department_ids: [top.code, below.code],
      department_path_name: { name: `${await nameOf(top.open)}/${await nameOf(below.open)}` },
    }
    const params = { department_id_type: 'department_id' } as const
    const path = { user_id: person.open_id }
    const { contact } = company.client
    expect((await contact.user.get({ path, params }, user)).data?.user?.department_path).toEqual([
      { department_id: below.code, department_name: { name: await nameOf(below.open), i18n_name: {} }, department_path: way },
    ])
    const { data } = await contact.user.findByDepartment({ params: { department_id: below.code, ...params } }, user)
    expect(data?.items?.[0]?.department_path).toHaveLength(1)
    expect((await contact.user.get({ path, params })).data?.user).not.toHaveProperty('department_path')
    const batch = await contact.user.batch({ params: { user_ids: [person.open_id] } }, user)
    expect(batch.data?.items?.[0]).not.toHaveProperty('department_path')
    const poor = await newApp(company, { scopes: ['contact:contact.base:readonly'] })
    const of = { path: { user_id: person.union_id }, params: { user_id_type: 'union_id' } } as const
    expect((await poor.client.contact.user.get(of, await asUser(poor, person))).data?.user).not.toHaveProperty('department_path')
  })
})
