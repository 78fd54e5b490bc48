import { describe, expect, test } from 'vitest'
import { groupsWithUsers, usersInGroups } from '../../../src/storage/tables/memberships.ts'
import { matchingGroups, matchingUsers } from '../../../src/storage/tables/zone-lists.ts'
import { plansOf } from './plans-of.ts'

/** A filter looks through a zone piece by piece: what a statement costs must not grow with what lies before its piece or behind it. */
describe('statements of the lists of a zone (sqlite)', () => {
  test.for([
    ['users', matchingUsers],
    ['groups', matchingGroups],
  ] as const)('a piece of the %s begins behind the one before, and only its own rows are read', async ([table, list]) => {
    const [count = []] = await plansOf([list.count])
    expect(count).toContain(`SEARCH ${table} USING PRIMARY KEY (zone=? AND id>?)`)
    for (const [order, sign] of [['oldestFirst', '>'] as const, ['newestFirst', '<'] as const]) {
      const [rows = [], end = []] = await plansOf([list[order].rows, list[order].end])
      const begins = `INDEX ${table}_by_age (zone=? AND (created_at,id)${sign}(?,?))`
      expect(rows.slice(0, 3)).toEqual(['CO-ROUTINE piece', `SEARCH ${table} USING ${begins}`, 'SCAN piece'])
      expect(end).toEqual([`SEARCH ${table} USING COVERING ${begins}`])
    }
  })

  test('who is in which of some groups is found by the groups of each user, and not pair by pair', async () => {
    for (const plan of await plansOf([usersInGroups, groupsWithUsers])) {
      expect(plan).toContain('SEARCH u USING PRIMARY KEY (zone=? AND id=?)')
      expect(plan.filter((step) => / m /.test(step))).toEqual([
        'SEARCH m USING COVERING INDEX memberships_by_user (zone=? AND user_number=?)',
      ])
    }
  })
})
