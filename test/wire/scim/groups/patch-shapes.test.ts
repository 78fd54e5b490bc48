import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../../kit/directory.ts'
import { expectMembers, newSource, newSyncedGroup, newSyncedUser, patchOf, type Source, urns, zoneState } from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'
import { bodies, operations } from '../patch/refused-shapes.ts'

const shared = sharedServer()

interface Scene extends Source {
  readonly group: string
  /** Three users, of whom the first two are members. */
  readonly users: readonly [string, string, string]
}

async function scene(): Promise<Scene> {
  const source = await newSource(shared.server)
  const users = [await newSyncedUser(source), await newSyncedUser(source), await newSyncedUser(source)] as const
  return { ...source, users, group: await newSyncedGroup(source, users.slice(0, 2), { displayName: 'Team' }) }
}

const filter = (...users: string[]) => `members[${users.map((user) => `value eq "${user}"`).join(' or ')}]`

type Shape = (scene: Scene) => object[]

describe('a member is put in', () => {
  const shapes: Record<string, Shape> = {
    'a list of values (Okta, Entra ID)': ({ users }) => [{ op: 'add', path: 'members', value: [{ value: users[2] }] }],
    'capitals and a null reference (Entra ID)': ({ users }) => [{ op: 'Add', path: 'members', value: [{ $ref: null, value: users[2] }] }],
    'with a display name (Okta)': ({ users }) => [{ op: 'add', path: 'members', value: [{ value: users[2], display: 'someone' }] }],
    'one object': ({ users }) => [{ op: 'add', path: 'members', value: { value: users[2] } }],
    'a list of ids': ({ users }) => [{ op: 'add', path: 'members', value: [users[2]] }],
    'one id': ({ users }) => [{ op: 'add', path: 'members', value: users[2] }],
    'without a path': ({ users }) => [{ op: 'add', value: { members: [{ value: users[2] }] } }],
    'without a path, with a schema around it': ({ users }) => [{ op: 'add', value: { [urns.group]: { members: [{ value: users[2] }] } } }],
    'with a URN before the path': ({ users }) => [{ op: 'add', path: `${urns.group}:members`, value: [{ value: users[2] }] }],
    'beside one that is there already': ({ users }) => [{ op: 'add', path: 'members', value: [{ value: users[0] }, { value: users[2] }] }],
    'in several operations': ({ users }) => [
      { op: 'remove', path: filter(users[2]) },
      { op: 'add', path: 'members', value: users[2] },
    ],
  }
  test.each(Object.entries(shapes))('%s', async (_, shape) => {
    const place = await scene()
    const answer = await place.scim('PATCH', `/Groups/${place.group}`, patchOf(...shape(place)))
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 204, body: undefined })
    expect(answer.headers.get('location')).toBe(`${shared.server.url}/scim/v2/Groups/${place.group}`)
    await expectMembers(place, place.group, place.users)
    const added = (await eventsOf(shared.server, place.group)).filter(({ kind }) => kind === 'member_added')
    expect(added.map(({ after }) => after)).toEqual(place.users.map((user) => expect.objectContaining({ user })))
    expect(added.at(-1)).toMatchObject({ dialect: 'scim', operation: 'PatchGroup', actor: `credential:${place.credential}` })
  })
})

describe('a member is taken out', () => {
  const shapes: Record<string, Shape> = {
    'a filter (Okta, RFC)': ({ users }) => [{ op: 'remove', path: filter(users[0]) }],
    'a list of values (Entra ID)': ({ users }) => [{ op: 'Remove', path: 'members', value: [{ $ref: null, value: users[0] }] }],
    'one object': ({ users }) => [{ op: 'remove', path: 'members', value: { value: users[0] } }],
    'a list of ids': ({ users }) => [{ op: 'remove', path: 'members', value: [users[0]] }],
    'one id': ({ users }) => [{ op: 'remove', path: 'members', value: users[0] }],
    'a filter over several, one of whom is none': ({ users }) => [{ op: 'remove', path: filter(users[0], users[2]) }],
    'beside one whom nobody knows': ({ users }) => [{ op: 'remove', path: 'members', value: [{ value: users[0] }, { value: 'u-nobody' }] }],
    'with a URN and other letters': ({ users }) => [{ op: 'REMOVE', path: `${urns.group}:Members[Value EQ "${users[0]}"]` }],
  }
  test.each(Object.entries(shapes))('%s', async (_, shape) => {
    const place = await scene()
    const { status } = await place.scim('PATCH', `/Groups/${place.group}`, patchOf(...shape(place)))
    expect(status).toBe(204)
    await expectMembers(place, place.group, [place.users[1]])
  })

  test('everybody, where no value is given; and nobody is taken out twice', async () => {
    const place = await scene()
    const all = patchOf({ op: 'remove', path: 'members' })
    expect((await place.scim('PATCH', `/Groups/${place.group}`, all)).status).toBe(204)
    await expectMembers(place, place.group, [])
    const before = await zoneState(shared.server, place)
    expect((await place.scim('PATCH', `/Groups/${place.group}`, all)).status).toBe(204)
    expect(await zoneState(shared.server, place)).toEqual(before)
  })
})

describe('the whole list', () => {
  const shapes: Record<string, Shape> = {
    replaced: ({ users }) => [{ op: 'replace', path: 'members', value: [{ value: users[1] }, { value: users[2] }] }],
    'replaced without a path, with a name (Okta)': ({ users, group }) => [
      { op: 'replace', value: { id: group, displayName: 'Renamed', members: [{ value: users[1] }, { value: users[2] }] } },
    ],
    'emptied, then filled': ({ users }) => [
      { op: 'remove', path: 'members' },
      { op: 'add', path: 'members', value: [users[1], users[2]] },
    ],
  }
  test.each(Object.entries(shapes))('%s: only the difference is recorded', async (_, shape) => {
    const place = await scene()
    expect((await place.scim('PATCH', `/Groups/${place.group}`, patchOf(...shape(place)))).status).toBe(204)
    await expectMembers(place, place.group, place.users.slice(1))
    const events = (await eventsOf(shared.server, place.group)).slice(3).filter(({ kind }) => kind.startsWith('member'))
    expect(events.map(({ kind, before, after }) => [kind, (before ?? after)?.user]).sort()).toEqual([
      ['member_added', place.users[2]],
      ['member_removed', place.users[0]],
    ])
  })
})

describe('what is not understood', () => {
  test.each([...bodies, ...operations.map(([name, code, operation]) => [name, code, patchOf(operation as object)] as const)])(
    '%s: %s, and nothing is changed',
    async (_name, code, body) => {
      const { source, before, group, member } = await untouched()
      const sent = JSON.parse(JSON.stringify(body).replaceAll('u-1', member)) as object
      const answer = await source.scim('PATCH', `/Groups/${group}`, sent)
      expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 400, body: { scimType: code, status: '400' } })
      expect(await zoneState(shared.server, source)).toEqual(before)
    },
  )
})

interface Untouched {
  readonly source: Source
  readonly group: string
  readonly member: string
  readonly before: object
}

let kept: Promise<Untouched> | undefined

/** One scene for all that must leave it as it is. */
function untouched(): Promise<Untouched> {
  kept ??= scene().then(async (source) => ({
    source,
    group: source.group,
    member: source.users[0],
    before: await zoneState(shared.server, source),
  }))
  return kept
}
