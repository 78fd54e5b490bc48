import { expect, test } from 'vitest'
import { membersOfGroup } from '../../src/storage/tables/memberships.ts'
import { nodesOldestFirst } from '../../src/storage/tables/nodes.ts'
import { openTestStore } from './open-test-store.ts'

/** SQLite plans a statement anew whenever it is given another value for a limit that stands there as it is: seen in a profile, not documented. */
test('a limit that is bound is a sum for SQLite, however its statement was written', async () => {
  for (const statement of [membersOfGroup, nodesOldestFirst]) {
    expect(statement.compiled('sqlite').sql).toMatch(/limit \(\? \+ 0\)/)
    expect(statement.compiled('sqlite').sql).not.toMatch(/limit \?/)
    expect(statement.compiled('postgres').sql).toMatch(/limit \$\d/)
  }
  const { store } = await openTestStore({ name: 'sqlite', newDatabase: async () => undefined })
  for (const limit of [0, 1, 2]) {
    expect(await store.reader.all(nodesOldestFirst, { organization: 1, limit, offset: 0 })).toEqual([])
  }
  await store.close()
})
