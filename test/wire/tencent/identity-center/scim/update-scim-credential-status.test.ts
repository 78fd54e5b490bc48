import { describe, expect, test } from 'vitest'
import { eventsIn, newZone, type TestZone } from '../../../../kit/directory.ts'
import { expectNoChange } from '../../../../kit/refusals.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'
import { newScimKey, scimKeysOf } from '../../../../kit/synchronization/scim-keys.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

const set = ({ client, zone }: TestZone, CredentialId: string, NewStatus: string) =>
  client.UpdateSCIMCredentialStatus({ ZoneId: zone, CredentialId, NewStatus })

/** What a disabled key does no more stands in the tests of the wire that takes it. */
describe('UpdateSCIMCredentialStatus', () => {
  const world = sharedServer()
  const anyKey = { CredentialId: 'scimcred-000000000000', NewStatus: 'Enabled' }
  refusesWithoutZone(world, (client, ZoneId) => client.UpdateSCIMCredentialStatus({ ZoneId, ...anyKey }))

  test('off, off again, and on: an event row for each change and none for none; the other key stays as it is', async () => {
    const place = await newZone(world.server)
    const [{ CredentialId }, other] = [await newScimKey(place), await newScimKey(place)]
    const off = await set(place, CredentialId, 'Disabled')
    // Source: UpdateSCIMCredentialStatus example, nothing but a RequestId.
    expect(off).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    await set(place, CredentialId, 'Disabled')
    expect(await statuses(place)).toEqual({ [CredentialId]: 'Disabled', [other.CredentialId]: 'Enabled' })
    const on = await set(place, CredentialId, 'Enabled')
    expect(await statuses(place)).toEqual({ [CredentialId]: 'Enabled', [other.CredentialId]: 'Enabled' })
    const common = { kind: 'source_credential_changed', subject: CredentialId, operation: 'UpdateSCIMCredentialStatus', account: place.uin }
    const [disabled, enabled] = [{ status: 'disabled' }, { status: 'enabled' }]
    expect((await eventsIn(world.server, place.zone)).slice(2)).toMatchObject([
      { ...common, requestId: off.RequestId, before: enabled, after: disabled },
      { ...common, requestId: on.RequestId, before: disabled, after: enabled },
    ])
  })

  test('InvalidParameter.UserScimCredentialStatusError: any other word', async () => {
    const place = await newZone(world.server)
    const { CredentialId } = await newScimKey(place)
    for (const word of ['enabled', 'On', '']) {
      const code = 'InvalidParameter.UserScimCredentialStatusError'
      await expectNoChange(world.server, place, () => set(place, CredentialId, word), code, 'one of Enabled, Disabled')
    }
    expect(await statuses(place)).toEqual({ [CredentialId]: 'Enabled' })
  })

  test('InvalidParameter.ScimCredentialNotFound: a key that is not there, was deleted, or is of another zone', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    const { CredentialId: foreign } = await newScimKey(other)
    const { CredentialId: gone } = await newScimKey(place)
    await place.client.DeleteSCIMCredential({ ZoneId: place.zone, CredentialId: gone })
    for (const id of [foreign, gone, 'scimcred-000000000000', '']) {
      const code = 'InvalidParameter.ScimCredentialNotFound'
      await expectNoChange(world.server, place, () => set(place, id, 'Disabled'), code, `No SCIM key ${id || '""'} in this zone`)
    }
    expect(await statuses(other)).toEqual({ [foreign]: 'Enabled' })
  })
})

async function statuses(place: TestZone): Promise<Record<string, string | undefined>> {
  return Object.fromEntries((await scimKeysOf(place)).map(({ CredentialId, Status }) => [CredentialId, Status]))
}
