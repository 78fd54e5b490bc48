import { expect, test } from 'vitest'
import { newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { departmentsOf, expectNoChange, newChain, newDepartment } from '../../../kit/feishu/departments.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { appWithin } from '../../../kit/feishu/places.ts'
import { expectFeishuRefusal } from '../../../kit/feishu/refusals.ts'
import { eventsInCompany } from '../../../kit/feishu/unchanged.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

const remove = ({ client }: Pick<TestApp, 'client'>, id: string, params: object = {}) =>
  client.contact.department.delete({ path: { department_id: id }, params })

test('a department is gone, its own id may be taken again, the open one never is', async () => {
  const company = await newCompany(shared.server)
  const made = await newDepartment(company.client, { name: 'Short', department_id: 'short', order: '1' })
  expect(await remove(company, 'short', { department_id_type: 'department_id' })).toEqual({ code: 0, msg: 'success', data: {} })
  expect(await departmentsOf(company)).toEqual([])
  expect((await eventsInCompany(company)).at(-1)).toMatchObject({
    kind: 'department_deleted',
    subject: made.open_department_id,
    before: { name: 'Short', code: 'short' },
    after: null,
  })
  const get = company.client.contact.department.get({ path: { department_id: made.open_department_id } })
  await expectFeishuRefusal(get, 40015, made.open_department_id, { http: 400, msg: 'department not exist' })
  const again = await newDepartment(company.client, { name: 'Short', department_id: 'short', order: '1' })
  expect(again.open_department_id).not.toBe(made.open_department_id)
})

test('43012, 43011: what has departments below it or people in it stays', async () => {
  const company = await newCompany(shared.server)
  const [top, below] = (await newChain(company.client, 2)) as [string, string]
  await expectNoChange(company, () => remove(company, top), { code: 43012, words: top, msg: 'delete has sub dept department error' })
  const person = await newPerson(company.client, { department_ids: [below] })
  await expectNoChange(company, () => remove(company, below), { code: 43011, words: below, msg: 'delete has member dept error' })
  await company.client.contact.user.delete({ path: { user_id: person.open_id }, data: {} })
  await remove(company, below)
  await remove(company, top)
})

test('40002 for the root, 40008 for one that is not there', async () => {
  const company = await newCompany(shared.server)
  await expectNoChange(company, () => remove(company, '0'), { code: 40002, words: 'root', msg: 'process root dept error' })
  await expectNoChange(company, () => remove(company, 'nothing'), { code: 40008, words: 'nothing', msg: 'dept Info is null error' })
})

test('40004 for one out of range, 40014 for one whose parent is', async () => {
  const company = await newCompany(shared.server)
  const [top, below] = (await newChain(company.client, 2)) as [string, string]
  const outside = (await newDepartment(company.client)).open_department_id
  const narrow = await appWithin(company, { departments: [below] })
  const own = { code: 40004, http: 403, words: outside, msg: 'no dept authority error' }
  await expectNoChange(company, () => remove(narrow, outside), own)
  const parent = { code: 40014, http: 403, msg: 'no parent dept authority error' }
  await expectNoChange(company, () => remove(narrow, below), { ...parent, words: top })
  const wider = await appWithin(company, { departments: [top] })
  await remove(wider, below)
  await expectNoChange(company, () => remove(wider, top), { ...parent, words: 'root' })
})

test('43031 for departments that are fed from outside', async () => {
  const company = await newCompany(shared.server)
  const { open_department_id: id } = await newDepartment(company.client)
  await setCompanyFacts(company, { fedFromOutside: true })
  const refusal = { code: 43031, words: 'another system', msg: 'Unable to edit data from external data sources' }
  await expectNoChange(company, () => remove(company, id), refusal)
})

test('it goes out of groups, of what roles are held for, and of the ranges of apps', async () => {
  const company = await newCompany(shared.server)
  const { client } = company
  const [gone, stays] = [await newDepartment(client), await newDepartment(client)].map(({ open_department_id }) => open_department_id) as [
    string,
    string,
  ]
  const person = await newPerson(client)
  const role = (await client.contact.functionalRole.create({ data: { role_name: 'Lead' } })).data?.role_id as string
  const members = [person.open_id]
  await client.contact.functionalRoleMember.batchCreate({ path: { role_id: role }, data: { members } })
  await client.contact.functionalRoleMember.scopes({ path: { role_id: role }, data: { members, departments: [gone, stays] } })
  const narrow = await appWithin(company, { departments: [gone, stays] })
  await remove(company, gone)
  const events = await eventsInCompany(company)
  const about = events.slice(-3).map(({ kind, after }) => ({ kind, after }))
  expect(about).toMatchObject([
    { kind: 'department_deleted' },
    { kind: 'role_scope_changed', after: { departments: [stays] } },
    { kind: 'app_range_changed', after: { range: { departments: [stays] } } },
  ])
  const listed = await narrow.client.contact.department.list({})
  expect(listed.data?.items?.map(({ open_department_id }) => open_department_id)).toEqual([stays])
})
