import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { expectCounts } from '../../src/storage/migrations/expected-counts.ts'
import { openTestStore } from './open-test-store.ts'

test('SQLite is told what to expect of each key that begins with the company or the organization, once', async () => {
  const { folder, store } = await openTestStore({ name: 'sqlite', newDatabase: async () => undefined })
  const database = new DatabaseSync(databaseIn(folder))
  try {
    const told = () => database.prepare('select tbl, idx, stat from sqlite_stat1 order by tbl, idx').all()
    const before = told()
    expect(before).toContainEqual({ tbl: 'people', idx: 'people', stat: '1000000 100000 1' })
    expect(before).toContainEqual({ tbl: 'people', idx: 'people_by_code', stat: '1000000 100000 20' })
    expect(before).toContainEqual({ tbl: 'departments', idx: 'departments_by_name', stat: '1000000 100000 20 1' })
    expect(before).toContainEqual({ tbl: 'members', idx: 'members_by_node', stat: '1000000 100000 20 20 20' })
    expect(before.filter(({ tbl }) => ['users', 'settings'].includes(String(tbl)))).toEqual([])

    const version = () => database.prepare('select total_changes() as changes').get()
    const unchanged = version()
    expectCounts(database)
    expect(version()).toEqual(unchanged)
    database.exec('update sqlite_stat1 set stat = 1')
    expectCounts(database)
    expect(told()).toEqual(before)
  } finally {
    database.close()
    await store.close()
  }
})
