import { expect, test } from 'vitest'
import { companyNames } from '../../../src/storage/tables/vocabularies/company-names.ts'
import * as attributes from '../../../src/storage/tables/vocabularies/custom-attributes.ts'
import * as types from '../../../src/storage/tables/vocabularies/employee-types.ts'
import * as families from '../../../src/storage/tables/vocabularies/job-families.ts'
import * as levels from '../../../src/storage/tables/vocabularies/job-levels.ts'
import { plansOf } from './plans-of.ts'

const { job_titles: titles, work_cities: cities } = companyNames
const inserts = [
  ...[attributes.insertCustomAttribute, types.insertEmployeeType, families.insertJobFamily, families.keepDeletedJobFamily],
  ...[levels.insertJobLevel, titles.insert, cities.insert],
]

test('what a statement on vocabularies costs does not grow with other companies: it searches by keys, and scans no table', async () => {
  const all = [attributes, types, families, levels, titles, cities].flatMap((table) => Object.values(table))
  const plans = await plansOf(all.filter((statement) => !inserts.includes(statement as never)))
  for (const plan of plans) {
    const visits = plan.filter((line) => /^(SEARCH|SCAN) (?!json_each|value)/.test(line))
    expect(visits.length).toBeGreaterThan(0)
    for (const line of visits) expect(line).toMatch(/^SEARCH \w+ .*\(company=\?/)
  }
})

test('a page is read from an index in its order: nothing is sorted', async () => {
  const pages = [families.jobFamiliesAfter, levels.jobLevelsAfter, titles.after, cities.after, types.employeeTypesAfter]
  expect(await plansOf([...pages, attributes.customAttributesAfter])).toEqual([
    ['SEARCH job_families USING INDEX job_families_by_age (company=? AND (created_at,id)>(?,?))'],
    ['SEARCH job_levels USING INDEX job_levels_by_position (company=? AND position>?)'],
    ['SEARCH job_titles USING INDEX job_titles_by_age (company=? AND (created_at,id)>(?,?))'],
    ['SEARCH work_cities USING INDEX work_cities_by_age (company=? AND (created_at,id)>(?,?))'],
    ['SEARCH employee_types USING PRIMARY KEY (company=? AND number>?)'],
    ['SEARCH custom_attributes USING INDEX custom_attributes_by_age (company=? AND (created_at,id)>(?,?))'],
  ])
})
