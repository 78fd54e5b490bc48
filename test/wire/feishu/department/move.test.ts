import { expect, test } from 'vitest'
import { newCompany, type TestApp } from '../../../kit/feishu/company.ts'
import { countsOf, newChain, newDepartment } from '../../../kit/feishu/departments.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { eventsInCompany } from '../../../kit/feishu/unchanged.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

const move = ({ client }: Pick<TestApp, 'client'>, id: string, parent_department_id: string, more: object = {}) =>
  client.contact.department.patch({ path: { department_id: id }, data: { parent_department_id, ...more } })

const above = async ({ client }: Pick<TestApp, 'client'>, department_id: string) => {
  const { data } = await client.contact.department.parent({ params: { department_id } })
  return (data?.items ?? []).map(({ open_department_id }) => open_department_id)
}

test('a department moves with all that is below it, and every way up tells so', async () => {
  const company = await newCompany(shared.server)
  const [a, b, c] = (await newChain(company.client, 3)) as [string, string, string]
  const [x, y] = (await newChain(company.client, 2)) as [string, string]
  await move(company, b, y)
  expect(await above(company, c)).toEqual([b, y, x])
  expect(await above(company, b)).toEqual([y, x])
  const { data } = await company.client.contact.department.children({ path: { department_id: x }, params: { fetch_child: true } })
  expect(data?.items?.map(({ open_department_id }) => open_department_id)).toEqual([y, b, c])
  expect((await company.client.contact.department.children({ path: { department_id: a } })).data).toEqual({ items: [], has_more: false })
  expect((await eventsInCompany(company)).at(-1)).toMatchObject({
    kind: 'department_changed',
    subject: b,
    before: { parent: a },
    after: { parent: y },
  })
  await move(company, b, '0')
  expect(await above(company, c)).toEqual([b])
})

test('counters of both ways up are corrected, each person counted once wherever else that person sits', async () => {
  const company = await newCompany(shared.server)
  const { client } = company
  const [a, b, c] = (await newChain(client, 3)) as [string, string, string]
  const [x, y] = (await newChain(client, 2)) as [string, string]
  await newPerson(client, { department_ids: [c] })
  await newPerson(client, { department_ids: [c, b, a] })
  await newPerson(client, { department_ids: [b, x] })
  await newPerson(client, { department_ids: [y] })
  const counts = async () => Promise.all([a, b, c, x, y].map((id) => countsOf(company, id)))
  expect(await counts()).toEqual([
    [3, 0],
    [3, 1],
    [2, 2],
    [2, 0],
    [1, 1],
  ])
  await move(company, b, y)
  expect(await counts()).toEqual([
    [1, 0],
    [3, 1],
    [2, 2],
    [4, 0],
    [4, 1],
  ])
  await move(company, b, a)
  expect(await counts()).toEqual([
    [3, 0],
    [3, 1],
    [2, 2],
    [2, 0],
    [1, 1],
  ])
})

test('it keeps its order, comes last where a sibling has that, or goes where it is told', async () => {
  const company = await newCompany(shared.server)
  const { client } = company
  const orders = { order: '5' }
  const parent = (await newDepartment(client)).open_department_id
  const sibling = await newDepartment(client, { ...orders, parent_department_id: parent })
  const moved = await newDepartment(client, orders)
  const last = await move(company, moved.open_department_id, parent)
  expect(last.data?.department?.order).toBe('6')
  const back = await move(company, moved.open_department_id, '0', { order: '2' })
  expect(back.data?.department?.order).toBe('2')
  const kept = await move(company, moved.open_department_id, sibling.open_department_id)
  expect(kept.data?.department?.order).toBe('2')
})
