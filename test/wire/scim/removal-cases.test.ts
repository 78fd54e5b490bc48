import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../kit/directory.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import {
  answered,
  expectMembers,
  expectScimRefusal,
  expectUnchanged,
  newSource,
  newSyncedGroup,
  newSyncedUser,
  patchOf,
  type Source,
  scimMembers,
  scimWith,
  tencentMembers,
  urns,
} from '../../kit/scim.ts'
import { startTestServer } from '../../kit/server.ts'
import { sharedServer } from '../../kit/shared-server.ts'

// Each case is a public report of a group that was emptied, or of members that stayed, by a removal over SCIM.

const shared = sharedServer()

async function usersIn(source: Source, count: number): Promise<string[]> {
  const users: string[] = []
  for (let made = 0; made < count; made++) users.push(await newSyncedUser(source))
  return users
}

/** A source with a group of so many users. */
async function groupOf(count: number): Promise<{ source: Source; group: string; users: string[] }> {
  const source = await newSource(shared.server)
  const users = await usersIn(source, count)
  return { source, users, group: await newSyncedGroup(source, users) }
}

const only = (user: string | undefined) => `members[value eq "${user}"]`

onEveryEngine('fleetdm/fleet #50724: members vanished because a list that was read, from a stale copy, was written back', (engine) => {
  test('concurrent changes through two servers lose nobody and keep nobody', async () => {
    const databaseUrl = await engine.newDatabase()
    const first = await startTestServer({ databaseUrl })
    // SQLite has one server; on PostgreSQL the second is the replica that was never told.
    const second = databaseUrl ? await startTestServer({ databaseUrl }) : first
    try {
      const source = await newSource(first)
      const users = await usersIn(source, 60)
      const [staying, leaving, coming] = [users.slice(0, 20), users.slice(20, 40), users.slice(40)]
      const group = await newSyncedGroup(source, [...staying, ...leaving])
      const sides = [source.scim, scimWith(second, source.token)]
      const changes = leaving.flatMap((user, index) => [
        patchOf({ op: 'remove', path: only(user) }),
        patchOf({ op: 'add', path: 'members', value: [{ value: coming[index] }] }),
      ])
      const answers = await Promise.all(changes.map((body, index) => sides[index % 2]?.('PATCH', `/Groups/${group}`, body)))
      expect(answers.map((each) => each?.status)).toEqual(changes.map(() => 204))
      await expectMembers(source, group, [...staying, ...coming])
    } finally {
      if (second !== first) await second.stop()
      await first.stop()
    }
  })
})

describe('goauthentik/authentik #25686: members[value eq "…"] was answered with 200 and did nothing', () => {
  test('it removes exactly this member, whose removal is recorded', async () => {
    const { source, group, users } = await groupOf(3)
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'remove', path: only(users[1]) })), 204)
    await expectMembers(source, group, [users[0] as string, users[2] as string])
    expect((await eventsOf(shared.server, group)).map(({ kind }) => kind)).toContain('member_removed')
  })

  test('several in one filter are removed, and no other', async () => {
    const { source, group, users } = await groupOf(3)
    const path = `members[value eq "${users[0]}" or value eq "${users[2]}"]`
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'remove', path })), 204)
    await expectMembers(source, group, [users[1] as string])
  })

  test('removed and added again, the member is in the group again', async () => {
    const { source, group, users } = await groupOf(2)
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'remove', path: only(users[0]) })), 204)
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: [{ value: users[0] }] })), 204)
    await expectMembers(source, group, users)
  })

  const notUnderstood: readonly [string, string, (user: string) => object][] = [
    ['a part of the member that was found', 'invalidPath', (user) => ({ op: 'remove', path: `members[value eq "${user}"].value` })],
    ['another attribute in the filter', 'invalidFilter', (user) => ({ op: 'remove', path: `members[display eq "${user}"]` })],
    ['members that are not this one', 'invalidFilter', (user) => ({ op: 'remove', path: `members[value ne "${user}"]` })],
    [
      'two at once that nobody can be',
      'invalidFilter',
      (user) => ({ op: 'remove', path: `members[value eq "${user}" and type eq "User"]` }),
    ],
    ['a filter without quotes', 'invalidFilter', (user) => ({ op: 'remove', path: `members[value eq ${user}]` })],
    ['a filter that is not closed', 'invalidPath', (user) => ({ op: 'remove', path: `members[value eq "${user}"` })],
    ['an empty filter', 'invalidFilter', () => ({ op: 'remove', path: 'members[]' })],
    ['a replacement at a filter', 'invalidPath', (user) => ({ op: 'replace', path: `members[value eq "${user}"]`, value: [] })],
    ['a path to nothing', 'invalidPath', () => ({ op: 'remove', path: 'member' })],
  ]
  for (const [what, scimType, operation] of notUnderstood) {
    test(`${what}: an error, never a success, and nothing happens`, async () => {
      const { source, group, users } = await groupOf(2)
      const call = () => source.scim('PATCH', `/Groups/${group}`, patchOf(operation(users[0] as string)))
      await expectUnchanged(shared.server, source, call, 400, scimType, /[一-鿿]/)
    })
  }
})

describe('langwatch/langwatch #7136: a shape that was not understood removed everybody', () => {
  const shapes: readonly [string, object][] = [
    ['no list but null', { op: 'replace', path: 'members', value: null }],
    ['null without a path', { op: 'replace', value: { members: null } }],
    ['no value at all', { op: 'replace', path: 'members' }],
    ['a blank id', { op: 'replace', path: 'members', value: [{ value: '' }] }],
    ['a blank id beside a new name', { op: 'replace', value: { displayName: 'Platform', members: [{ value: '' }] } }],
    ['a member without an id', { op: 'replace', path: 'members', value: [{ display: 'Carol' }] }],
    ['a number', { op: 'replace', path: 'members', value: 7 }],
    ['an empty object', { op: 'replace', path: 'members', value: {} }],
    ['a name that is a number', { op: 'replace', path: 'displayName', value: 123 }],
    ['a removal of an empty list', { op: 'remove', path: 'members', value: [] }],
    ['a removal of null', { op: 'remove', path: 'members', value: null }],
    ['a removal of nothing in particular', { op: 'remove' }],
    ['a misspelt value', { op: 'remove', path: 'members', values: [{ value: 'u-1' }] }],
    ['an operation that does not exist', { op: 'delete', path: 'members' }],
    ['a text of a list', { op: 'remove', path: 'members', value: '[{"value":"u-1"}]' }],
    ['a group in the group', { op: 'add', path: 'members', value: [{ value: 'g-1', type: 'Group' }] }],
    ['an attribute that no group has', { op: 'replace', value: { description: 'x' } }],
  ]
  for (const [what, operation] of shapes) {
    test(`${what}: 400 with the reason in both languages, and nothing happens`, async () => {
      const { source, group } = await groupOf(2)
      const call = () => source.scim('PATCH', `/Groups/${group}`, patchOf(operation))
      const before = await call()
      expect(before.body).toMatchObject({ schemas: [urns.error], status: '400', scimType: expect.stringMatching(/^(invalid|noTarget)/) })
      await expectUnchanged(shared.server, source, call, 400, before.body.scimType, /[A-Za-z]{3}.*[一-鿿]/)
    })
  }

  test('understood operations before one that is not have no effect either', async () => {
    const { source, group, users } = await groupOf(2)
    const call = () =>
      source.scim(
        'PATCH',
        `/Groups/${group}`,
        patchOf({ op: 'remove', path: only(users[0]) }, { op: 'replace', path: 'members', value: [{ value: 1 }] }),
      )
    await expectUnchanged(shared.server, source, call, 400, 'invalidValue', 'Operation 2')
  })

  test('what speaks of something else leaves the members alone (#7131)', async () => {
    const { source, group, users } = await groupOf(2)
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'replace', value: { displayName: 'Platform' } })), 204)
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'Replace', path: 'externalId', value: 'x-1' })), 204)
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: [] })), 204)
    await expectMembers(source, group, users)
  })

  test('bare ids are understood as what they say', async () => {
    const { source, group, users } = await groupOf(3)
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'remove', path: 'members', value: [users[0]] })), 204)
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'remove', path: 'members', value: users[1] })), 204)
    await expectMembers(source, group, [users[2] as string])
  })

  test('a refused shape is counted under its operation and its code', async () => {
    const { source, group } = await groupOf(1)
    await source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'remove', path: 'members', value: [] }))
    const metrics = await (await fetch(`${shared.server.url}/metrics`)).text()
    expect(metrics).toMatch(/PatchGroup.*invalidValue/)
  })
})

for (const report of ['apache/directory-scimple #436', 'AzureAD/SCIMReferenceCode #10']) {
  describe(`${report}: path members with a value removed all of them`, () => {
    test.each([
      ['as Entra ID sends it', (user: string) => ({ op: 'Remove', path: 'members', value: [{ $ref: null, value: user }] })],
      ['with no more than the id', (user: string) => ({ op: 'remove', path: 'members', value: [{ value: user }] })],
      ['as one object', (user: string) => ({ op: 'remove', path: 'members', value: { value: user } })],
      ['as Okta sends it', (user: string) => ({ op: 'remove', path: only(user) })],
      ['with the URN before the path', (user: string) => ({ op: 'remove', path: `${urns.group}:members`, value: [{ value: user }] })],
    ])('%s: this member and no other', async (_, operation) => {
      const { source, group, users } = await groupOf(3)
      await answered(source.scim('PATCH', `/Groups/${group}`, patchOf(operation(users[0] as string))), 204)
      await expectMembers(source, group, users.slice(1))
    })

    test('only a removal without any value is one of all (RFC 7644 §3.5.2.2)', async () => {
      const { source, group } = await groupOf(3)
      await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'remove', path: 'members' })), 204)
      await expectMembers(source, group, [])
    })
  })
}

describe('fleetdm/fleet #52600: one unknown id among many', () => {
  test('additions with an unknown id are refused whole, and only the unknown ids are named', async () => {
    const { source, group } = await groupOf(1)
    const known = await newSyncedUser(source)
    const value = [{ value: known }, { value: 'u-unknown00001' }, { value: 'u-unknown00002' }]
    const call = () => source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'add', path: 'members', value }))
    await expectUnchanged(shared.server, source, call, 400, 'invalidValue', /u-unknown00001.*u-unknown00002/)
    expect((await call()).body.detail).not.toContain(known)
  })

  test('a whole list with an unknown id likewise, by PATCH and by PUT', async () => {
    const { source, group, users } = await groupOf(2)
    const members = [{ value: users[0] }, { value: 'u-unknown00001' }]
    const patched = () => source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'replace', path: 'members', value: members }))
    await expectUnchanged(shared.server, source, patched, 400, 'invalidValue', 'u-unknown00001')
    const put = () => source.scim('PUT', `/Groups/${group}`, { schemas: [urns.group], displayName: 'Put', members })
    await expectUnchanged(shared.server, source, put, 400, 'invalidValue', 'u-unknown00001')
  })

  test('a new group with an unknown id is not made (#52593: it was a 500 with the SQL inside)', async () => {
    const source = await newSource(shared.server)
    const call = () => source.scim('POST', '/Groups', { schemas: [urns.group], displayName: 'New', members: [{ value: 'u-unknown00001' }] })
    await expectUnchanged(shared.server, source, call, 400, 'invalidValue', 'u-unknown00001')
  })

  test('removals of unknown ids change nothing, and the known ones beside them go', async () => {
    const { source, group, users } = await groupOf(2)
    const value = [{ value: 'u-unknown00001' }, { value: users[0] }]
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'remove', path: 'members', value })), 204)
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'remove', path: only('u-unknown00002') })), 204)
    await expectMembers(source, group, users.slice(1))
  })

  test('a user who was deleted before the push is named, so that the next push can leave him out', async () => {
    const { source, group, users } = await groupOf(1)
    const late = await newSyncedUser(source)
    await answered(source.scim('DELETE', `/Users/${late}`), 204)
    const add = patchOf({ op: 'add', path: 'members', value: [{ value: late }] })
    await expectScimRefusal(source.scim('PATCH', `/Groups/${group}`, add), 400, 'invalidValue', late)
    await expectMembers(source, group, users)
  })
})

describe('goauthentik/authentik #21754, #25291: a removal reached others only with the next full sync', () => {
  test('with the answer the event is there and both surfaces show it', async () => {
    const { source, group, users } = await groupOf(2)
    const [leaving] = users as [string]
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'remove', path: only(leaving) })), 204)
    const last = (await eventsOf(shared.server, group)).at(-1)
    expect(last).toMatchObject({ kind: 'member_removed', dialect: 'scim', actor: `credential:${source.credential}` })
    expect(JSON.stringify(last)).toContain(leaving)
    expect(await tencentMembers(source, group)).toEqual(users.slice(1))
    const joined = await source.identity.ListJoinedGroupsForUser({ ZoneId: source.zone, UserId: leaving })
    expect(joined.JoinedGroups).toEqual([])
    expect((await answered(source.scim('GET', `/Users/${leaving}`), 200)).body.groups ?? []).toEqual([])
  })

  test('a user who is deleted leaves his groups with an event for each', async () => {
    const { source, group, users } = await groupOf(2)
    const second = await newSyncedGroup(source, users)
    await answered(source.scim('DELETE', `/Users/${users[0]}`), 204)
    for (const left of [group, second]) {
      expect((await eventsOf(shared.server, left)).at(-1)).toMatchObject({ kind: 'member_removed' })
      expect(await scimMembers(source, left)).toEqual(users.slice(1))
    }
  })

  test('a deactivated user is disabled with the answer, and stays in the group', async () => {
    const { source, group, users } = await groupOf(2)
    await answered(source.scim('PATCH', `/Users/${users[0]}`, patchOf({ op: 'replace', value: { active: false } })), 200)
    expect((await eventsOf(shared.server, users[0] as string)).map(({ kind }) => kind)).toContain('user_status_changed')
    const { UserInfo } = await source.identity.GetUser({ ZoneId: source.zone, UserId: users[0] as string })
    expect(UserInfo?.UserStatus).toBe('Disabled')
    await expectMembers(source, group, users)
  })
})
