import { afterAll, beforeAll, expect, test } from 'vitest'
import { organizationStream } from '../../../src/directory/events.ts'
import { joinOrganization } from '../../../src/directory/organizations/join-organization.ts'
import { delegateService } from '../../../src/directory/services/delegate-service.ts'
import { serviceNamed } from '../../../src/directory/services/services.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { type Admin, eventsOf, newAccount, openAdmin } from './admin-kit.ts'
import { newOrganization, origin } from './organization-kit.ts'

onEveryEngine('delegates of a service', (engine) => {
  let admin: Admin
  beforeAll(async () => {
    admin = await openAdmin(engine)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  const delegated = async (product: string) => {
    const { organization, manager } = await newOrganization(admin)
    const { uin } = await newAccount(admin)
    await admin.store.write(organizationStream(organization), origin, async (tx) => {
      await joinOrganization(tx, organization, uin)
      const asked = { organization, managerUin: manager, service: serviceNamed({ product }), uins: [uin], scope: { kind: 'all' as const } }
      await delegateService(tx, asked)
    })
    return { organization, uin, path: `/organizations/${organization}/services/${product}/delegates/${uin}` }
  }
  const told = async (path: string, body: object = { inUse: true }) => {
    const { status, body: answer } = await admin.ask('PATCH', path, { body })
    return `${status} ${answer.type.slice('urn:rollcall:'.length)} ${answer.pointer ?? ''}`
  }

  test('its use is noted, recorded once however often it is said', async () => {
    const { organization, uin, path } = await delegated('config')
    for (const inUse of [true, true, false]) {
      const shown = { organization, service: 'config', uin, inUse, createdAt: new Date(origin.at).toISOString() }
      expect(await admin.must(200, 'PATCH', path, { body: { inUse } })).toEqual(shown)
    }
    const event = (before: boolean) => ({
      tenant: `organization-${organization}`,
      kind: 'service_delegation_changed',
      operation: 'ChangeDelegate',
      before: { service: 'config', inUse: before },
      after: { service: 'config', inUse: !before },
    })
    expect(
      (await eventsOf(admin, uin, '&kind=service_delegation_changed')).map(({ before, after }) => [before.inUse, after.inUse]),
    ).toEqual([
      [false, true],
      [true, false],
    ])
    expect(await eventsOf(admin, uin, '&kind=service_delegation_changed')).toMatchObject([event(false), event(true)])
  })

  test('refusals', async () => {
    const { organization, uin, path } = await delegated('cloudaudit')
    expect(await told(path)).toBe('409 service_tells_no_use ')
    const of = (service: string, who: number | string) => `/organizations/${organization}/services/${service}/delegates/${who}`
    expect(await told(of('config', uin))).toBe('404 delegation_not_found ')
    expect(await told(`/organizations/1/services/config/delegates/${uin}`)).toBe('404 organization_not_found ')
    expect(await told(of('nothing', uin))).toBe('400 invalid_input /params/service')
    expect(await told(of('config', 'me'))).toBe('400 invalid_input /params/uin')
    expect(await told(of('config', uin), {})).toBe('400 invalid_input /body/inUse')
    expect(await eventsOf(admin, uin, '&kind=service_delegation_changed')).toEqual([])
  })
})
