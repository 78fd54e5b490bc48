import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { listEvents } from '../../src/directory/history/list-events.ts'
import { contentOf } from '../kit/content.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { emptyDirectory, exported, seed, sessionOn } from '../kit/seeding.ts'
import { openTestStore } from '../storage/open-test-store.ts'

/** Written by hand: no ids, no times, accounts by their names. */
const byHand = `\
rollcall: 1
accounts:
  - { name: Works, verification: enterprise, keys: [{ secretId: AKIDworks, secretKey: very-secret, status: disabled, ipAllow: [10.0.0.0/8] }] }
  - { name: Shop, verification: enterprise, entity: Works, createdIn: Works, facts: { openOrders: 2 } }
  - { name: Guest, verification: enterprise, entity: Works }
organizations:
  - manager: Works
    facts: { deletionPermission: true }
    nodes:
      - { name: Engineering, nodes: [{ name: Platform, tags: [{ key: a, value: b }] }] }
    members:
      - { account: Works, node: Engineering }
      - { account: Shop, node: /Engineering/Platform/, permissions: [1, 2, 7], payer: Works }
    invitations: [{ account: Guest, node: Engineering, remark: Join us }]
    services:
      - { service: cloudaudit, account: Shop }
      - { service: tag, account: Shop, accounts: [Works], nodes: [Engineering] }
      - { service: config, account: Shop, inUse: true }
    mailBindings: [{ account: Shop, email: shop@works.example, phone: "13800000000", status: success }]
    entities: [{ name: Harbor, manager: Shop }]
zones:
  - manager: Works
    name: works
    synchronization: enabled
    quotas: { users: 2 }
    users:
      - { name: a, access: [{ kind: role_assignment, account: Shop }] }
      - { name: b, owner: synchronized, status: disabled }
    groups:
      - { name: g, owner: synchronized, members: [b] }
`

onEveryEngine('a document written by hand', (engine) => {
  test('makes everything that it names, with what is usual where it is silent', async () => {
    const directory = await emptyDirectory(engine)
    expect(await seed(directory, byHand)).toEqual({
      account: 3,
      organization: 1,
      key: 1,
      department: 2,
      member: 1,
      company: 1,
      delegation: 3,
      'mail binding': 1,
      invitation: 1,
      zone: 1,
      user: 2,
      group: 1,
      membership: 1,
      access: 1,
    })
    const { accounts, organizations, zones } = parse(await exported(directory))
    const uinOf = (name: string) => accounts.find((account: { name: string }) => account.name === name).uin
    const [organization] = organizations
    expect(accounts.find(({ name }: { name: string }) => name === 'Shop')).toMatchObject({
      createdIn: organization.id,
      facts: { openOrders: 2 },
    })
    expect(organization).toMatchObject({
      manager: uinOf('Works'),
      facts: { deletionPermission: true },
      nodes: [{ name: 'Engineering', nodes: [{ name: 'Platform', tags: [{ key: 'a', value: 'b' }] }] }],
      members: expect.arrayContaining([
        expect.objectContaining({ account: uinOf('Works'), node: 'Engineering', kind: 'invited', mayQuit: 'denied' }),
        expect.objectContaining({
          account: uinOf('Shop'),
          node: 'Engineering/Platform',
          kind: 'created',
          mayQuit: 'denied',
          payer: uinOf('Works'),
        }),
      ]),
      invitations: [expect.objectContaining({ account: uinOf('Guest'), node: 'Engineering', name: 'Guest', remark: 'Join us' })],
      services: [
        expect.objectContaining({ service: 'cloudaudit', account: uinOf('Shop') }),
        expect.objectContaining({ service: 'tag', accounts: [uinOf('Works')], nodes: ['Engineering'] }),
        expect.objectContaining({ service: 'config', inUse: true }),
      ],
      mailBindings: [expect.objectContaining({ account: uinOf('Shop'), id: 1, status: 'success', phoneBound: true })],
      entities: [expect.objectContaining({ id: 1, name: 'Harbor', manager: uinOf('Shop') })],
      creations: [expect.objectContaining({ id: 1, account: uinOf('Shop') })],
    })
    expect(zones).toEqual([
      expect.objectContaining({
        name: 'works',
        synchronization: 'enabled',
        quotas: { users: 2 },
        users: [
          expect.objectContaining({ name: 'a', access: [expect.objectContaining({ kind: 'role_assignment', account: uinOf('Shop') })] }),
          expect.objectContaining({ name: 'b', owner: 'synchronized', status: 'disabled' }),
        ],
        groups: [expect.objectContaining({ name: 'g', members: [expect.objectContaining({ user: 'b' })] })],
      }),
    ])
  })

  test('changes nothing when it is seeded again', async () => {
    const directory = await emptyDirectory(engine)
    await seed(directory, byHand)
    const before = await contentOf(directory)
    expect(await seed(directory, byHand)).toEqual({})
    expect(await contentOf(directory)).toEqual(before)
  })

  test('seeded twice at the same time is made once', async () => {
    const directory = await emptyDirectory(engine)
    const beside = engine.name === 'postgres' ? await openTestStore(engine, directory) : directory
    const made = await Promise.all([seed(directory, byHand), seed(beside, byHand)])
    expect(made.map(({ account = 0 }) => account).toSorted()).toEqual([0, 3])
  })

  test('adds what a later edition names beside', async () => {
    const directory = await emptyDirectory(engine)
    await seed(directory, byHand)
    const later = `\
rollcall: 1
accounts: [{ name: Late }]
organizations:
  - manager: Works
    nodes: [{ name: Engineering, nodes: [{ name: Data }] }]
    members: [{ account: Late, node: Engineering/Data }]
zones:
  - { manager: Works, name: works, groups: [{ name: h, members: [a] }] }
`
    expect(await seed(directory, later)).toEqual({ account: 1, department: 1, member: 1, group: 1, membership: 1 })
    expect(await seed(directory, later)).toEqual({})
    expect(await seed(directory, byHand)).toEqual({})
  })

  test('its key signs, and no export ever holds it', async () => {
    const directory = await emptyDirectory(engine)
    await seed(directory, byHand)
    const { access_keys } = await contentOf(directory)
    expect(access_keys).toHaveLength(1)
    expect(JSON.parse(access_keys?.[0] ?? '')).toMatchObject({ secret_id: 'AKIDworks', status: 'disabled', ip_allow: '["10.0.0.0/8"]' })
    expect(await exported(directory)).not.toMatch(/secret|AKIDworks/)
  })

  test('is recorded in the streams that the same things done by hand would be in, at the time of seeding', async () => {
    const began = Date.now()
    const directory = await emptyDirectory(engine)
    await seed(directory, byHand.replace('name: works\n', 'name: works\n    createdAt: 2020-01-01T00:00:00Z\n'))
    const { events } = await sessionOn(directory).read((reader) => listEvents(reader, { after: {}, limit: 1000 }))
    const kinds = (tenant: RegExp) => new Set(events.filter((event) => tenant.test(event.tenant)).map(({ kind }) => kind))
    expect(kinds(/^accounts$/)).toEqual(new Set(['account_created', 'account_changed', 'key_created', 'key_changed']))
    expect(kinds(/^organization-/)).toEqual(
      new Set([
        ...['organization_created', 'organization_changed', 'account_joined', 'member_changed', 'node_created', 'zone_opened'],
        ...['invitation_sent', 'service_delegated', 'service_delegation_changed', 'mail_binding_requested', 'mail_binding_confirmed'],
      ]),
    )
    expect(kinds(/^z-/)).toEqual(
      new Set(['zone_quotas_changed', 'user_created', 'group_created', 'member_added', 'access_rule_added', 'synchronization_changed']),
    )
    expect(Math.min(...events.map(({ at }) => at))).toBeGreaterThanOrEqual(began)
  })
})
