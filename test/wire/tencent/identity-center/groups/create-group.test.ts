import { describe, expect, test } from 'vitest'
import { eventsOf, newGroup, newZone, setQuotas, switchScim, type TestZone, unique } from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { chinaTime } from '../../../../kit/held-clock.ts'
import { expectNoChange, expectRefusal } from '../../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

onEveryEngine('CreateGroup', (engine) => {
  const world = sharedServer({ engine })
  describe('creates', () => creates(world))
  describe('refuses', () => refuses(world))
  refusesWithoutZone(world, (client, ZoneId) => client.CreateGroup({ ZoneId, GroupName: 'g' }))
})

const create = ({ client, zone }: TestZone, GroupName: string, more: { Description?: string; GroupType?: string } = {}) =>
  client.CreateGroup({ ZoneId: zone, GroupName, ...more })

function creates(world: SharedServer): void {
  test('the documented example', async () => {
    const place = await newZone(world.server)
    const { GroupInfo, RequestId } = await create(place, 'testGroup', { Description: 'this is group' })
    const now = chinaTime(world.clock.now())
    // Source: CreateGroup example.
    expect(GroupInfo).toEqual({
      GroupName: 'testGroup',
      Description: 'this is group',
      CreateTime: now,
      GroupType: 'Manual',
      UpdateTime: now,
      // Source: semantics of groups, g- and 12 of 0-9a-z.
      GroupId: expect.stringMatching(/^g-[0-9a-z]{12}$/),
      MemberCount: 0,
    })
    expect(RequestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(now).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    const { GroupInfo: read } = await place.client.GetGroup({ ZoneId: place.zone, GroupId: GroupInfo?.GroupId as string })
    expect(read).toEqual(GroupInfo)
  })

  test('defaults: no description, Manual', async () => {
    const place = await newZone(world.server)
    expect((await create(place, 'a')).GroupInfo).toMatchObject({ Description: '', GroupType: 'Manual' })
  })

  test('a synchronized group can be made, whether SCIM is enabled or not', async () => {
    const place = await newZone(world.server)
    for (const status of ['Disabled', 'Enabled'] as const) {
      await switchScim(place, status)
      // Source: open question 47.
      expect((await create(place, unique('sync'), { GroupType: 'Synchronized' })).GroupInfo?.GroupType).toBe('Synchronized')
    }
  })

  test('the longest name and description; a description in Chinese', async () => {
    const place = await newZone(world.server)
    const [name, description] = ['Aa0-'.repeat(32), '组'.repeat(1024)]
    expect((await create(place, name, { Description: description })).GroupInfo).toMatchObject({ GroupName: name, Description: description })
  })

  test('one event row with the whole group', async () => {
    const place = await newZone(world.server)
    const { GroupInfo, RequestId } = await create(place, 'audited', { Description: 'd' })
    const at = world.clock.now()
    expect(await eventsOf(world.server, GroupInfo?.GroupId as string)).toMatchObject([
      {
        tenant: place.zone,
        kind: 'group_created',
        actor: `key:${place.key.secretId}`,
        account: place.uin,
        operation: 'CreateGroup',
        requestId: RequestId,
        before: null,
        after: { name: 'audited', description: 'd', owner: 'manual', memberCount: 0, createdAt: at, updatedAt: at },
      },
    ])
  })
}

function refuses(world: SharedServer): void {
  test('InvalidParameter.GroupNameAlreadyExists, without regard to letter case; other zones have names of their own', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    await newGroup(place, { GroupName: 'Payroll' })
    // Source: open question 44, compared without case.
    for (const name of ['Payroll', 'PAYROLL', 'payroll']) {
      await expectNoChange(
        world.server,
        place,
        () => create(place, name),
        'InvalidParameter.GroupNameAlreadyExists',
        `has the name ${name}`,
      )
    }
    await create(other, 'Payroll')
  })

  test('InvalidParameter.GroupNameFormatError: 1 to 128 letters, digits and "-"', async () => {
    const place = await newZone(world.server)
    for (const name of ['', 'a b', 'a_b', 'a.b', '组', 'x'.repeat(129), 'a\n']) {
      await expectNoChange(world.server, place, () => create(place, name), 'InvalidParameter.GroupNameFormatError', 'GroupName')
    }
  })

  test('InvalidParameterValue: a type that is none, a description that is too long', async () => {
    const place = await newZone(world.server)
    // Source: open question 8, the common code.
    await expectNoChange(
      world.server,
      place,
      () => create(place, 'a', { GroupType: 'manual' }),
      'InvalidParameterValue',
      'one of Manual, Synchronized',
    )
    await expectRefusal(create(place, 'a', { Description: 'x'.repeat(1025) }), 'InvalidParameterValue', '1024')
  })

  test('FailedOperation.GroupOverUpperLimit at the quota of the zone; a deleted group makes room', async () => {
    const place = await newZone(world.server)
    await setQuotas(world.server, place, { groups: 1 })
    const GroupId = await newGroup(place)
    await expectNoChange(world.server, place, () => create(place, 'b'), 'FailedOperation.GroupOverUpperLimit', 'already holds 1 groups')
    await place.client.DeleteGroup({ ZoneId: place.zone, GroupId })
    await create(place, 'b')
  })
}
