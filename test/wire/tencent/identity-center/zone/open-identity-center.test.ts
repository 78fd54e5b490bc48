import { describe, expect, test } from 'vitest'
import { admin } from '../../../../kit/admin.ts'
import { eventsIn, newAccount, newMember, newOrganization, newZone, unique } from '../../../../kit/directory.ts'
import { expectRefusal } from '../../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../../kit/shared-server.ts'

describe('OpenIdentityCenter', () => {
  const world = sharedServer()
  opens(world)
  describe('refuses', () => refuses(world))
})

function opens(world: SharedServer): void {
  test('the documented example: the id of the zone, whose name is kept', async () => {
    const { client, organization, uin, key } = await newOrganization(world.server)
    // The example's own "testName" breaks the documented rule (open question 40).
    const name = unique('test')
    const { ZoneId, RequestId } = await client.OpenIdentityCenter({ ZoneName: name })
    // Source: semantics of the zone, z- and 12 of 0-9a-z.
    expect(ZoneId).toMatch(/^z-[0-9a-z]{12}$/)
    expect(await client.DescribeIdentityCenter()).toMatchObject({ ZoneId, ZoneName: name })
    expect((await eventsIn(world.server, `organization-${organization}`)).at(-1)).toMatchObject({
      kind: 'zone_opened',
      subject: ZoneId,
      actor: `key:${key.secretId}`,
      account: uin,
      operation: 'OpenIdentityCenter',
      requestId: RequestId,
      before: null,
      after: { name },
    })
  })

  test('names of 2 and of 64', async () => {
    const short = Math.random().toString(36).slice(2, 4)
    for (const ZoneName of [short, unique('z').padEnd(64, '0')]) {
      const { client } = await newOrganization(world.server)
      await client.OpenIdentityCenter({ ZoneName })
      expect((await client.DescribeIdentityCenter()).ZoneName).toBe(ZoneName)
    }
  })
}

function refuses(world: SharedServer): void {
  const notOpen = 'FailedOperation.IdentityCenterNotOpen'

  test('InvalidParameterValue.ZoneNameFormatError: 2 to 64 of a-z, 0-9 and "-", none at either end, no two together', async () => {
    const { client } = await newOrganization(world.server)
    // Source: ZoneName's text; its example "testName" has a capital (open question 40).
    for (const ZoneName of ['', 'a', 'testName', '-ab', 'ab-', 'a--b', 'a_b', 'a.b', '空间', `a${'b'.repeat(64)}`, 'ab\n']) {
      await expectRefusal(client.OpenIdentityCenter({ ZoneName }), 'InvalidParameterValue.ZoneNameFormatError', 'ZoneName')
    }
    await expectRefusal(client.DescribeIdentityCenter(), notOpen, 'no identity center')
  })

  test('FailedOperation.IdentityCenterAlreadyOpen', async () => {
    const { client, zone, zoneName } = await newZone(world.server)
    const again = client.OpenIdentityCenter({ ZoneName: unique('second') })
    await expectRefusal(again, 'FailedOperation.IdentityCenterAlreadyOpen', `already has zone ${zone}`)
    expect(await client.DescribeIdentityCenter()).toMatchObject({ ZoneId: zone, ZoneName: zoneName })
  })

  test('InvalidParameterValue.IdentityCenterZoneNameAlreadyExist: names are unique over all organizations', async () => {
    const { zoneName } = await newZone(world.server)
    const { client } = await newOrganization(world.server)
    const taken = 'InvalidParameterValue.IdentityCenterZoneNameAlreadyExist'
    await expectRefusal(client.OpenIdentityCenter({ ZoneName: zoneName }), taken, `has the name ${zoneName}`)
    await expectRefusal(client.DescribeIdentityCenter(), notOpen, 'no identity center')
    await client.OpenIdentityCenter({ ZoneName: unique('free') })
  })

  test('FailedOperation.IdentityCenterOrganizationNotOpen: an account without an organization', async () => {
    const { client } = await newAccount(world.server)
    const open = client.OpenIdentityCenter({ ZoneName: unique('zone') })
    await expectRefusal(open, 'FailedOperation.IdentityCenterOrganizationNotOpen', 'CreateOrganization makes one')
  })

  test('FailedOperation.IdentityCenterNotOrganizationManager: a member, whether the zone is open or not', async () => {
    const without = await newOrganization(world.server)
    const zone = await newZone(world.server)
    for (const { organization } of [without, zone]) {
      const { client } = await newMember(world.server, organization)
      const open = client.OpenIdentityCenter({ ZoneName: unique('zone') })
      await expectRefusal(open, 'FailedOperation.IdentityCenterNotOrganizationManager', `manager account of organization ${organization}`)
    }
    await expectRefusal(without.client.DescribeIdentityCenter(), notOpen, 'no identity center')
  })

  test('FailedOperation.IdentityCenterNotAuth and NotEnterpriseAuth: a manager that is not verified any more', async () => {
    const { client, uin } = await newOrganization(world.server)
    for (const [verification, code, words] of [
      ['none', 'FailedOperation.IdentityCenterNotAuth', 'no real-name verification'],
      ['personal', 'FailedOperation.IdentityCenterNotEnterpriseAuth', 'verified as personal'],
    ] as const) {
      expect((await admin(world.server, 'PATCH', `/accounts/${uin}`, { verification })).status).toBe(200)
      await expectRefusal(client.OpenIdentityCenter({ ZoneName: unique('zone') }), code, words)
    }
    await expectRefusal(client.DescribeIdentityCenter(), notOpen, 'no identity center')
    await admin(world.server, 'PATCH', `/accounts/${uin}`, { verification: 'enterprise' })
    await client.OpenIdentityCenter({ ZoneName: unique('zone') })
  })
}
