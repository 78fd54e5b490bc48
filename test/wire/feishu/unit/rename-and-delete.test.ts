import { expect, test } from 'vitest'
import { newCompany, setCompanyFacts } from '../../../kit/feishu/company.ts'
import { eventsInCompany, expectNothingDone, kindsOf } from '../../../kit/feishu/unchanged.ts'
import { departmentsIn, newDepartmentId, newUnit, unitsOf } from '../../../kit/feishu/units.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

async function place() {
  const company = await newCompany(shared.server)
  const { unit } = company.client.contact
  const patch = (id: string, data: object) => unit.patch({ path: { unit_id: id }, data })
  const remove = (id: string) => unit.delete({ path: { unit_id: id } })
  return { ...company, patch, remove, state: () => unitsOf(company) }
}

const unknown = { code: 43051, words: 'gone', http: 400, msg: 'unit_id invalid' }
const malformed = { ...unknown, words: 'unit_id' }

test('patch gives a unit another name; its own name again changes nothing', async () => {
  const company = await place()
  const id = await newUnit(company, { name: 'east', unit_type: 'region' })
  expect(await company.patch(id, { name: ' far east ' })).toEqual({ code: 0, msg: 'success', data: {} })
  expect(await company.state()).toEqual([{ unit_id: id, name: 'far east', unit_type: 'region' }])
  const events = await eventsInCompany(company)
  expect(events.at(-1)).toMatchObject({ kind: 'unit_changed', subject: id, before: { name: 'east' }, after: { name: 'far east' } })
  await company.patch(id, { name: 'far east' })
  expect(await eventsInCompany(company)).toEqual(events)
})

test('patch, 43051: no such unit, and an id that none can have', async () => {
  const company = await place()
  await newUnit(company)
  await expectNothingDone(company, () => company.patch('gone', { name: 'east' }), unknown, company.state)
  await expectNothingDone(company, () => company.patch('no-unit', { name: 'east' }), malformed, company.state)
})

test.each([[{}], [{ name: '' }], [{ name: '  ' }], [{ name: 'x'.repeat(101) }], [{ name: 7 }]])('patch, 43052: %j', async (data) => {
  const company = await place()
  const id = await newUnit(company)
  const refusal = { code: 43052, words: 'name', http: 400, msg: 'unit name invalid' }
  await expectNothingDone(company, () => company.patch(id, data), refusal, company.state)
})

test('patch, 43055: another unit of the type has the name', async () => {
  const company = await place()
  const other = await newUnit(company, { name: 'east', unit_type: 'region' })
  const id = await newUnit(company, { name: 'west', unit_type: 'region' })
  const refusal = { code: 43055, words: other, http: 400, msg: 'unit name and type repeat' }
  await expectNothingDone(company, () => company.patch(id, { name: 'east' }), refusal, company.state)
  const brand = await newUnit(company, { name: 'west', unit_type: 'brand' })
  await company.patch(brand, { name: 'east' })
})

test('delete takes a unit away; its departments are bound to none, and its id and name are free', async () => {
  const company = await place()
  const id = await newUnit(company, { unit_id: 'east', name: 'east' })
  const department = await newDepartmentId(company)
  await company.client.contact.unit.bindDepartment({ data: { unit_id: id, department_id: department } })
  expect(await company.remove(id)).toEqual({ code: 0, msg: 'success', data: {} })
  expect(await company.state()).toEqual([])
  expect(await kindsOf(company, id)).toEqual(['unit_created', 'unit_department_bound', 'unit_department_unbound', 'unit_deleted'])
  const again = await newUnit(company, { unit_id: 'east', name: 'east' })
  expect(await departmentsIn(company, again)).toEqual([])
  const other = await newUnit(company)
  await company.client.contact.unit.bindDepartment({ data: { unit_id: other, department_id: department } })
  expect(await departmentsIn(company, other)).toEqual([department])
})

test('delete, 43051: no such unit, and an id that none can have', async () => {
  const company = await place()
  const gone = await newUnit(company, { unit_id: 'gone' })
  await company.remove(gone)
  await expectNothingDone(company, () => company.remove(gone), unknown, company.state)
  await expectNothingDone(company, () => company.remove('no-unit'), malformed, company.state)
})

test('delete, 43057: the type is in use elsewhere, until it no longer is', async () => {
  const company = await place()
  const id = await newUnit(company, { unit_type: 'region' })
  const free = await newUnit(company, { unit_type: 'brand' })
  await setCompanyFacts(company, { unitTypesInUse: ['region'] })
  const refusal = { code: 43057, words: 'region', http: 400, msg: 'unit type is quoted by other businesses' }
  await expectNothingDone(company, () => company.remove(id), refusal, company.state)
  await company.remove(free)
  await setCompanyFacts(company, { unitTypesInUse: [] })
  await company.remove(id)
  expect(await company.state()).toEqual([])
})
