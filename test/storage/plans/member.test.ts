import { describe, expect, test } from 'vitest'
import { memberAccountWithName } from '../../../src/storage/tables/accounts.ts'
import { organizationContent } from '../../../src/storage/tables/departures.ts'
import { invitationsOfOrganization } from '../../../src/storage/tables/invitations.ts'
import { membersOfNode, membersOfOrganization } from '../../../src/storage/tables/member-lists.ts'
import { memberWithName } from '../../../src/storage/tables/members.ts'
import { askedToBePaidFor, entitiesOf, payeesOf, servicesOf } from '../../../src/storage/tables/standings.ts'
import { planOf, plansOf } from './plans-of.ts'

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

  test('what keeps an account from leaving is looked up by the account', async () => {
    const plans = await plansOf([askedToBePaidFor, entitiesOf, payeesOf, servicesOf])
    expect(plans.map(([first]) => first)).toEqual([
      'SEARCH members USING INDEX members_by_asked_payer (organization=? AND asked_payer=?)',
      'SEARCH entity_relations USING INDEX entity_relations_by_manager (organization=? AND manager_uin=?)',
      'SEARCH members USING COVERING INDEX members_by_payer (organization=? AND payer=?)',
      'SEARCH service_delegations USING INDEX service_delegations_by_member (organization=? AND uin=?)',
    ])
  })

  test('who goes with an organization is not sought among all accounts', async () => {
    expect((await plansOf(organizationContent)).flat().filter((step) => step.startsWith('SCAN'))).toEqual([])
  })

  test('a page of invitations is read in the order of its index', async () => {
    const plan = await planOf(invitationsOfOrganization)
    expect(plan).toContain('SEARCH invitations USING INDEX invitations_by_age (organization=?)')
    expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
  })
})
