import { describe, expect, test } from 'vitest'
import {
  countGroupsOfUser,
  deleteMemberships,
  groupsOfUser,
  idsOfMembers,
  membershipFacts,
  membersOfGroup,
} from '../../../src/storage/tables/memberships.ts'
import { usersWithNumbers } from '../../../src/storage/tables/users.ts'
import { plansOf } from './plans-of.ts'

/** A change and a page cost what they name, not what is in the zone or in the group. */
describe('statements of memberships (sqlite)', () => {
  test('look up whom they name, by indexes', async () => {
    const plans = await plansOf([
      membershipFacts,
      deleteMemberships,
      membersOfGroup,
      idsOfMembers,
      groupsOfUser,
      countGroupsOfUser,
      usersWithNumbers,
    ])
    for (const plan of plans) expect(plan.filter((step) => /SCAN (?!asked|json_each|CONSTANT)/.test(step))).toEqual([])
    const lookups = plans.map((plan) => plan.filter((step) => step.startsWith('SEARCH')))
    const [group, user] = ['PRIMARY KEY (zone=? AND id=?)', 'PRIMARY KEY (zone=? AND id=?)']
    const pair = 'PRIMARY KEY (zone=? AND group_number=? AND user_number=?)'
    const page = 'PRIMARY KEY (zone=? AND group_number=? AND user_number>?)'
    expect(lookups).toEqual([
      [
        `SEARCH g USING ${group} LEFT-JOIN`,
        `SEARCH u USING ${user} LEFT-JOIN`,
        `SEARCH m USING ${pair} LEFT-JOIN`,
        'SEARCH o USING COVERING INDEX memberships_by_user (zone=? AND user_number=?)',
      ],
      [`SEARCH memberships USING ${pair}`],
      [`SEARCH memberships USING ${page}`, `SEARCH groups USING ${group}`],
      [`SEARCH m USING ${page}`, `SEARCH groups USING ${group}`, 'SEARCH u USING COVERING INDEX users_by_number (zone=? AND number=?)'],
      [
        'SEARCH m USING INDEX memberships_by_user (zone=? AND user_number=? AND group_number>?)',
        `SEARCH users USING ${user}`,
        'SEARCH g USING INDEX groups_by_number (zone=? AND number=?)',
      ],
      ['SEARCH memberships USING COVERING INDEX memberships_by_user (zone=? AND user_number=?)', `SEARCH users USING ${user}`],
      ['SEARCH users USING INDEX users_by_number (zone=? AND number=?)'],
    ])
  })
})
