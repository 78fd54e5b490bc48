import { expect, test } from 'vitest'
import { answered, newSource, newSyncedGroup, newSyncedUser, patchOf, type Source } from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

const change = (op: string, user: string) => patchOf({ op, path: 'members', value: [{ value: user }] })

async function lastModified(source: Source, group: string): Promise<string> {
  return (await answered(source.scim('GET', `/Groups/${group}?excludedAttributes=members`), 200)).body.meta.lastModified
}

/** Source: RFC 7643 §3.1, "lastModified"; §4.2 counts `members` to a group. A source that reads what changed since its last visit goes by it. */
test('a group is modified when somebody comes in or goes, however; and not by what is so already', async () => {
  const source = await newSource(shared.server)
  const [user, other] = [await newSyncedUser(source), await newSyncedUser(source)]
  const group = await newSyncedGroup(source, [])
  const { UpdateTime } = (await source.identity.GetGroup({ ZoneId: source.zone, GroupId: group })).GroupInfo ?? {}
  const steps: readonly (readonly [string, () => Promise<unknown>, moves: boolean])[] = [
    ['one comes in', () => source.scim('PATCH', `/Groups/${group}`, change('add', user)), true],
    ['the same again', () => source.scim('PATCH', `/Groups/${group}`, change('add', user)), false],
    ['one goes', () => source.scim('PATCH', `/Groups/${group}`, change('remove', user)), true],
    [
      'two come in',
      () =>
        source.scim(
          'PATCH',
          `/Groups/${group}`,
          patchOf(...[user, other].map((value) => ({ op: 'add', path: 'members', value: [{ value }] }))),
        ),
      true,
    ],
    ['one is deleted', () => source.scim('DELETE', `/Users/${other}`), true],
  ]
  let before = await lastModified(source, group)
  for (const [step, act, moves] of steps) {
    shared.clock.pass(5000)
    await act()
    const now = await lastModified(source, group)
    if (moves) expect(Date.parse(now), step).toBeGreaterThanOrEqual(Date.parse(before) + 5000)
    else expect(now, step).toBe(before)
    before = now
  }
  const { GroupInfo } = await source.identity.GetGroup({ ZoneId: source.zone, GroupId: group })
  expect(GroupInfo?.UpdateTime).toBe(UpdateTime)
})
