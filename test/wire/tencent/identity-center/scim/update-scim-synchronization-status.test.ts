import { describe, expect, test } from 'vitest'
import { eventsIn, newZone, type TestZone } from '../../../../kit/directory.ts'
import { expectNoChange } from '../../../../kit/refusals.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

const set = ({ client, zone }: TestZone, SCIMSynchronizationStatus: string) =>
  client.UpdateSCIMSynchronizationStatus({ ZoneId: zone, SCIMSynchronizationStatus })

/** What the switch does to synchronized users and groups stands in the tests of the actions that it closes. */
describe('UpdateSCIMSynchronizationStatus', () => {
  const world = sharedServer()
  refusesWithoutZone(world, (client, ZoneId) => client.UpdateSCIMSynchronizationStatus({ ZoneId, SCIMSynchronizationStatus: 'Enabled' }))

  test('on, on again, and off: an event row for each change and none for none', async () => {
    const place = await newZone(world.server)
    const on = await set(place, 'Enabled')
    // Source: UpdateSCIMSynchronizationStatus example, nothing but a RequestId.
    expect(on).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    await set(place, 'Enabled')
    const off = await set(place, 'Disabled')
    const common = {
      kind: 'synchronization_changed',
      subject: place.zone,
      actor: `key:${place.key.secretId}`,
      account: place.uin,
      operation: 'UpdateSCIMSynchronizationStatus',
    }
    const [disabled, enabled] = [{ synchronization: 'disabled' }, { synchronization: 'enabled' }]
    expect(await eventsIn(world.server, place.zone)).toMatchObject([
      { ...common, requestId: on.RequestId, before: disabled, after: enabled },
      { ...common, requestId: off.RequestId, before: enabled, after: disabled },
    ])
  })

  test('InvalidParameter.ScimSyncStatusError: any other word', async () => {
    const place = await newZone(world.server)
    for (const word of ['enabled', 'On', '']) {
      const code = 'InvalidParameter.ScimSyncStatusError'
      await expectNoChange(world.server, place, () => set(place, word), code, 'one of Enabled, Disabled')
    }
  })
})
