import { describe, expect, test } from 'vitest'
import { newMember, newZone, switchScim, unique } from '../../../../kit/directory.ts'
import { chinaTime } from '../../../../kit/held-clock.ts'
import { expectRefusal } from '../../../../kit/refusals.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'
import { refusesUnopened } from '../zone-refusals.ts'

describe('DescribeIdentityCenter', () => {
  const world = sharedServer()
  // Source: open question 39, an error and not ServiceStatus Disabled.
  refusesUnopened(world, (client) => client.DescribeIdentityCenter())

  test('the documented example', async () => {
    const { client, zone, zoneName } = await newZone(world.server)
    const made = chinaTime(world.clock.now())
    // Source: DescribeIdentityCenter example.
    expect(await client.DescribeIdentityCenter()).toEqual({
      CreateTime: made,
      ScimSyncStatus: 'Disabled',
      ServiceStatus: 'Enabled',
      UpdateTime: made,
      ZoneId: zone,
      ZoneName: zoneName,
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  test('a new name and the switch of synchronization show, with UpdateTime', async () => {
    const place = await newZone(world.server)
    const made = chinaTime(world.clock.now())
    const { client, zone: ZoneId } = place
    world.clock.pass(1000)
    await switchScim(place, 'Enabled')
    const switched = { CreateTime: made, UpdateTime: chinaTime(world.clock.now()), ScimSyncStatus: 'Enabled' }
    expect(await client.DescribeIdentityCenter()).toMatchObject(switched)
    world.clock.pass(1000)
    const name = unique('renamed')
    await client.UpdateZone({ ZoneId, NewZoneName: name })
    const renamed = { ...switched, UpdateTime: chinaTime(world.clock.now()), ZoneName: name }
    expect(await client.DescribeIdentityCenter()).toMatchObject(renamed)
  })

  test('an account of the organization that is not its manager: UnauthorizedOperation', async () => {
    const { organization } = await newZone(world.server)
    const { client } = await newMember(world.server, organization)
    // Source: open question 15.
    await expectRefusal(client.DescribeIdentityCenter(), 'UnauthorizedOperation', `manager account of organization ${organization}`)
  })
})
