import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { setQuotas, type TestEvent } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { expectMembers, newSource, newSyncedGroup, patchOf } from '../../../kit/scim.ts'
import { startTestServer, type TestServer } from '../../../kit/server.ts'
import { newSyncedUsers, syncedZone } from '../../../kit/synchronization/synced-zone.ts'

onEveryEngine('1000 changes of one member each, at once on one group', (engine) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ engine })
  })
  afterAll(() => server.stop())

  /** Each change of the group's members, page by page. */
  async function memberEvents(group: string): Promise<TestEvent[]> {
    const events: TestEvent[] = []
    for (let after = ''; ; ) {
      const { body } = await admin<{ items: TestEvent[]; cursor: string }>(server, 'GET', `/events?subject=${group}&limit=1000${after}`)
      events.push(...body.items)
      if (body.items.length < 1000) return events
      after = `&after=${encodeURIComponent(body.cursor)}`
    }
  }

  test('lose nothing: members, counts and events agree', { timeout: 60_000 }, async () => {
    const source = await newSource(server)
    await setQuotas(server, source.place, { users: 2000, usersPerGroup: 2000 })
    const users = await newSyncedUsers(syncedZone(server.store, source.zone), 1000)
    const [leaving, coming] = [users.slice(0, 500), users.slice(500)]
    const group = await newSyncedGroup(source, leaving)
    const bodies = leaving.flatMap((user, index) => [
      patchOf({ op: 'remove', path: `members[value eq "${user}"]` }),
      patchOf({ op: 'add', path: 'members', value: [{ value: coming[index] }] }),
    ])
    const answers = await Promise.all(bodies.map((body) => source.scim('PATCH', `/Groups/${group}`, body)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]))
    await expectMembers(source, group, coming)
    const { GroupInfo } = await source.identity.GetGroup({ ZoneId: source.zone, GroupId: group })
    expect(GroupInfo).toMatchObject({ MemberCount: 500 })
    const told = await memberEvents(group)
    for (const [kind, changed] of [
      ['member_removed', leaving],
      ['member_added', users],
    ] as const) {
      const of = told.filter((event) => event.kind === kind).map(({ before, after }) => (before ?? after)?.user)
      expect(of.sort()).toEqual([...changed].sort())
    }
  })
})
