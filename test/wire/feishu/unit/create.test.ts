import { expect, test } from 'vitest'
import { unique } from '../../../kit/directory.ts'
import { newCompany, setCompanyFacts } from '../../../kit/feishu/company.ts'
import { expectNothingDone, kindsOf } from '../../../kit/feishu/unchanged.ts'
import { newUnit, unitsOf } from '../../../kit/feishu/units.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

async function place() {
  const company = await newCompany(shared.server)
  return {
    ...company,
    create: (data: object) => company.client.contact.unit.create({ data: data as never }),
    state: () => unitsOf(company),
  }
}

test('a unit has the id that was chosen, or a new one of letters and digits', async () => {
  const company = await place()
  expect(await company.create({ unit_id: 'BU121', name: '  east ', unit_type: ' region' })).toEqual({
    code: 0,
    msg: 'success',
    data: { unit_id: 'BU121' },
  })
  shared.clock.pass(1)
  const made = await newUnit(company, { name: 'west', unit_type: 'region' })
  expect(made).toMatch(/^[A-Za-z0-9]{16}$/)
  expect(await company.state()).toEqual([
    { unit_id: 'BU121', name: 'east', unit_type: 'region' },
    { unit_id: made, name: 'west', unit_type: 'region' },
  ])
  expect(await kindsOf(company, 'BU121')).toEqual(['unit_created'])
})

test('one name may serve several types, and names differ by their case', async () => {
  const company = await place()
  for (const [name, unit_type] of [
    ['east', 'region'],
    ['east', 'brand'],
    ['East', 'region'],
  ]) {
    await newUnit(company, { name: name as string, unit_type: unit_type as string })
  }
  expect(await company.state()).toHaveLength(3)
})

test('43055: name and type of another unit, whatever white space is around them', async () => {
  const company = await place()
  const unit = await newUnit(company, { name: 'east', unit_type: 'region' })
  const refusal = { code: 43055, words: unit, http: 400, msg: 'unit name and type repeat' }
  await expectNothingDone(company, () => company.create({ name: ' east', unit_type: 'region ' }), refusal, company.state)
})

test('43056: the id of another unit', async () => {
  const company = await place()
  await newUnit(company, { unit_id: 'taken' })
  const refusal = { code: 43056, words: 'taken', http: 400, msg: 'duplicate unit id error' }
  const again = { unit_id: 'taken', name: unique('name'), unit_type: 'region' }
  await expectNothingDone(company, () => company.create(again), refusal, company.state)
  await newUnit(company, { ...again, unit_id: 'TAKEN' })
})

test('43050: the company has no units', async () => {
  const company = await place()
  await setCompanyFacts(company, { units: false })
  const refusal = { code: 43050, words: 'units', http: 400, msg: 'unit feature is prohibited' }
  await expectNothingDone(company, () => company.create({ name: 'east', unit_type: 'region' }), refusal, company.state)
})

test('43059: as many units as the company may have', async () => {
  const company = await place()
  await setCompanyFacts(company, { limits: { units: 2 } })
  const first = await newUnit(company)
  await newUnit(company)
  const refusal = { code: 43059, words: '2', http: 400, msg: 'unit number exceed limit' }
  await expectNothingDone(company, () => company.create({ name: 'east', unit_type: 'region' }), refusal, company.state)
  await company.client.contact.unit.delete({ path: { unit_id: first } })
  await newUnit(company)
})

const good = { unit_id: 'east', name: 'east', unit_type: 'region' }
const long = (length: number) => '团'.repeat(length)

test.each([
  [43051, 'unit_id invalid', 'unit_id', { ...good, unit_id: 'with-dash' }],
  [43051, 'unit_id invalid', 'unit_id', { ...good, unit_id: '' }],
  [43051, 'unit_id invalid', 'unit_id', { ...good, unit_id: 'a'.repeat(65) }],
  [43051, 'unit_id invalid', 'unit_id', { ...good, unit_id: 7 }],
  [43052, 'unit name invalid', 'name', { ...good, name: undefined }],
  [43052, 'unit name invalid', 'name', { ...good, name: '' }],
  [43052, 'unit name invalid', 'name', { ...good, name: '   ' }],
  [43052, 'unit name invalid', 'name', { ...good, name: long(101) }],
  [43053, 'unit type invalid', 'unit_type', { ...good, unit_type: undefined }],
  [43053, 'unit type invalid', 'unit_type', { ...good, unit_type: '' }],
  [43053, 'unit type invalid', 'unit_type', { ...good, unit_type: long(101) }],
])('%i %s: %s of %j', async (code, msg, words, data) => {
  const company = await place()
  await expectNothingDone(company, () => company.create(data), { code, words, http: 400, msg }, company.state)
})

test('lengths are counted as people count characters', async () => {
  const company = await place()
  await newUnit(company, { unit_id: 'a'.repeat(64), name: '🏭'.repeat(100), unit_type: long(100) })
  expect(await company.state()).toHaveLength(1)
})
