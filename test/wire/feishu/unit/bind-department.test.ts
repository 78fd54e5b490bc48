import { expect, test } from 'vitest'
import { newApp, newCompany, setCompanyFacts, type TestApp } from '../../../kit/feishu/company.ts'
import { eventsInCompany, expectNothingDone } from '../../../kit/feishu/unchanged.ts'
import { departmentsIn, newDepartmentId, newUnit } from '../../../kit/feishu/units.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

const bind = ({ client }: TestApp, data: object) => client.contact.unit.bindDepartment({ data: data as never })
const unbind = ({ client }: TestApp, data: object) => client.contact.unit.unbindDepartment({ data: data as never })
const both = [
  { verb: 'bind', call: bind },
  { verb: 'unbind', call: unbind },
]

/** A unit with one department, and one that is bound to none. */
async function place() {
  const company = await newCompany(shared.server)
  const unit = await newUnit(company)
  const bound = await newDepartmentId(company, { custom: 'bound' })
  const free = await newDepartmentId(company, { custom: 'free' })
  await bind(company, { unit_id: unit, department_id: bound })
  return { ...company, unit, bound, free, state: () => departmentsIn(company, unit) }
}

test('a department is bound, shows its unit, and is unbound, by either form of its id', async () => {
  const company = await place()
  const { unit, bound, free } = company
  const named = { unit_id: unit, department_id: 'free', department_id_type: 'department_id' }
  expect(await bind(company, named)).toEqual({ code: 0, msg: 'success', data: {} })
  expect(await company.state()).toEqual([bound, free].sort())
  const shown = await company.client.contact.department.get({ path: { department_id: free } })
  expect(shown.data?.department?.unit_ids).toEqual([unit])
  const events = await eventsInCompany(company)
  expect(events.at(-1)).toMatchObject({ kind: 'unit_department_bound', subject: unit, after: { department: free }, before: null })

  expect(await unbind(company, named)).toEqual({ code: 0, msg: 'success', data: {} })
  expect(await company.state()).toEqual([bound])
  const after = await eventsInCompany(company)
  expect(after.at(-1)).toMatchObject({ kind: 'unit_department_unbound', subject: unit, before: { department: free }, after: null })
})

test('a department that is bound to the unit may be bound to it again: nothing happens', async () => {
  const company = await place()
  const events = await eventsInCompany(company)
  await bind(company, { unit_id: company.unit, department_id: company.bound })
  expect(await eventsInCompany(company)).toEqual(events)
})

test('bind, 43054: a department of another unit', async () => {
  const company = await place()
  const { unit, bound, state } = company
  const other = await newUnit(company)
  const refusal = { code: 43054, words: unit, http: 400, msg: 'department has been bound to other unit' }
  await expectNothingDone(company, () => bind(company, { unit_id: other, department_id: bound }), refusal, state)
  await unbind(company, { unit_id: unit, department_id: bound })
  await bind(company, { unit_id: other, department_id: bound })
})

// Chosen: the vendor's page has no code for the limit; department/create has this one.
test('bind, 43017: as many departments as a unit takes', async () => {
  const company = await place()
  const { unit, bound, free, state } = company
  await setCompanyFacts(company, { limits: { departmentsOfUnit: 1 } })
  const refusal = { code: 43017, words: unit, http: 400, msg: 'relate dept over limit' }
  await expectNothingDone(company, () => bind(company, { unit_id: unit, department_id: free }), refusal, state)
  await unbind(company, { unit_id: unit, department_id: bound })
  await bind(company, { unit_id: unit, department_id: free })
  expect(await state()).toEqual([free])
})

// Open question: the vendor does not say; decided so.
test('unbind, 43058: a department that is not bound to the unit', async () => {
  const company = await place()
  const other = await newUnit(company)
  const refusal = { code: 43058, words: company.bound, http: 400, msg: 'department_id invalid' }
  await expectNothingDone(company, () => unbind(company, { unit_id: other, department_id: company.bound }), refusal, company.state)
})

for (const { verb, call } of both) {
  test(`${verb}, 43058: no such department, the root, an id of the other form, none at all`, async () => {
    const company = await place()
    const unknown = `od-${'0'.repeat(32)}`
    for (const [department_id, words] of [
      [unknown, unknown],
      ['0', '0'],
      ['bound', 'bound'],
      [undefined, 'department_id'],
      [7, 'department_id'],
    ]) {
      const refusal = { code: 43058, words: words as string, http: 400, msg: 'department_id invalid' }
      await expectNothingDone(company, () => call(company, { unit_id: company.unit, department_id }), refusal, company.state)
    }
  })

  test(`${verb}, 43051: no such unit, an id that none can have, none at all`, async () => {
    const company = await place()
    for (const unit_id of ['gone', 'not-a-unit', undefined]) {
      const refusal = { code: 43051, words: /unit/, http: 400, msg: 'unit_id invalid' }
      await expectNothingDone(company, () => call(company, { unit_id, department_id: company.bound }), refusal, company.state)
    }
  })

  test(`${verb}, 43050: the company has no units any more`, async () => {
    const company = await place()
    await setCompanyFacts(company, { units: false })
    const refusal = { code: 43050, words: 'units', http: 400, msg: 'unit feature is prohibited' }
    await expectNothingDone(company, () => call(company, { unit_id: company.unit, department_id: company.bound }), refusal, company.state)
  })

  test(`${verb}, 40004: a department beyond the range of the app; one below the range's department is within`, async () => {
    const company = await place()
    const { unit, bound, free, state } = company
    const child = await newDepartmentId(company, { parent: free })
    if (verb === 'unbind') await bind(company, { unit_id: unit, department_id: child })
    const narrow = await newApp(company, { range: { departments: [free] } })
    const refusal = { code: 40004, words: bound, http: 403, msg: 'no dept authority error' }
    await expectNothingDone(company, () => call(narrow, { unit_id: unit, department_id: bound }), refusal, state)
    expect(await call(narrow, { unit_id: unit, department_id: child })).toMatchObject({ code: 0 })
  })
}
