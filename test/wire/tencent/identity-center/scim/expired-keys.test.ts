import { describe, expect, test } from 'vitest'
import { newZone } from '../../../../kit/directory.ts'
import { heldTime } from '../../../../kit/held-time.ts'
import { expectNoChange } from '../../../../kit/refusals.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'
import { newScimKey, scimKeysOf } from '../../../../kit/synchronization/scim-keys.ts'

const hour = 3_600_000

/** The server's clock goes on for good, and the official client's with it: so it has a server of its own. */
describe('SCIM keys that have expired', () => {
  const world = sharedServer()

  test('are listed with their status, count for the limit of two, and are changed and deleted as any other', async () => {
    await heldTime(async (pass) => {
      const place = await newZone(world.server)
      const keys = [await newScimKey(place, { ExpireDuration: 3600 }), await newScimKey(place, { ExpireDuration: 7200 })]
      pass(2 * hour)
      world.clock.pass(2 * hour)
      const ids = keys.map(({ CredentialId }) => CredentialId).sort()
      expect((await scimKeysOf(place)).map(({ CredentialId, Status }) => [CredentialId, Status]).sort()).toEqual(
        ids.map((id) => [id, 'Enabled']),
      )
      const third = () => place.client.CreateSCIMCredential({ ZoneId: place.zone })
      await expectNoChange(world.server, place, third, 'LimitExceeded.ScimCredentialLimitExceeded', 'expired ones count')
      const [one, other] = ids as [string, string]
      await place.client.UpdateSCIMCredentialStatus({ ZoneId: place.zone, CredentialId: one, NewStatus: 'Disabled' })
      await place.client.DeleteSCIMCredential({ ZoneId: place.zone, CredentialId: other })
      const { CredentialId } = await third()
      const left = (await scimKeysOf(place)).map((key) => [key.CredentialId, key.Status])
      expect(left).toEqual([
        [one, 'Disabled'],
        [CredentialId, 'Enabled'],
      ])
    })
  })
})
