import { expect, test } from 'vitest'
import * as scopes from '../../../src/storage/tables/roles-and-units/company-role-departments.ts'
import * as members from '../../../src/storage/tables/roles-and-units/company-role-members.ts'
import * as roles from '../../../src/storage/tables/roles-and-units/company-roles.ts'
import * as bound from '../../../src/storage/tables/roles-and-units/department-units.ts'
import * as units from '../../../src/storage/tables/roles-and-units/units.ts'
import { plansOf } from './plans-of.ts'

const changing = [roles.insertCompanyRole, members.insertRoleMembers, scopes.insertRoleDepartments, units.insertUnit]

test('what a statement on roles and units costs does not grow with other companies: it searches by keys, and scans no table', async () => {
  const all = [roles, members, scopes, units, bound].flatMap((table) => Object.values(table))
  const plans = await plansOf(all.filter((statement) => !changing.includes(statement as never)))
  for (const plan of plans) {
    const visits = plan.filter((line) => /^(SEARCH|SCAN) (?!json_each|value)/.test(line))
    expect(visits.length).toBeGreaterThan(0)
    for (const line of visits) expect(line).toMatch(/^SEARCH \w+ .*\(company=\?/)
  }
})

test('a page is read from an index in its order: nothing is sorted', async () => {
  expect(await plansOf([members.roleMembersInOrder, units.unitsByAge, bound.departmentsOfUnit])).toEqual([
    ['SEARCH company_role_members USING INDEX company_role_members_in_order (company=? AND role=? AND (joined_at,person)>(?,?))'],
    ['SEARCH units USING INDEX units_by_age (company=? AND (created_at,id)>(?,?))'],
    ['SEARCH departments USING INDEX departments_by_unit (company=? AND (unit,id)>(?,?) AND unit<?)'],
  ])
})

test('counts come from an index of as many rows as are counted', async () => {
  const plans = await plansOf([members.countRoleMembers, roles.countCompanyRoles, units.countUnits, bound.countDepartmentsOfUnit])
  expect(plans.flat()).toEqual([
    expect.stringMatching(/^SEARCH company_role_members USING .*\(company=\? AND role=\?\)$/),
    expect.stringMatching(/^SEARCH company_roles USING .*\(company=\?\)$/),
    expect.stringMatching(/^SEARCH units USING .*\(company=\?\)$/),
    expect.stringMatching(/^SEARCH departments USING COVERING INDEX .*\(company=\? AND unit=\?\)$/),
  ])
})
