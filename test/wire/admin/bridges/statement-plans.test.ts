import { describe, expect, test } from 'vitest'
import { linkedUsers, linkedUsersOf, linkOfTarget } from '../../../../src/storage/tables/bridges/bridge-links.ts'
import { groupsOfPeople, groupsThroughDepartments, seatedOf, topsOfPeople } from '../../../../src/storage/tables/bridges/company-side.ts'
import { groupsNamed, membershipsAmong, usersNamed, usersWithAddress } from '../../../../src/storage/tables/bridges/zone-side.ts'
import { plansOf } from '../../../storage/plans/plans-of.ts'

const lookups = (plan: readonly string[] | undefined) => plan?.filter((step) => /^(SEARCH|SCAN) (?!json_each)/.test(step))

/** What following one event costs must not grow with the company or the zone: everything is looked up from the people whom it concerns. */
describe('statements of bridges (sqlite)', () => {
  test('names and addresses are looked up one by one, with for whom their holders stand', async () => {
    const [names, addresses, groups] = await plansOf([usersNamed, usersWithAddress, groupsNamed])
    expect(lookups(names)).toEqual([
      expect.stringMatching(/^SEARCH u USING INDEX \w+ \(zone=\? AND name_key=\?\)$/),
      'SEARCH l USING COVERING INDEX bridge_links_by_target (zone=? AND target_id=? AND kind=?) LEFT-JOIN',
    ])
    expect(lookups(addresses)?.[0]).toMatch(/^SEARCH u USING INDEX \w+ \(zone=\? AND email_key=\?\)$/)
    expect(lookups(groups)?.[0]).toMatch(/^SEARCH g USING INDEX \w+ \(zone=\? AND name_key=\?\)$/)
  })

  test('where people belong is found from the people up', async () => {
    const [tops, seats, direct, through] = await plansOf([topsOfPeople, seatedOf, groupsOfPeople, groupsThroughDepartments])
    const held = 'SEARCH held USING PRIMARY KEY (company=? AND person=?)'
    expect(lookups(tops)).toEqual([held, 'SEARCH up USING PRIMARY KEY (company=? AND department=? AND ancestor=?)'])
    expect(lookups(seats)).toEqual(['SEARCH person_departments USING PRIMARY KEY (company=? AND person=?)'])
    expect(lookups(direct)?.[0]).toContain('company_group_members_by_member (company=? AND kind=? AND member=?')
    expect(lookups(through)).toEqual([
      held,
      'SEARCH up USING PRIMARY KEY (company=? AND department=?)',
      expect.stringContaining('SEARCH m USING COVERING INDEX company_group_members_by_member (company=? AND kind=? AND member=?'),
    ])
  })

  test('users, groups and memberships of people are found from their links', async () => {
    const [page, some, target, members] = await plansOf([linkedUsers, linkedUsersOf, linkOfTarget, membershipsAmong])
    const user = 'SEARCH u USING PRIMARY KEY (zone=? AND id=?)'
    expect(lookups(page)).toEqual(['SEARCH l USING PRIMARY KEY (zone=? AND bridge=? AND kind=? AND source_id>?)', user])
    expect(lookups(some)).toEqual(['SEARCH l USING PRIMARY KEY (zone=? AND bridge=? AND kind=? AND source_id=?)', user])
    expect(lookups(target)?.[0]).toContain('bridge_links_by_target (zone=? AND target_id=?)')
    expect(lookups(members)).toEqual([
      user,
      'SEARCH m USING COVERING INDEX memberships_by_user (zone=? AND user_number=?)',
      'SEARCH g USING COVERING INDEX groups_by_number (zone=? AND number=?)',
    ])
  })
})
