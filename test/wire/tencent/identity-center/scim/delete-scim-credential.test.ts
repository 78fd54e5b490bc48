import { describe, expect, test } from 'vitest'
import { eventsIn, newZone, type TestZone } from '../../../../kit/directory.ts'
import { expectNoChange } from '../../../../kit/refusals.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'
import { newScimKey, scimKeysOf } from '../../../../kit/synchronization/scim-keys.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

const drop = ({ client, zone }: TestZone, CredentialId: string) => client.DeleteSCIMCredential({ ZoneId: zone, CredentialId })

describe('DeleteSCIMCredential', () => {
  const world = sharedServer()
  refusesWithoutZone(world, (client, ZoneId) => client.DeleteSCIMCredential({ ZoneId, CredentialId: 'scimcred-000000000000' }))

  test('takes that key alone, enabled or not, and says what was taken', async () => {
    const place = await newZone(world.server)
    const [first, second] = [await newScimKey(place), await newScimKey(place)]
    const told = await drop(place, first.CredentialId)
    // Source: DeleteSCIMCredential example, nothing but a RequestId.
    expect(told).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(await scimKeysOf(place)).toMatchObject([{ CredentialId: second.CredentialId }])
    expect((await eventsIn(world.server, place.zone)).at(-1)).toMatchObject({
      kind: 'source_credential_deleted',
      subject: first.CredentialId,
      operation: 'DeleteSCIMCredential',
      requestId: told.RequestId,
      before: { status: 'enabled', expiresAt: expect.any(Number) },
      after: null,
    })
    await place.client.UpdateSCIMCredentialStatus({ ZoneId: place.zone, CredentialId: second.CredentialId, NewStatus: 'Disabled' })
    await drop(place, second.CredentialId)
    expect(await scimKeysOf(place)).toEqual([])
  })

  test('InvalidParameter.ScimCredentialNotFound: a key that is not there, was deleted, or is of another zone', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    const { CredentialId: foreign } = await newScimKey(other)
    const { CredentialId: gone } = await newScimKey(place)
    await drop(place, gone)
    for (const id of [foreign, gone, 'scimcred-000000000000', '']) {
      const code = 'InvalidParameter.ScimCredentialNotFound'
      await expectNoChange(world.server, place, () => drop(place, id), code, `No SCIM key ${id || '""'} in this zone`)
    }
    expect(await scimKeysOf(other)).toHaveLength(1)
  })
})
