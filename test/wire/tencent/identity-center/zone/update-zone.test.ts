import { describe, expect, test } from 'vitest'
import { eventsIn, newZone, type TestZone, unique } from '../../../../kit/directory.ts'
import { expectNoChange } from '../../../../kit/refusals.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

const rename = ({ client, zone }: TestZone, NewZoneName: string) => client.UpdateZone({ ZoneId: zone, NewZoneName })
const nameOf = async ({ client }: TestZone) => (await client.DescribeIdentityCenter()).ZoneName

describe('UpdateZone', () => {
  const world = sharedServer()
  refusesWithoutZone(world, (client, ZoneId) => client.UpdateZone({ ZoneId, NewZoneName: unique('zone') }))

  test('the zone has its new name, and an event row says both', async () => {
    const place = await newZone(world.server)
    const name = unique('testzone')
    const answer = await rename(place, name)
    // Source: UpdateZone example, nothing but a RequestId.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(await nameOf(place)).toBe(name)
    expect(await eventsIn(world.server, place.zone)).toMatchObject([
      {
        kind: 'zone_renamed',
        subject: place.zone,
        actor: `key:${place.key.secretId}`,
        account: place.uin,
        operation: 'UpdateZone',
        requestId: answer.RequestId,
        before: { name: place.zoneName },
        after: { name },
      },
    ])
  })

  test('its own name again is no change', async () => {
    const place = await newZone(world.server)
    await rename(place, place.zoneName)
    expect(await eventsIn(world.server, place.zone)).toEqual([])
  })

  test('a name that was given up can be taken by another, and taken back when it is free', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    const taken = 'InvalidParameterValue.IdentityCenterZoneNameAlreadyExist'
    // Source: open question 41.
    await expectNoChange(world.server, other, () => rename(other, place.zoneName), taken, `has the name ${place.zoneName}`)
    await rename(place, unique('gone'))
    await rename(other, place.zoneName)
    await expectNoChange(world.server, place, () => rename(place, place.zoneName), taken, 'unique over all organizations')
    await rename(other, other.zoneName)
    await rename(place, place.zoneName)
    expect([await nameOf(place), await nameOf(other)]).toEqual([place.zoneName, other.zoneName])
  })

  test('InvalidParameterValue.ZoneNameFormatError', async () => {
    const place = await newZone(world.server)
    for (const name of ['', 'a', 'testZone', '-ab', 'ab-', 'a--b', 'a_b', `a${'b'.repeat(64)}`]) {
      await expectNoChange(world.server, place, () => rename(place, name), 'InvalidParameterValue.ZoneNameFormatError', 'NewZoneName')
    }
  })
})
