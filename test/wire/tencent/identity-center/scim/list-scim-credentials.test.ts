import { describe, expect, test } from 'vitest'
import { newZone } from '../../../../kit/directory.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'
import { newScimKey } from '../../../../kit/synchronization/scim-keys.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

const RequestId = expect.stringMatching(/^[0-9a-f-]{36}$/)

describe('ListSCIMCredentials', () => {
  const world = sharedServer()
  refusesWithoutZone(world, (client, ZoneId) => client.ListSCIMCredentials({ ZoneId }))

  test('the documented example: none in a new zone', async () => {
    const { client, zone } = await newZone(world.server)
    // Source: ListSCIMCredentials example.
    expect(await client.ListSCIMCredentials({ ZoneId: zone })).toEqual({ SCIMCredentials: [], TotalCounts: 0, RequestId })
  })

  test('all of the zone, oldest first, each with all that is documented and without a secret', async () => {
    const place = await newZone(world.server)
    const first = await newScimKey(place)
    world.clock.pass(1000)
    const second = await newScimKey(place, { ExpireDuration: 3600 })
    await newScimKey(await newZone(world.server))
    await place.client.UpdateSCIMCredentialStatus({ ZoneId: place.zone, CredentialId: second.CredentialId, NewStatus: 'Disabled' })
    // Source: data type SCIMCredential, which names the status otherwise than the answer to Create does.
    const rows = [
      { ...first, Status: 'Enabled' },
      { ...second, Status: 'Disabled' },
    ].map((key) => ({
      ZoneId: place.zone,
      CredentialId: key.CredentialId,
      CredentialType: 'BearerToken',
      CreateTime: key.CreateTime,
      ExpireTime: key.ExpireTime,
      Status: key.Status,
    }))
    expect(await place.client.ListSCIMCredentials({ ZoneId: place.zone })).toEqual({ SCIMCredentials: rows, TotalCounts: 2, RequestId })
    const one = await place.client.ListSCIMCredentials({ ZoneId: place.zone, CredentialId: second.CredentialId })
    expect(one).toEqual({ SCIMCredentials: [rows[1]], TotalCounts: 1, RequestId })
  })

  test('a key that is not there, or of another zone, is a filter that nothing passes: no code is listed for it', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    await newScimKey(place)
    const { CredentialId: foreign } = await newScimKey(other)
    for (const CredentialId of [foreign, 'scimcred-000000000000', '']) {
      const told = await place.client.ListSCIMCredentials({ ZoneId: place.zone, CredentialId })
      expect(told).toEqual({ SCIMCredentials: [], TotalCounts: 0, RequestId })
    }
  })
})
