import { describe, expect, test } from 'vitest'
import { eventsOf, newGroup, newZone, switchScim, type TestZone } from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { chinaTime } from '../../../../kit/held-clock.ts'
import { expectNoChange, expectRefusal } from '../../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

onEveryEngine('UpdateGroup', (engine) => {
  const world = sharedServer({ engine })
  describe('changes', () => changes(world))
  describe('refuses', () => refuses(world))
  refusesWithoutZone(world, (client, ZoneId) => client.UpdateGroup({ ZoneId, GroupId: 'g-000000000000' }))
})

type Changes = { NewGroupName?: string; NewDescription?: string }
const update = ({ client, zone }: TestZone, GroupId: string, changes: Changes) => client.UpdateGroup({ ZoneId: zone, GroupId, ...changes })
const read = async ({ client, zone }: TestZone, GroupId: string) => (await client.GetGroup({ ZoneId: zone, GroupId })).GroupInfo

function changes(world: SharedServer): void {
  test('the documented example: new name and description, answered and kept', async () => {
    const place = await newZone(world.server)
    const group = await newGroup(place, { GroupName: 'old' })
    const made = chinaTime(world.clock.now())
    world.clock.pass(4000)
    const { GroupInfo } = await update(place, group, { NewGroupName: 'testGroup', NewDescription: 'this is group.' })
    // Source: UpdateGroup example.
    expect(GroupInfo).toEqual({
      GroupName: 'testGroup',
      Description: 'this is group.',
      CreateTime: made,
      GroupType: 'Manual',
      UpdateTime: chinaTime(world.clock.now()),
      GroupId: group,
      MemberCount: 0,
    })
    expect(await read(place, group)).toEqual(GroupInfo)
  })

  test('what is absent or null stays, an empty text clears', async () => {
    const place = await newZone(world.server)
    const group = await newGroup(place, { GroupName: 'kept' })
    await update(place, group, { NewDescription: 'something' })
    // Source: open question 46.
    await place.client.request('UpdateGroup', { ZoneId: place.zone, GroupId: group, NewDescription: null })
    await update(place, group, {})
    expect(await read(place, group)).toMatchObject({ GroupName: 'kept', Description: 'something' })
    await update(place, group, { NewDescription: '' })
    expect(await read(place, group)).toMatchObject({ GroupName: 'kept', Description: '' })
  })

  test('the same name in other letters, and the old name for another group', async () => {
    const place = await newZone(world.server)
    const group = await newGroup(place, { GroupName: 'payroll' })
    expect((await update(place, group, { NewGroupName: 'PayRoll' })).GroupInfo?.GroupName).toBe('PayRoll')
    await update(place, group, { NewGroupName: 'salaries' })
    await newGroup(place, { GroupName: 'payroll' })
  })

  test('one event row with what was and what is', async () => {
    const place = await newZone(world.server)
    const group = await newGroup(place, { GroupName: 'before' })
    const { RequestId } = await update(place, group, { NewGroupName: 'after' })
    expect((await eventsOf(world.server, group)).slice(1)).toMatchObject([
      {
        kind: 'group_changed',
        actor: `key:${place.key.secretId}`,
        operation: 'UpdateGroup',
        requestId: RequestId,
        before: { name: 'before' },
        after: { name: 'after' },
      },
    ])
  })

  test('what is so already is no change: no event, the time stays', async () => {
    const place = await newZone(world.server)
    const group = await newGroup(place, { GroupName: 'kept' })
    await update(place, group, { NewDescription: 'something' })
    const [before, events] = [await read(place, group), await eventsOf(world.server, group)]
    world.clock.pass(5000)
    for (const changed of [{}, { NewGroupName: 'kept' }, { NewGroupName: 'kept', NewDescription: 'something' }]) {
      expect((await update(place, group, changed)).GroupInfo).toEqual(before)
    }
    expect(await read(place, group)).toEqual(before)
    expect(await eventsOf(world.server, group)).toEqual(events)
  })
}

function refuses(world: SharedServer): void {
  test('InvalidParameter.GroupNameAlreadyExists, without regard to letter case', async () => {
    const place = await newZone(world.server)
    await newGroup(place, { GroupName: 'Payroll' })
    const group = await newGroup(place)
    const take = () => update(place, group, { NewGroupName: 'pAYROLL', NewDescription: 'x' })
    await expectNoChange(world.server, place, take, 'InvalidParameter.GroupNameAlreadyExists', 'has the name pAYROLL')
  })

  test('InvalidParameter.GroupNameFormatError: a name can’t be cleared either', async () => {
    const place = await newZone(world.server)
    const group = await newGroup(place)
    for (const NewGroupName of ['', 'a b', 'x'.repeat(129)]) {
      await expectNoChange(
        world.server,
        place,
        () => update(place, group, { NewGroupName }),
        'InvalidParameter.GroupNameFormatError',
        'NewGroupName',
      )
    }
    await expectRefusal(update(place, group, { NewDescription: 'x'.repeat(1025) }), 'InvalidParameterValue', 'NewDescription')
  })

  test('InvalidParameter.GroupNotExist', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    const foreign = await newGroup(other, { GroupName: 'foreign' })
    for (const group of ['g-000000000000', foreign]) {
      await expectNoChange(
        world.server,
        place,
        () => update(place, group, { NewGroupName: 'x' }),
        'InvalidParameter.GroupNotExist',
        `No group ${group}`,
      )
    }
    expect(await read(other, foreign)).toMatchObject({ GroupName: 'foreign' })
  })

  test('FailedOperation.SynchronizedGroupNotUpdate while SCIM is enabled, only then, and only for synchronized groups', async () => {
    const place = await newZone(world.server)
    const [manual, group] = [await newGroup(place), await newGroup(place, { GroupType: 'Synchronized' })]
    const change = () => update(place, group, { NewDescription: 'by hand' })
    const code = 'FailedOperation.SynchronizedGroupNotUpdate'
    await switchScim(place, 'Enabled')
    await expectNoChange(world.server, place, change, code, `Group ${group} is kept by SCIM`)
    await update(place, manual, { NewDescription: 'by hand' })
    await switchScim(place, 'Disabled')
    expect((await change()).GroupInfo).toMatchObject({ Description: 'by hand', GroupType: 'Synchronized' })
    await switchScim(place, 'Enabled')
    await expectNoChange(world.server, place, change, code, 'disable synchronization')
  })
}
