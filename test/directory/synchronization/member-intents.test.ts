import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupNow } from '../../../src/directory/groups/find-group.ts'
import { membersOf } from '../../../src/directory/groups/members-of.ts'
import type { MemberIntent } from '../../../src/directory/synchronization/member-intent.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { eventCount, happenedSince } from '../../kit/synchronization/synced-content.ts'
import { newSyncedUsers, newSyncedZone } from '../../kit/synchronization/synced-zone.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

const size = 12
const some = fc.array(fc.nat(size - 1), { maxLength: size * 2 })
/** Numbers instead of ids. */
const intent = fc.oneof(fc.record({ add: some, remove: some }), fc.record({ whole: some }))

/** The rule told once more, with plain sets. */
function expected(members: ReadonlySet<string>, wanted: MemberIntent): Set<string> {
  if ('whole' in wanted) return new Set(wanted.whole)
  return members.difference(new Set(wanted.remove)).union(new Set(wanted.add))
}

onEveryEngine('what a source wants of the members of a group', (engine) => {
  test('comes to the same as with plain sets; events are the difference, and counts and versions follow it', {
    timeout: 60_000,
  }, async () => {
    const store = await openTestStore(engine)
    const source = await newSyncedZone(store.store)
    const users = await newSyncedUsers(source, size)
    const ids = (numbers: readonly number[]) => numbers.map((number) => users[number] as string)
    let groups = 0
    await fc.assert(
      fc.asyncProperty(fc.array(intent, { minLength: 1, maxLength: 6 }), async (intents) => {
        const { id } = await source.createGroup(`g${groups++}`)
        let members = new Set<string>()
        let version = 1
        for (const numbers of intents) {
          const wanted: MemberIntent =
            'whole' in numbers ? { whole: ids(numbers.whole) } : { add: ids(numbers.add), remove: ids(numbers.remove) }
          const before = await eventCount(store, source.zone)
          const answered = await source.changeGroup(id, { members: wanted })
          const next = expected(members, wanted)
          const told = await happenedSince(store, source.zone, before)
          const of = (kind: string) => told.filter(([happened]) => happened === kind).map(([, , gone, came]) => (gone ?? came).user)
          expect(of('member_added').sort()).toEqual([...next.difference(members)].sort())
          expect(of('member_removed').sort()).toEqual([...members.difference(next)].sort())
          if (next.symmetricDifference(members).size > 0) version++
          members = next
          expect((await membersOf(store.beside, source.zone, id)).map((member) => member.id).sort()).toEqual([...members].sort())
          const { memberCount, version: kept } = await groupNow(store.beside, source.zone, id)
          expect([memberCount, kept, answered.memberCount, answered.version]).toEqual([members.size, version, members.size, version])
        }
      }),
      { numRuns: engine.name === 'sqlite' ? 60 : 25 },
    )
  })
})
