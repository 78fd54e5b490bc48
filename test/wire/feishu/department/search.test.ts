import { expect, test } from 'vitest'
import { newApp, newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { newChain, newDepartment } from '../../../kit/feishu/departments.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { appWithin } from '../../../kit/feishu/places.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { asUser } from '../../../kit/feishu/user-token.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

/** A company with a person who acts through an app. */
async function place(of: (company: TestApp) => Promise<TestApp> = async (company) => company) {
  const company = await newCompany(shared.server)
  const person = await newPerson(company.client)
  const app = await of(company)
  const user = await asUser(app, person)
  const search = (query: string, params: object = {}) => app.client.contact.department.search({ data: { query }, params }, user)
  return { company, app, user, search }
}
const names = (answer: { data?: { items?: { name?: string }[] | undefined } | undefined }) =>
  (answer.data?.items ?? []).map(({ name }) => name).sort()

test('departments whose name holds the text, in pages, whatever the case; other languages are not searched', async () => {
  const { company, search } = await place()
  for (const name of ['Sales North', 'sales south', 'Nothing'])
    await newDepartment(company.client, { name, i18n_name: { zh_cn: `销售 ${name}` } })
  expect(names(await search('SALES'))).toEqual(['Sales North', 'sales south'])
  expect(names(await search('销售'))).toEqual([])
  expect(names(await search('100%_'))).toEqual([])
  const first = await search('o', { page_size: 2 })
  expect(first.data).toMatchObject({ has_more: true, page_token: expect.any(String) })
  const second = await search('o', { page_size: 2, page_token: first.data?.page_token })
  expect(second.data?.has_more).toBe(false)
  expect([...names(first), ...names(second)].sort()).toEqual(['Nothing', 'Sales North', 'sales south'])
})

test('48001 for what is wrong with a parameter; a tenant token is refused', async () => {
  const { company, search } = await place()
  const refusal = { http: 400, msg: 'invalid param' }
  await expectFeishuRefusal(search(''), 48001, 'query', refusal)
  await expectFeishuRefusal(search('x', { page_size: 51 }), 48001, 'page_size', refusal)
  await expectFeishuRefusal(search('x', { page_token: 'x' }), 48001, 'page_token', refusal)
  await expectFeishuRefusal(search('x', { user_id_type: 'x' }), 48001, 'user_id_type', refusal)
  await expectFeishuRefusal(company.client.contact.department.search({ data: { query: 'x' } }), 99991663, 'user token')
})

test('a user sees what the range of the app leaves out', async () => {
  const company = await newCompany(shared.server)
  const person = await newPerson(company.client)
  const [top, below] = (await newChain(company.client, 2)) as [string, string]
  const narrow = await appWithin(company, { departments: [below] })
  const user = await asUser(narrow, person)
  const get = await narrow.client.contact.department.get({ path: { department_id: top } }, user)
  expect(get.data?.department?.open_department_id).toBe(top)
  const parents = await narrow.client.contact.department.parent({ params: { department_id: below } }, user)
  expect(parents.data?.items?.map(({ open_department_id }) => open_department_id)).toEqual([top])
  const children = await narrow.client.contact.department.children({ path: { department_id: '0' } }, user)
  expect(children.data?.items?.map(({ open_department_id }) => open_department_id)).toEqual([top])
  const batch = await narrow.client.contact.department.batch({ params: { department_ids: ['0', top] } }, user)
  expect(batch.data?.items).toHaveLength(2)
  const list = await narrow.client.contact.department.list({ params: { parent_department_id: top } }, user)
  expect(list.data?.items?.map(({ open_department_id }) => open_department_id)).toEqual([below])
})

test('what a user did not grant is not shown', async () => {
  const company = await newCompany(shared.server)
  const person = await newPerson(company.client)
  const { open_department_id: id } = await newDepartment(company.client, { name: 'Hidden' })
  const app = await newApp(company)
  const user = await asUser(app, person, ['contact:contact.base:readonly'])
  const { data } = await app.client.contact.department.get({ path: { department_id: id } }, user)
  expect(data?.department).toEqual({ open_department_id: id })
})

test('recursion ends for a user at 1000 departments, and for an app with the last', { timeout: 60_000 }, async () => {
  const company = await newCompany(shared.server)
  const person = await newPerson(company.client)
  const parents: string[] = []
  for (let count = 0; count < 2; count++) parents.push((await newDepartment(company.client)).open_department_id)
  const add = (index: number) => newDepartment(company.client, { parent_department_id: parents[index % 2] as string })
  for (let count = 0; count < 1004; count += 20) await Promise.all(Array.from({ length: 20 }, (_, index) => add(count + index)))
  const user = await asUser(company, person)
  const count = async (option?: typeof user) => {
    const seen = new Set<string | undefined>()
    let page_token: string | undefined
    do {
      const params = { fetch_child: true, page_size: 50, ...(page_token && { page_token }) }
      const { data } = await company.client.contact.department.children({ path: { department_id: '0' }, params }, option)
      for (const { open_department_id } of data?.items ?? []) seen.add(open_department_id)
      page_token = data?.page_token
    } while (page_token)
    return seen.size
  }
  expect([await count(user), await count()]).toEqual([1000, 1022])
})
