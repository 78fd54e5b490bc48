import { expect, test } from 'vitest'
import { scimOperations } from '../../../src/dialects/scim/operations.ts'
import { patchOf, urns } from '../../kit/scim.ts'
import { sharedServer } from '../../kit/shared-server.ts'
import { type Case, leaksOf } from './compare.ts'
import { withToken } from './send.ts'
import { nobodys, type Words } from './slots.ts'
import { changedBy } from './state.ts'
import { newWholeOrganization, type WholeOrganization } from './whole-organization.ts'

const world = sharedServer()
const bulkOf = (...Operations: object[]) => ({ body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'], Operations } })
const search = (filter: string) => ({ body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'], filter } })

type Requests = (words: Words) => object[]

const userFilters = ({ user, userName, employee, x, mail, group }: Words) => [
  ...[`id eq "${user}"`, `userName eq "${userName}"`, `userName sw "${userName}"`, `externalId eq "${x}"`, `emails.value eq "${mail}"`],
  ...[`emails[type eq "work" and value co "${mail}"]`, `groups.value eq "${group}"`, `${urns.enterprise}:employeeNumber eq "${employee}"`],
]
const groupFilters = ({ group, displayName, y, user }: Words) => [
  ...[
    `id eq "${group}"`,
    `displayName eq "${displayName}"`,
    `externalId eq "${y}"`,
    `members.value eq "${user}"`,
    `members[value eq "${user}"]`,
  ],
]
const enterprise = ({ user }: Words) => ({ [urns.enterprise]: { manager: { value: user } } })
const newUser = (words: Words) => ({ schemas: [urns.user], userName: words.userName, externalId: words.x, ...enterprise(words) })
const newGroup = ({ displayName, y, user }: Words) => ({ schemas: [urns.group], displayName, externalId: y, members: [{ value: user }] })

/** Everything of a zone that requests of an operation can name. */
const requests: Readonly<Record<string, Requests>> = {
  CreateUser: (words) => [{ body: newUser(words) }],
  GetUser: ({ user, group }) => [{ params: { id: user } }, { params: { id: group } }],
  ListUsers: (words) => userFilters(words).map((filter) => ({ query: { filter } })),
  ReplaceUser: (words) => [{ params: { id: words.user }, body: newUser(words) }],
  PatchUser: ({ user: id, userName, x }) =>
    [{ path: 'userName', value: userName }, { path: 'externalId', value: x }, { value: enterprise({ user: id }) }].map((what) => ({
      params: { id },
      body: patchOf({ op: 'replace', ...what }),
    })),
  DeleteUser: ({ user }) => [{ params: { id: user } }],
  CreateGroup: (words) => [{ body: newGroup(words) }],
  GetGroup: ({ group }) => [{ params: { id: group } }],
  ListGroups: (words) => groupFilters(words).map((filter) => ({ query: { filter } })),
  ReplaceGroup: (words) => [{ params: { id: words.group }, body: newGroup(words) }],
  PatchGroup: ({ group: id, user, displayName, y }) =>
    [
      { op: 'add', path: 'members', value: [{ value: user }] },
      { op: 'remove', path: `members[value eq "${user}"]` },
      { op: 'remove', path: 'members', value: [{ value: user }] },
      { op: 'replace', path: 'members', value: [{ value: user }] },
      { op: 'replace', value: { displayName } },
      { op: 'replace', path: 'externalId', value: y },
    ].map((change) => ({ params: { id }, body: patchOf(change) })),
  DeleteGroup: ({ group }) => [{ params: { id: group } }],
  Search: (words) => [...userFilters(words), ...groupFilters(words)].map(search),
  SearchUsers: (words) => userFilters(words).map(search),
  SearchGroups: (words) => groupFilters(words).map(search),
  Bulk: (words) => [
    bulkOf({ method: 'DELETE', path: `/Users/${words.user}` }, { method: 'DELETE', path: `/Groups/${words.group}` }),
    bulkOf({
      method: 'PATCH',
      path: `/Groups/${words.group}`,
      data: patchOf({ op: 'add', path: 'members', value: [{ value: words.user }] }),
    }),
    bulkOf({ method: 'POST', path: '/Users', bulkId: 'one', data: newUser(words) }),
    bulkOf({ method: 'POST', path: '/Groups', bulkId: 'one', data: newGroup(words) }),
  ],
}

const named = ({ synced, mark }: WholeOrganization): Words => ({
  ...{
    user: synced.user,
    group: synced.group,
    userName: synced.userName,
    displayName: synced.displayName,
    mail: `${synced.userName}@one.example`,
  },
  ...{ x: `${mark}-x`, y: `${mark}-y`, employee: `${mark}-7` },
})

test('to no operation is what another zone has more than what nobody has', async () => {
  const [ours, theirs] = [await newWholeOrganization(world.server, 'alpha'), await newWholeOrganization(world.server, 'bravo')]
  const fresh = { userName: 'fresh', displayName: 'fresh', x: 'fresh-x', y: 'fresh-y', mail: 'fresh@one.example', employee: 'fresh-7' }
  const [own, their] = [{ ...named(ours), ...fresh }, named(theirs)]
  const nobody = nobodys(their)
  const open = scimOperations.filter(({ open: openTo }) => openTo !== undefined)
  expect([...open.map(({ name }) => name), ...Object.keys(requests)].sort()).toEqual(scimOperations.map(({ name }) => name).sort())
  const places = [...Object.keys(their).map((place) => [place]), Object.keys(their)]
  const cases = scimOperations.flatMap((operation): Case[] => {
    const inputs = requests[operation.name] ?? (() => [])
    return places.flatMap((place) => {
      const filled = (words: Words) => inputs({ ...own, ...Object.fromEntries(place.map((name) => [name, words[name]])) })
      const names = [their, nobody].map((words) => place.map((name) => `${words[name]}`)) as [string[], string[]]
      const without = inputs(own).map((input) => JSON.stringify(input))
      return filled(their).flatMap((input, index) => {
        if (JSON.stringify(input) === without[index]) return []
        return [{ at: `${operation.key} ${index} ${place}`, operation, theirs: input, nobodys: filled(nobody)[index], names }]
      })
    })
  })
  const send = withToken(world.server, () => ours.source.token)
  const secrets = ['bravo', theirs.source.zone, ...Object.values(their).map(String)]
  expect(await leaksOf(send, cases, secrets)).toEqual({})
  expect(await changedBy(world.server, send, cases, [theirs.source.zone])).toEqual([])
})
