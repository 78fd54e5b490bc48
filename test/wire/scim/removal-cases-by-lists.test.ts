import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../kit/directory.ts'
import {
  answered,
  expectMembers,
  expectUnchanged,
  newSource,
  newSyncedGroup,
  newSyncedUser,
  patchOf,
  type Source,
  urns,
} from '../../kit/scim.ts'
import { sharedServer } from '../../kit/shared-server.ts'

// Lists of members that say who is in a group by leaving others out: the reports of removal-cases.test.ts that are about those.

const shared = sharedServer()

/** A source with a group of so many users. */
async function groupOf(count: number): Promise<{ source: Source; group: string; users: string[] }> {
  const source = await newSource(shared.server)
  const users: string[] = []
  for (let made = 0; made < count; made++) users.push(await newSyncedUser(source))
  return { source, users, group: await newSyncedGroup(source, users) }
}

describe('langwatch/langwatch #7136: a list that was not understood was one of nobody', () => {
  const lists: readonly [string, unknown][] = [
    ['an object without an id', [{}]],
    ['an id that is null', [{ value: null }]],
    ['an id that is blank', [{ value: '' }]],
    ['nothing but what it is called', [{ display: 'Carol' }]],
    ['nothing but what no member has', [{ user: 'u-1' }]],
    ['null in the list', [null]],
    ['one that is nobody among others', 'others'],
    ['no list but an empty object', {}],
    ['no list but a number', 7],
  ]
  for (const [what, list] of lists) {
    test(`${what}: a PUT is refused and takes nobody out, a POST makes nothing`, async () => {
      const { source, group, users } = await groupOf(2)
      const members = list === 'others' ? [{ value: users[0] }, {}] : list
      const body = { schemas: [urns.group], displayName: 'Platform', members }
      await expectUnchanged(shared.server, source, () => source.scim('PUT', `/Groups/${group}`, body), 400, 'invalidValue', /[一-鿿]/)
      await expectUnchanged(shared.server, source, () => source.scim('POST', '/Groups', body), 400, 'invalidValue', /[一-鿿]/)
    })
  }

  test('who leaves the list out, or has null for it, says nothing of the members', async () => {
    const { source, group, users } = await groupOf(2)
    for (const more of [{}, { members: null }]) {
      await answered(source.scim('PUT', `/Groups/${group}`, { schemas: [urns.group], displayName: 'Platform', ...more }), 200)
      await expectMembers(source, group, users)
    }
  })
})

describe('keycloak/keycloak #52752: a replaced list kept who was not in it', () => {
  test('who is not named goes, who is named stays or comes', async () => {
    const { source, group, users } = await groupOf(3)
    const coming = await newSyncedUser(source)
    const value = [{ value: users[0] }, { value: coming }]
    await answered(source.scim('PATCH', `/Groups/${group}`, patchOf({ op: 'replace', path: 'members', value })), 204)
    await expectMembers(source, group, [users[0] as string, coming])
    const kinds = (await eventsOf(shared.server, group)).slice(-3).map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['member_added', 'member_removed', 'member_removed'])
  })
})

describe('goauthentik/authentik #14645: a group that was made without members got everybody', () => {
  test('it has nobody', async () => {
    const { source } = await groupOf(2)
    const { body } = await answered(source.scim('POST', '/Groups', { schemas: [urns.group], displayName: 'Nobody' }), 201)
    await expectMembers(source, body.id, [])
  })
})
