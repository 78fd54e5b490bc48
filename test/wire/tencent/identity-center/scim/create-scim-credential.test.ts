import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { eventsIn, newAccount, newMember, newOrganization, newZone, type TestAccount } from '../../../../kit/directory.ts'
import { chinaTime } from '../../../../kit/held-clock.ts'
import { expectNoChange, expectRefusal, refusal } from '../../../../kit/refusals.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'
import { newScimKey, scimKeysOf } from '../../../../kit/synchronization/scim-keys.ts'

const hour = 3600
const year = 365 * 24 * hour

describe('CreateSCIMCredential', () => {
  const world = sharedServer()

  test('the documented example: an enabled bearer token that ends a calendar year later', async () => {
    const place = await newZone(world.server)
    const now = world.clock.now()
    const { CredentialSecret, ...made } = await place.client.CreateSCIMCredential({ ZoneId: place.zone })
    const [year = '', rest = ''] = [chinaTime(now).slice(0, 4), chinaTime(now).slice(4)]
    // Source: CreateSCIMCredential example.
    expect(made).toEqual({
      ZoneId: place.zone,
      CredentialId: expect.stringMatching(/^scimcred-[0-9a-z]{12}$/),
      CredentialType: 'BearerToken',
      CredentialStatus: 'Enabled',
      CreateTime: chinaTime(now),
      // There is no 29 February in the year after one that has it.
      ExpireTime: `${Number(year) + 1}${rest.replace('-02-29', '-03-01')}`,
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(CredentialSecret).toMatch(/^[A-Za-z0-9+/]{87}=$/)
    expect(Buffer.from(CredentialSecret as string, 'base64').toString('base64')).toBe(CredentialSecret)
  })

  test('the time that is asked for: from an hour to 99 years', async () => {
    for (const ExpireDuration of [hour, 99 * year]) {
      const place = await newZone(world.server)
      const { ExpireTime } = await newScimKey(place, { ExpireDuration })
      expect(ExpireTime).toBe(chinaTime(world.clock.now() + ExpireDuration * 1000))
    }
  })

  test('a shorter or longer one: InvalidParameterValue, and no key', async () => {
    const place = await newZone(world.server)
    for (const ExpireDuration of [-1, 0, hour - 1, 99 * year + 1]) {
      const told = await refusal(place.client.CreateSCIMCredential({ ZoneId: place.zone, ExpireDuration }))
      expect([ExpireDuration, told.code, told.message]).toEqual([
        ExpireDuration,
        'InvalidParameterValue',
        expect.stringContaining('`ExpireDuration`'),
      ])
    }
    expect(await scimKeysOf(place)).toEqual([])
  })

  test('while synchronization is off too: no code forbids it', async () => {
    const place = await newZone(world.server)
    expect((await place.client.DescribeIdentityCenter()).ScimSyncStatus).toBe('Disabled')
    await newScimKey(place)
    expect(await scimKeysOf(place)).toHaveLength(1)
  })

  test('LimitExceeded.ScimCredentialLimitExceeded: a third one, though one of the others is disabled', async () => {
    const place = await newZone(world.server)
    const [first, { CredentialId }] = [await newScimKey(place), await newScimKey(place)]
    await place.client.UpdateSCIMCredentialStatus({ ZoneId: place.zone, CredentialId, NewStatus: 'Disabled' })
    const third = () => place.client.CreateSCIMCredential({ ZoneId: place.zone })
    const words = new RegExp(`2 SCIM keys.*${first.CredentialId}.*DeleteSCIMCredential`)
    await expectNoChange(world.server, place, third, 'LimitExceeded.ScimCredentialLimitExceeded', words)
    expect(idsOf(await scimKeysOf(place))).toEqual([first.CredentialId, CredentialId].sort())
    await place.client.DeleteSCIMCredential({ ZoneId: place.zone, CredentialId })
    expect((await third()).CredentialId).toMatch(/^scimcred-/)
  })

  test('each zone has its own two', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    await newScimKey(place)
    await newScimKey(place)
    const { CredentialId } = await newScimKey(other)
    expect(idsOf(await scimKeysOf(other))).toEqual([CredentialId])
  })

  // Source: open question on CreateSCIMCredential's list, which has neither IdentityCenterNotOpen nor ZoneIdNotExist.
  test('FailedOperation.ZoneIdNotExist: a zone that is not the caller’s, or none open', async () => {
    const { client } = await newZone(world.server)
    const foreign = await newZone(world.server)
    for (const ZoneId of [foreign.zone, 'z-000000000000', '']) {
      await expectRefusal(client.CreateSCIMCredential({ ZoneId }), 'FailedOperation.ZoneIdNotExist', `No zone ${ZoneId}`)
    }
    const create = ({ client: without }: TestAccount) => without.CreateSCIMCredential({ ZoneId: foreign.zone })
    const managed = create(await newOrganization(world.server))
    await expectRefusal(managed, 'FailedOperation.ZoneIdNotExist', 'OpenIdentityCenter opens it')
    await expectRefusal(create(await newAccount(world.server)), 'FailedOperation.ZoneIdNotExist', 'CreateOrganization makes one')
    expect(await scimKeysOf(foreign)).toEqual([])
  })

  test('UnauthorizedOperation: an account of the organization that is not its manager', async () => {
    const place = await newZone(world.server)
    const { client } = await newMember(world.server, place.organization)
    await expectRefusal(client.CreateSCIMCredential({ ZoneId: place.zone }), 'UnauthorizedOperation', 'Only the manager account')
    expect(await scimKeysOf(place)).toEqual([])
  })

  test('the event says what was made; the secret is in no event, no list and no file of the directory', async () => {
    const place = await newZone(world.server)
    const { RequestId, CredentialId, CredentialSecret } = await place.client.CreateSCIMCredential({
      ZoneId: place.zone,
      ExpireDuration: hour,
    })
    const events = await eventsIn(world.server, place.zone)
    expect(events).toMatchObject([
      {
        kind: 'source_credential_created',
        subject: CredentialId,
        actor: `key:${place.key.secretId}`,
        account: place.uin,
        operation: 'CreateSCIMCredential',
        requestId: RequestId,
        before: null,
        after: { status: 'enabled', expiresAt: world.clock.now() + hour * 1000 },
      },
    ])
    const secret = CredentialSecret as string
    expect(JSON.stringify([events, await scimKeysOf(place)])).not.toContain(secret)
    const files = readdirSync(world.server.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const bytes = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    const holds = (text: string) => bytes.some((each) => each.includes(text))
    expect(holds(CredentialId as string)).toBe(true)
    const spelled = [secret, Buffer.from(secret, 'base64').toString('latin1'), Buffer.from(secret).toString('base64url')]
    expect(spelled.filter(holds)).toEqual([])
  })
})

const idsOf = (rows: readonly { CredentialId?: string }[]) => rows.map(({ CredentialId }) => CredentialId).sort()
