import { expect, test } from 'vitest'
import { organizationStream } from '../../../src/directory/events.ts'
import { readStandings } from '../../../src/directory/leaving/read-standings.ts'
import { organizationNow } from '../../../src/directory/organizations/find-organization.ts'
import { statement } from '../../../src/storage/statement.ts'
import type { Reader } from '../../../src/storage/store.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { callerOn } from '../../properties/real-directory.ts'
import { newRealTree } from '../../properties/tree-directory.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

const payFor = statement((db, p: { organization: number; uin: number; payer: number }) =>
  db
    .updateTable('members')
    .set({ payer: p.payer, permissions: '[1,2,4,7]' })
    .where('organization', '=', p.organization)
    .where('uin', '=', p.uin),
)

/** A reader that counts its statements. */
function counting(reader: Reader): Reader & { count: number } {
  const counted: Reader & { count: number } = {
    count: 0,
    first(statement, params) {
      counted.count++
      return reader.first(statement, params)
    },
    all(statement, params) {
      counted.count++
      return reader.all(statement, params)
    },
  }
  return counted
}

onEveryEngine('where accounts stand that pay for others', (engine) => {
  test('is read with as many statements for several as for one', async () => {
    const { store } = await openTestStore(engine)
    const { organization, members } = await newRealTree(store, 5)
    const [one, two, three, ...payees] = members as [number, number, number, ...number[]]
    await callerOn(store).write(organizationStream(organization), async (tx) => {
      for (const [index, payer] of [one, two, three].entries()) await tx.run(payFor, { organization, uin: payees[index] as number, payer })
    })
    const place = await organizationNow(store.reader, organization)
    const single = counting(store.reader)
    expect(await readStandings(single, place, [two])).toMatchObject([
      { uin: two, payees: { count: 1, one: payees[1], otherPermissions: [1, 2, 4] } },
    ])
    const several = counting(store.reader)
    const standings = await readStandings(several, place, [three, one, two])
    expect(standings.map(({ uin, payees: paid }) => [uin, paid?.one, paid?.otherPermissions])).toEqual([
      [three, payees[2], [1, 2, 4]],
      [one, payees[0], [1, 2, 4]],
      [two, payees[1], [1, 2, 4]],
    ])
    expect(several.count).toBe(single.count)
  })
})
