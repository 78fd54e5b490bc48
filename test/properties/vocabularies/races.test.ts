import { expect, test } from 'vitest'
import { systemPorts } from '../../../src/directory/system-ports.ts'
import { changeEmployeeType } from '../../../src/directory/vocabularies/employee-types/change-employee-type.ts'
import { createEmployeeType } from '../../../src/directory/vocabularies/employee-types/create-employee-type.ts'
import { deleteEmployeeType } from '../../../src/directory/vocabularies/employee-types/delete-employee-type.ts'
import { employeeTypeStanding } from '../../../src/directory/vocabularies/employee-types/find-employee-type.ts'
import { listEmployeeTypes } from '../../../src/directory/vocabularies/employee-types/list-employee-types.ts'
import { createJobLevel } from '../../../src/directory/vocabularies/job-levels/create-job-level.ts'
import { listJobLevels } from '../../../src/directory/vocabularies/job-levels/list-job-levels.ts'
import { ensureNamed } from '../../../src/directory/vocabularies/names/ensure-named.ts'
import { listCompanyNames } from '../../../src/directory/vocabularies/names/list-names.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { openTestStore } from '../../storage/open-test-store.ts'
import { newCompany, told, write } from './vocabulary-company.ts'

const many = <T>(count: number, one: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => one(index))
const counted = (list: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(list, (each) => each)].map(([key, all]) => [key, all.length]))

onEveryEngine('vocabularies that many write at the same time', (engine) => {
  test('a name that many ask for at once is made once, and no more than fit', async () => {
    const { store, beside } = await openTestStore(engine)
    const company = await newCompany(store, { workCities: 3 })
    const ensure = (name: string) => write(store, company, (tx) => ensureNamed(tx, systemPorts, company, 'work_cities', name))
    const first = await Promise.all(many(6, () => ensure('北京')))
    expect(counted(first.map(({ outcome }) => outcome))).toEqual({ made: 1, there: 5 })
    const next = await Promise.all(many(5, (index) => ensure(`city ${index}`)))
    expect(counted(next.map(({ outcome }) => outcome))).toEqual({ made: 2, full: 3 })
    expect(next).toContainEqual({ outcome: 'full', most: 3 })
    const cities = await listCompanyNames(beside, company, { table: 'work_cities', limit: 10 })
    expect(cities).toHaveLength(3)
    expect(cities.every(({ id }) => /^[0-9a-f]{12}$/.test(id))).toBe(true)
    expect((await ensure('北京')).outcome).toBe('there')
    expect(await listCompanyNames(beside, company, { table: 'job_titles', limit: 10 })).toEqual([])
  })

  test('employee types get one number after the other; a deleted number is never given again and counts', async () => {
    const { store, beside } = await openTestStore(engine)
    const company = await newCompany(store, { employeeTypes: 6 })
    const create = (content: string) =>
      write(store, company, (tx) => createEmployeeType(tx, systemPorts, company, { content, active: true }))
    const made = await Promise.all(many(4, (index) => create(`type ${index}`)))
    expect(made.map(({ number }) => number).sort()).toEqual([6, 7, 8, 9])
    expect(made.every(({ id }) => !id.includes('/'))).toBe(true)
    const [last] = made.filter(({ number }) => number === 9)
    if (!last) throw new Error('one of them has the number 9')
    await write(store, company, (tx) => deleteEmployeeType(tx, company, last.id))
    expect(await employeeTypeStanding(beside, company, 9)).toBe('unknown')
    const again = await create(last.content)
    expect(again.number).toBe(10)
    const outcomes = await Promise.all(many(3, (index) => told(create(`late ${index}`))))
    expect(counted(outcomes)).toEqual({ done: 1, employee_type_limit_reached: 2 })
    const numbers = (await listEmployeeTypes(beside, company, { limit: 100 })).map(({ number }) => number)
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 11])
  })

  test('one of many that ask for the same content, or the same texts by locale, gets it', async () => {
    const { store, beside } = await openTestStore(engine)
    const company = await newCompany(store)
    const create = (content: string, value?: string) => {
      const i18nContent = value === undefined ? [] : [{ locale: 'en_us', value }]
      return write(store, company, (tx) => createEmployeeType(tx, systemPorts, company, { content, i18nContent, active: false }))
    }
    expect(counted(await Promise.all(many(5, () => told(create('same')))))).toEqual({ done: 1, employee_type_content_taken: 4 })
    const texts = await Promise.all(many(5, (index) => told(create(`type ${index}`, 'same'))))
    expect(counted(texts)).toEqual({ done: 1, employee_type_translations_taken: 4 })
    const [one, other] = await Promise.all([create('one'), create('other')])
    const rename = (id: string) => write(store, company, (tx) => changeEmployeeType(tx, company, id, { content: 'wanted', active: false }))
    expect(counted(await Promise.all([one.id, other.id].map((id) => told(rename(id)))))).toEqual({
      done: 1,
      employee_type_content_taken: 1,
    })
    expect(await employeeTypeStanding(beside, company, one.number)).toBe('inactive')
    expect(await employeeTypeStanding(beside, company, 5)).toBe('active')
  })

  test('job levels: one of a name, one of an order, each of the others behind the one before', async () => {
    const { store, beside } = await openTestStore(engine)
    const company = await newCompany(store, { jobLevels: 6 })
    const create = (name: string, order?: number) =>
      told(write(store, company, (tx) => createJobLevel(tx, systemPorts, company, { name, order, enabled: true })))
    expect(counted(await Promise.all(many(4, () => create('same'))))).toEqual({ done: 1, job_level_name_taken: 3 })
    expect(counted(await Promise.all(many(4, (index) => create(`at ${index}`, 500))))).toEqual({ done: 1, job_level_order_taken: 3 })
    expect(counted(await Promise.all(many(5, (index) => create(`behind ${index}`))))).toEqual({ done: 4, job_level_limit_reached: 1 })
    const orders = (await listJobLevels(beside, company, { limit: 100 })).map(({ order }) => order)
    expect(orders).toEqual([100, 500, 501, 502, 503, 504])
  })
})
