import { describe, expect, test } from 'vitest'
import {
  countPeopleUpTo,
  deleteGroupPeople,
  groupPersonFacts,
  groupsWithDepartment,
  groupsWithPerson,
  membersInOrder,
  someGroupsWithPerson,
} from '../../../src/storage/tables/companies/company-group-members.ts'
import { companyGroupsInOrder, peopleOfAllGroups, someCompanyGroupsInOrder } from '../../../src/storage/tables/companies/company-groups.ts'
import { planOf } from './plans-of.ts'

/** What a page or a change costs must not grow with who else is in the group, nor with how many people the company has. */
describe('statements on groups of a company (sqlite)', () => {
  test('a page of members is read in an index, behind the last one', async () => {
    expect(await planOf(membersInOrder)).toEqual([
      'SEARCH company_group_members USING PRIMARY KEY (company=? AND group_id=? AND kind=? AND (joined_at,member)>(?,?))',
    ])
  })

  test.for([
    ['all', groupsWithPerson],
    ['some', someGroupsWithPerson],
  ] as const)('the groups of a person, %s, are looked up and neither scanned nor sorted', async ([, statement]) => {
    const plan = await planOf(statement)
    expect(plan[0]).toMatch(
      /^SEARCH m USING COVERING INDEX company_group_members_by_member \(company=\? AND kind=\? AND member=\? AND group_id/,
    )
    expect(plan).toContain('SEARCH g USING PRIMARY KEY (company=? AND id=?)')
    expect(plan.filter((step) => /TEMP B-TREE/.test(step))).toEqual([])
  })

  test('a page of groups is read in an index; some groups are looked up one by one', async () => {
    expect(await planOf(companyGroupsInOrder)).toEqual([
      'SEARCH company_groups USING INDEX company_groups_by_age (company=? AND kind=? AND (created_at,id)>(?,?))',
    ])
    expect((await planOf(someCompanyGroupsInOrder))[0]).toMatch(/^SEARCH company_groups USING /)
  })

  test('a change looks up what it names and nothing else', async () => {
    const plan = await planOf(groupPersonFacts)
    expect(plan.filter((step) => step.startsWith('SEARCH'))).toEqual([
      'SEARCH g USING PRIMARY KEY (company=? AND id=?) LEFT-JOIN',
      'SEARCH p USING PRIMARY KEY (company=? AND id=?) LEFT-JOIN',
      'SEARCH m USING COVERING INDEX company_group_members_by_member (company=? AND kind=? AND member=? AND group_id=?) LEFT-JOIN',
    ])
    expect(await planOf(deleteGroupPeople)).toEqual([
      'SEARCH company_group_members USING COVERING INDEX company_group_members_by_member (company=? AND kind=? AND member=? AND group_id=?)',
    ])
  })

  test('the limits are judged in indexes alone', async () => {
    expect(await planOf(peopleOfAllGroups)).toEqual([
      'SEARCH company_groups USING COVERING INDEX company_groups_by_size (company=? AND kind=?)',
    ])
    expect(await planOf(countPeopleUpTo)).toContain('SEARCH people USING COVERING INDEX people_by_code_key (company=? AND code_key>?)')
  })

  test('a department that goes is found in the index of members', async () => {
    expect(await planOf(groupsWithDepartment)).toEqual([
      'SEARCH company_group_members USING COVERING INDEX company_group_members_by_member (company=? AND kind=? AND member=?)',
    ])
  })
})
