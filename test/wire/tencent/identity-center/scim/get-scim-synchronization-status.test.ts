import { describe, expect, test } from 'vitest'
import { newZone, switchScim } from '../../../../kit/directory.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

describe('GetSCIMSynchronizationStatus', () => {
  const world = sharedServer()
  refusesWithoutZone(world, (client, ZoneId) => client.GetSCIMSynchronizationStatus({ ZoneId }))

  test('the documented example: disabled in a new zone, and what it was switched to', async () => {
    const place = await newZone(world.server)
    const read = () => place.client.GetSCIMSynchronizationStatus({ ZoneId: place.zone })
    const RequestId = expect.stringMatching(/^[0-9a-f-]{36}$/)
    // Source: GetSCIMSynchronizationStatus example; default from the example of DescribeIdentityCenter.
    expect(await read()).toEqual({ SCIMSynchronizationStatus: 'Disabled', RequestId })
    for (const status of ['Enabled', 'Disabled', 'Enabled'] as const) {
      await switchScim(place, status)
      expect(await read()).toEqual({ SCIMSynchronizationStatus: status, RequestId })
      expect((await place.client.DescribeIdentityCenter()).ScimSyncStatus).toBe(status)
    }
  })

  test('each zone has a switch of its own', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    await switchScim(place, 'Enabled')
    expect((await other.client.GetSCIMSynchronizationStatus({ ZoneId: other.zone })).SCIMSynchronizationStatus).toBe('Disabled')
  })
})
