import { expect, test } from 'vitest'
import { scimOperations } from '../../../../src/dialects/scim/operations.ts'
import { setQuotas } from '../../../kit/directory.ts'
import {
  answered,
  expectScimRefusal,
  expectUnchanged,
  newSource,
  newSyncedGroup,
  newSyncedUser,
  patchOf,
  type Source,
  urns,
} from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

/** A body that each writing operation would take. */
const bodies: Readonly<Record<string, object | undefined>> = {
  CreateUser: { schemas: [urns.user], userName: 'mei' },
  ReplaceUser: { schemas: [urns.user], userName: 'mei' },
  PatchUser: patchOf({ op: 'replace', path: 'displayName', value: 'Mei' }),
  DeleteUser: undefined,
  CreateGroup: { schemas: [urns.group], displayName: 'Sales' },
  ReplaceGroup: { schemas: [urns.group], displayName: 'Sales' },
  PatchGroup: patchOf({ op: 'replace', path: 'displayName', value: 'Sales' }),
  DeleteGroup: undefined,
  Bulk: { schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'], Operations: [{ method: 'DELETE', path: '/Users/u-gone' }] },
}

const writes = scimOperations.filter(({ kind }) => kind === 'write')

async function pathsOf(source: Source): Promise<(route: string) => string> {
  const [user, group] = [await newSyncedUser(source), await newSyncedGroup(source)]
  return (route) => route.replace('/scim/v2', '').replace(':id', route.includes('/Users') ? user : group)
}

test('there is a body for every operation that writes', () => {
  expect(Object.keys(bodies).toSorted()).toEqual(writes.map(({ name }) => name).toSorted())
})

test.for(writes.map(({ name }) => name))('%s refuses a dry run that is neither asked for nor not, and does nothing', async (name) => {
  const source = await newSource(shared.server)
  const pathOf = await pathsOf(source)
  const { http, routePath } = writes.find((each) => each.name === name) as (typeof writes)[number]
  const send = () => source.scim(http.method, pathOf(routePath), bodies[name], { 'x-rollcall-dry-run': 'maybe' })
  await expectUnchanged(shared.server, source, send, 400, 'invalidValue', 'X-Rollcall-Dry-Run must be true or false')
})

const conditional = writes.filter(({ routePath }) => routePath.includes(':id')).map(({ name }) => name)

test.for(conditional)('%s refuses an If-Match that is no entity tag, and does nothing', async (name) => {
  const source = await newSource(shared.server)
  const pathOf = await pathsOf(source)
  const { http, routePath } = writes.find((each) => each.name === name) as (typeof writes)[number]
  const send = () => source.scim(http.method, pathOf(routePath), bodies[name], { 'if-match': 'version 1' })
  await expectUnchanged(shared.server, source, send, 400, 'invalidSyntax', 'entity tags such as W/"3"')
})

// RFC 9110, sections 13.1.2 and 13.2.2.
test.for(conditional)(
  '%s does nothing where If-None-Match names what is there, and goes through where it names another version',
  async (name) => {
    const source = await newSource(shared.server)
    const pathOf = await pathsOf(source)
    const { http, routePath, status } = writes.find((each) => each.name === name) as (typeof writes)[number]
    const send = (tags: string) => source.scim(http.method, pathOf(routePath), bodies[name], { 'if-none-match': tags })
    const there = (await answered(source.scim('GET', pathOf(routePath)), 200)).headers.get('etag') as string
    for (const tags of ['*', there, `W/"9", ${there}`]) {
      await expectUnchanged(shared.server, source, () => send(tags), 412, undefined, 'is at version')
    }
    await expectUnchanged(shared.server, source, () => send('version 1'), 400, 'invalidSyntax', 'entity tags such as W/"3"')
    await answered(send('W/"9"'), status)
  },
)

test('a group can be replaced up to its quota of members and no further', async () => {
  const source = await newSource(shared.server)
  const users = [await newSyncedUser(source), await newSyncedUser(source), await newSyncedUser(source)]
  const group = await newSyncedGroup(source, [users[2] as string])
  await setQuotas(shared.server, source.place, { usersPerGroup: 2 })
  const replaced = (members: readonly string[]) =>
    source.scim('PUT', `/Groups/${group}`, { schemas: [urns.group], displayName: 'Sales', members: members.map((value) => ({ value })) })
  await expectScimRefusal(replaced(users), 409, undefined, `The group ${group} may have 2 members`)
  const { body } = await answered(replaced(users.slice(0, 2)), 200)
  expect(body.members.map(({ value }: { value: string }) => value).toSorted()).toEqual(users.slice(0, 2).toSorted())
})
