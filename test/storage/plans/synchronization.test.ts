import { describe, expect, test } from 'vitest'
import { bumpNamesVersion, groupsWithExternalId, groupsWithMember } from '../../../src/storage/tables/synchronization/groups.ts'
import { deleteListedValues, usersWithListedValue } from '../../../src/storage/tables/synchronization/listed-values.ts'
import {
  deleteMembershipsOfUser,
  joiningUsers,
  membersAmong,
  membersBeside,
  membershipsOfUser,
  namedGroups,
  namedMembers,
} from '../../../src/storage/tables/synchronization/members.ts'
import { sortedGroups, sortedUsers } from '../../../src/storage/tables/synchronization/sorted-pages.ts'
import { usersWithExternalId } from '../../../src/storage/tables/synchronization/users.ts'
import { takenEmails, takenNames } from '../../../src/storage/tables/users.ts'
import { plansOf } from './plans-of.ts'

const lists = /SCAN (asked|json_each|known|found)/

/** What a source does costs what it names, not what is there: everything but the list that it sent is looked up. */
describe('statements of synchronization (sqlite)', () => {
  test('look up whom they name, by indexes', async () => {
    const plans = await plansOf([
      ...[joiningUsers, membersAmong, membersBeside, namedGroups, namedMembers, membershipsOfUser],
      ...[deleteMembershipsOfUser, groupsWithMember, bumpNamesVersion],
    ])
    for (const plan of plans) expect(plan.filter((step) => /SCAN/.test(step) && !lists.test(step))).toEqual([])
    const [joining, among, beside, groups, named, ofUser, deleted, withMember, renamed] = plans.map((plan) => plan.join('; '))
    expect(joining).toContain('SEARCH u USING PRIMARY KEY (zone=? AND id=?)')
    expect(joining).toContain('SEARCH m USING PRIMARY KEY (zone=? AND group_number=? AND user_number=?)')
    expect(joining).toContain('SEARCH o USING COVERING INDEX memberships_by_user (zone=? AND user_number=?)')
    expect(among).toContain('SEARCH m USING PRIMARY KEY (zone=? AND group_number=? AND user_number=?)')
    expect(beside).toContain('SEARCH m USING PRIMARY KEY (zone=? AND group_number=?)')
    expect(groups).toContain('SEARCH m USING COVERING INDEX memberships_by_user (zone=? AND user_number=?)')
    expect(named).toContain('SEARCH m USING PRIMARY KEY (zone=? AND group_number=? AND user_number>?)')
    for (const plan of [ofUser, deleted, withMember, renamed]) expect(plan).toContain('memberships_by_user (zone=? AND user_number=?)')
    expect(withMember).toContain('SEARCH g USING INDEX groups_by_number (zone=? AND number=?)')
    expect(renamed).toContain('SEARCH groups USING INDEX groups_by_number (zone=? AND number=?)')
  })

  test('find what has an id at its source', async () => {
    expect(await plansOf([usersWithListedValue])).toEqual([
      ['SEARCH l USING PRIMARY KEY (zone=? AND value=?)', 'SEARCH u USING PRIMARY KEY (zone=? AND id=?)'],
    ])
    expect((await plansOf([deleteListedValues])).flat()).toContain(
      'SEARCH listed_values USING PRIMARY KEY (zone=? AND value=? AND user_id=?)',
    )
    expect(await plansOf([usersWithExternalId, groupsWithExternalId])).toEqual([
      ['SEARCH users USING INDEX users_by_external_id (zone=? AND external_id=?)'],
      ['SEARCH groups USING INDEX groups_by_external_id (zone=? AND external_id=?)'],
    ])
  })

  test('find who has one of many names or addresses one by one', async () => {
    const plans = await plansOf([takenNames, takenEmails])
    expect(plans.map((plan) => plan.filter((step) => step.includes(' u ')))).toEqual([
      ['SEARCH u USING INDEX sqlite_autoindex_users_2 (zone=? AND name_key=?)'],
      ['SEARCH u USING INDEX sqlite_autoindex_users_3 (zone=? AND email_key=?)'],
    ])
  })

  test('read pages in the order of an index, and pass over rows in it alone', async () => {
    for (const [name, sorted] of [['users', sortedUsers] as const, ['groups', sortedGroups] as const]) {
      for (const [order, index] of [['createdAt', `${name}_by_age`] as const, ['name', `sqlite_autoindex_${name}_2`] as const]) {
        for (const { page, behind } of Object.values(sorted[order])) {
          const [passed = [], next = []] = await plansOf([page, behind])
          expect(passed).toContainEqual(`SEARCH c USING COVERING INDEX ${index} (zone=?)`)
          expect(passed.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN found'])
          const sorting = passed.indexOf('USE TEMP B-TREE FOR ORDER BY')
          expect(sorting === -1 || sorting > passed.indexOf('SCAN found')).toBe(true)
          expect(next).toHaveLength(1)
          expect(next[0]).toMatch(new RegExp(`^SEARCH c USING INDEX ${index} \\(zone=\\? AND `))
        }
      }
    }
  })
})
