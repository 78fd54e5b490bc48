import { expect, test } from 'vitest'
import * as ancestors from '../../../src/storage/tables/departments/department-ancestors.ts'
import { addToCounters } from '../../../src/storage/tables/departments/department-counters.ts'
import * as heads from '../../../src/storage/tables/departments/department-heads.ts'
import * as lists from '../../../src/storage/tables/departments/department-lists.ts'
import * as siblings from '../../../src/storage/tables/departments/department-siblings.ts'
import * as departments from '../../../src/storage/tables/departments/departments.ts'
import { type Planned, plansOf } from './plans-of.ts'

async function namedPlans(statements: Readonly<Record<string, Planned>>): Promise<Record<string, string[]>> {
  const plans = await plansOf(Object.values(statements))
  return Object.fromEntries(Object.keys(statements).map((name, index) => [name, plans[index] ?? []]))
}

const steps =
  /^(SEARCH|SCAN) (departments|department_ancestors|department_heads|person_departments|d|down|below|above|top|held|other|way|own)\b/

test('a statement on departments finds its rows by keys, and scans neither the company nor another one', async () => {
  const { countDepartments, ...ofDepartments } = departments
  const { departmentsNamedLike, largeLevelBelow, largeLevelBelowFirst, ...ofLists } = lists
  const plans = await namedPlans({ ...ofDepartments, ...siblings, ...ofLists, ...ancestors, ...heads, addToCounters })
  for (const [name, plan] of Object.entries(plans).filter(([name]) => !name.startsWith('insert'))) {
    // Lists that were sent or just found are gone through from one end to the other.
    const visits = plan.filter((line) => steps.test(line) && !/^SCAN (above|below)/.test(line))
    expect(visits.length, name).toBeGreaterThan(0)
    for (const line of visits) expect(line, name).toMatch(/^SEARCH \w+ .*\(company=\? AND \w+=\?|^SEARCH \w+ .*\(company=\? AND id>\?/)
  }
})

test('what lies below a department is found in the index of the ways down, and only that', async () => {
  const { levelBelow, subtreesById, childrenInOrder } = lists
  const { cutSubtree, hangSubtree } = ancestors
  expect(await namedPlans({ levelBelow, subtreesById, childrenInOrder, cutSubtree, hangSubtree })).toEqual({
    levelBelow: [
      'SEARCH down USING COVERING INDEX department_ancestors_down (company=? AND ancestor=? AND depth=?)',
      'SEARCH d USING PRIMARY KEY (company=? AND id=?)',
      'USE TEMP B-TREE FOR ORDER BY',
    ],
    subtreesById: expect.arrayContaining([
      'SEARCH department_ancestors USING COVERING INDEX department_ancestors_down (company=? AND ancestor=?)',
      'SEARCH d USING PRIMARY KEY (company=? AND id=?)',
    ]),
    cutSubtree: expect.arrayContaining(['SEARCH department_ancestors USING PRIMARY KEY (company=? AND department=?)']),
    hangSubtree: [
      'SEARCH below USING COVERING INDEX department_ancestors_down (company=? AND ancestor=?)',
      'SEARCH above USING PRIMARY KEY (company=? AND department=?)',
    ],
    childrenInOrder: ['SEARCH departments USING INDEX departments_by_position (company=? AND parent=? AND position>?)'],
  })
})

test('a page of a large level is read in the order of the company, from its place on, and nothing is sorted', async () => {
  const { largeLevelBelow, largeLevelBelowFirst } = lists
  const inOrder = 'SEARCH d USING INDEX departments_by_order (company=? AND (position,created_at,id)>(?,?,?))'
  expect(await namedPlans({ largeLevelBelow, largeLevelBelowFirst })).toEqual({
    largeLevelBelow: [inOrder, 'CORRELATED SCALAR SUBQUERY 1', 'SEARCH up USING PRIMARY KEY (company=? AND department=?)'],
    largeLevelBelowFirst: [inOrder, 'CORRELATED SCALAR SUBQUERY 1', 'SEARCH up USING PRIMARY KEY (company=? AND department=?)'],
  })
})

test('of subtrees by id only the departments of the page are read', async () => {
  expect(lists.subtreesById.compiled('sqlite').sql).toMatch(/order by department limit .*\) as below\s+join departments d/s)
})
