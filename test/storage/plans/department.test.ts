import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { databaseIn } from '../../../src/storage/engines/data-folder.ts'
import * as ancestors from '../../../src/storage/tables/departments/department-ancestors.ts'
import { addToCounters } from '../../../src/storage/tables/departments/department-counters.ts'
import * as heads from '../../../src/storage/tables/departments/department-heads.ts'
import * as lists from '../../../src/storage/tables/departments/department-lists.ts'
import * as siblings from '../../../src/storage/tables/departments/department-siblings.ts'
import * as departments from '../../../src/storage/tables/departments/departments.ts'
import { openTestStore } from '../open-test-store.ts'

interface Planned {
  compiled(engine: 'sqlite'): { sql: string }
}

/** How SQLite goes about a statement: a line for each table that it visits. Which plan PostgreSQL takes depends on what it has counted. */
async function plansOf(statements: Readonly<Record<string, Planned>>): Promise<Record<string, string[]>> {
  const { folder } = await openTestStore({ name: 'sqlite', newDatabase: async () => undefined })
  const beside = new DatabaseSync(databaseIn(folder), { readOnly: true })
  try {
    const planOf = ({ compiled }: Planned) => beside.prepare(`explain query plan ${compiled('sqlite').sql}`).all()
    return Object.fromEntries(
      Object.entries(statements).map(([name, statement]) => [name, planOf(statement).map(({ detail }) => String(detail))]),
    )
  } finally {
    beside.close()
  }
}

const steps =
  /^(SEARCH|SCAN) (departments|department_ancestors|department_heads|person_departments|d|down|below|above|top|held|other|way|own)\b/

test('a statement on departments finds its rows by keys, and scans neither the company nor another one', async () => {
  const { countDepartments, ...ofDepartments } = departments
  const { departmentsNamedLike, ...ofLists } = lists
  const plans = await plansOf({ ...ofDepartments, ...siblings, ...ofLists, ...ancestors, ...heads, addToCounters })
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
  expect(await plansOf({ levelBelow, subtreesById, childrenInOrder, cutSubtree, hangSubtree })).toEqual({
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
