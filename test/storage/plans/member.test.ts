import { describe, expect, test } from 'vitest'
import { memberAccountWithName } from '../../../src/storage/tables/accounts.ts'
import { membersOfNode, membersOfOrganization } from '../../../src/storage/tables/member-lists.ts'
import { memberWithName } from '../../../src/storage/tables/members.ts'
import { planOf } from './plans-of.ts'

/** What a page costs must not grow with the rows that are not on it: they are passed over in a narrow index, and none is sorted or read. */
describe('statements on members (sqlite)', () => {
  test.for([
    ['of an organization', membersOfOrganization, 'members_by_age (organization=?)'],
    ['of a node', membersOfNode, 'members_by_node (organization=? AND node=?)'],
  ] as const)('a page %s is found in an index alone', async ([, statement, index]) => {
    const plan = await planOf(statement)
    expect(plan).toContain(`SEARCH c USING COVERING INDEX ${index}`)
    expect(plan).toContain('SEARCH m USING PRIMARY KEY (organization=? AND uin=?)')
    // The page itself, of fifty rows at most, may be sorted once more; everything else is looked up.
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN found'])
    expect(
      plan.indexOf('USE TEMP B-TREE FOR ORDER BY') === -1 || plan.indexOf('USE TEMP B-TREE FOR ORDER BY') > plan.indexOf('SCAN found'),
    ).toBe(true)
  })

  test('names are looked up, whatever the size of the organization', async () => {
    expect(await planOf(memberWithName)).toEqual(['SEARCH members USING COVERING INDEX members_by_name (organization=? AND name=?)'])
    const plan = await planOf(memberAccountWithName)
    expect(plan[0]).toBe('SEARCH a USING COVERING INDEX accounts_by_name (name=?)')
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([])
  })
})
