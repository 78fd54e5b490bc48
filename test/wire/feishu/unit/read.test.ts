import { expect, test } from 'vitest'
import { newApp, newCompany } from '../../../kit/feishu/company.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { departmentsIn, newDepartmentId, newUnit } from '../../../kit/feishu/units.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

test('get shows a unit; nobody else shows it', async () => {
  const company = await newCompany(shared.server)
  const id = await newUnit(company, { name: 'east', unit_type: 'region' })
  expect(await company.client.contact.unit.get({ path: { unit_id: id } })).toEqual({
    code: 0,
    msg: 'success',
    data: { unit: { unit_id: id, name: 'east', unit_type: 'region' } },
  })
  const other = await newCompany(shared.server)
  await expectFeishuRefusal(other.client.contact.unit.get({ path: { unit_id: id } }), 43051, id, { http: 400, msg: 'unit_id invalid' })
})

test.each(['unknown', 'not-a-unit', 'a'.repeat(65)])('get, 43051: %s', async (unit_id) => {
  const { client } = await newCompany(shared.server)
  await expectFeishuRefusal(client.contact.unit.get({ path: { unit_id } }), 43051, /unit/, { http: 400, msg: 'unit_id invalid' })
})

test('list gives every unit once, page by page, the oldest first, also while units go', async () => {
  const company = await newCompany(shared.server)
  const ids: string[] = []
  for (let made = 0; made < 5; made++) {
    ids.push(await newUnit(company))
    if (made === 2) shared.clock.pass(1000)
  }
  const young = ids.slice(3).sort()
  const inOrder = [...ids.slice(0, 3).sort(), ...young]
  const first = await company.client.contact.unit.list({ params: { page_size: 2 } })
  expect(first.data?.has_more).toBe(true)
  await company.client.contact.unit.delete({ path: { unit_id: inOrder[1] as string } })
  const second = await company.client.contact.unit.list({ params: { page_size: 3, page_token: first.data?.page_token as string } })
  expect(second.data).toEqual({ unitlist: expect.any(Array), has_more: false })
  const told = [...(first.data?.unitlist ?? []), ...(second.data?.unitlist ?? [])].map(({ unit_id }) => unit_id)
  expect(told).toEqual(inOrder)
})

test('a company without units has an empty list', async () => {
  const { client } = await newCompany(shared.server)
  expect(await client.contact.unit.list({})).toEqual({ code: 0, msg: 'success', data: { unitlist: [], has_more: false } })
})

test.each([0, 101])('list, 40011: page_size %i', async (page_size) => {
  const { client } = await newCompany(shared.server)
  const told = { http: 400, msg: 'page size is invalid' }
  await expectFeishuRefusal(client.contact.unit.list({ params: { page_size } }), 40011, 'page_size', told)
})

test('list, 40012: a token of nowhere, and one of another company', async () => {
  const company = await newCompany(shared.server)
  await newUnit(company)
  await newUnit(company)
  const { data } = await company.client.contact.unit.list({ params: { page_size: 1 } })
  const other = await newCompany(shared.server)
  for (const page_token of ['nowhere', data?.page_token as string]) {
    const call = other.client.contact.unit.list({ params: { page_token } })
    await expectFeishuRefusal(call, 40012, 'page_token', { http: 400, msg: 'page token is invalid' })
  }
})

test('list_department tells the departments of a unit in either form of their ids, whatever the range of the app', async () => {
  const company = await newCompany(shared.server)
  const unit = await newUnit(company)
  const made: string[] = []
  for (const custom of ['d-one', 'd-two', 'd-three']) {
    const id = await newDepartmentId(company, { custom })
    await company.client.contact.unit.bindDepartment({ data: { unit_id: unit, department_id: id } })
    made.push(id)
  }
  expect(await departmentsIn(company, unit)).toEqual([...made].sort())
  const narrow = await newApp(company, { range: { departments: [] } })
  expect(await departmentsIn(narrow, unit)).toEqual([...made].sort())
  const { data } = await company.client.contact.unit.listDepartment({ params: { unit_id: unit, department_id_type: 'department_id' } })
  expect(data?.departmentlist?.map(({ unit_id, department_id }) => [unit_id, department_id]).sort()).toEqual([
    [unit, 'd-one'],
    [unit, 'd-three'],
    [unit, 'd-two'],
  ])
  const told: string[] = []
  let token: string | undefined
  do {
    const params = { unit_id: unit, page_size: 1, ...(token && { page_token: token }) }
    const answer = await company.client.contact.unit.listDepartment({ params })
    told.push(...(answer.data?.departmentlist ?? []).map(({ department_id }) => department_id))
    token = answer.data?.page_token
  } while (token)
  expect(told).toEqual([...made].sort())
})

test('list_department: 43051, 40011 and 40012', async () => {
  const company = await newCompany(shared.server)
  const unit = await newUnit(company)
  const list = (params: object) => company.client.contact.unit.listDepartment({ params: params as never })
  for (const unit_id of ['unknown', 'not-a-unit', undefined]) {
    await expectFeishuRefusal(list({ unit_id }), 43051, /unit/, { http: 400, msg: 'unit_id invalid' })
  }
  for (const page_size of [0, 101]) {
    await expectFeishuRefusal(list({ unit_id: unit, page_size }), 40011, 'page_size', { http: 400, msg: 'page size is invalid' })
  }
  const told = { http: 400, msg: 'page token is invalid' }
  await expectFeishuRefusal(list({ unit_id: unit, page_token: 'nowhere' }), 40012, 'page_token', told)
})
