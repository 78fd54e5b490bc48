import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountNow } from '../../../src/directory/accounts/find-account.ts'
import { accountsStream, organizationStream } from '../../../src/directory/events.ts'
import { createOrganization } from '../../../src/directory/organizations/create-organization.ts'
import { describeOrganization } from '../../../src/directory/organizations/describe-organization.ts'
import { joinOrganization } from '../../../src/directory/organizations/join-organization.ts'
import { findMember } from '../../../src/storage/tables/members.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { type Admin, eventsOf, newAccount, openAdmin, ports } from './admin-kit.ts'
import { newOrganization, origin } from './organization-kit.ts'

onEveryEngine('members', (engine) => {
  let admin: Admin
  beforeAll(async () => {
    admin = await openAdmin(engine)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  test('an account without organization is placed in the root node, once', async () => {
    const { organization } = await newOrganization(admin)
    const { rootNode } = await admin.must(200, 'GET', `/organizations/${organization}`)
    const { uin, name } = await newAccount(admin)
    const member = await admin.must(200, 'PUT', `/organizations/${organization}/members/${uin}`)
    expect(member).toEqual({
      organization,
      uin,
      node: rootNode,
      name,
      kind: 'invited',
      mayQuit: 'allowed',
      joinedAt: expect.stringMatching(/Z$/),
    })
    expect(await admin.must(200, 'PUT', `/organizations/${organization}/members/${uin}`)).toEqual(member)
    expect(await admin.must(200, 'GET', `/accounts/${uin}`)).toMatchObject({ organization })
    expect(await admin.store.read((reader) => describeOrganization(reader, uin))).toMatchObject({ id: organization, mayQuit: 'allowed' })
    expect(await eventsOf(admin, uin, '&kind=account_joined')).toMatchObject([
      { tenant: `organization-${organization}`, operation: 'PutMember', before: null, after: { organization, node: rootNode } },
    ])
  })

  test('an account that the organization created may not quit', async () => {
    const { organization } = await newOrganization(admin)
    const { uin } = await newAccount(admin, { createdIn: organization })
    expect(await admin.must(200, 'PUT', `/organizations/${organization}/members/${uin}`)).toMatchObject({
      kind: 'created',
      mayQuit: 'denied',
    })
  })

  test('the manager is a member already', async () => {
    const { organization, manager } = await newOrganization(admin)
    expect(await admin.must(200, 'PUT', `/organizations/${organization}/members/${manager}`)).toMatchObject({
      uin: manager,
      mayQuit: 'denied',
    })
    expect(await eventsOf(admin, manager, '&kind=account_joined')).toHaveLength(1)
  })

  test('refusals, after which nothing has changed', async () => {
    const one = await newOrganization(admin)
    const two = await newOrganization(admin)
    const { uin } = await newAccount(admin)
    const refused = async (organization: number, account: number) => {
      const { status, body } = await admin.ask('PUT', `/organizations/${organization}/members/${account}`)
      return `${status} ${body.type}`
    }
    expect(await refused(one.organization, two.manager)).toBe('409 urn:rollcall:already_in_organization')
    expect(await refused(one.organization, 999_999_999_999)).toBe('404 urn:rollcall:account_not_found')
    expect(await refused(99, uin)).toBe('404 urn:rollcall:organization_not_found')
    expect(await admin.must(200, 'GET', `/accounts/${two.manager}`)).toMatchObject({ organization: two.organization })
    const row = await admin.store.read(async (reader) => reader.first(findMember, { organization: one.organization, uin: two.manager }))
    expect(row).toBe(undefined)
    expect(await eventsOf(admin, uin, '&kind=account_joined')).toEqual([])
  })

  test('two members of an organization never have the same name', async () => {
    const { organization } = await newOrganization(admin)
    const { uin, name } = await newAccount(admin)
    const other = await newAccount(admin, { name })
    const put = (account: number) => admin.ask('PUT', `/organizations/${organization}/members/${account}`)
    const told = await Promise.all([put(uin), put(other.uin)])
    expect(told.map(({ status }) => status).sort()).toEqual([200, 409])
    const [placed, refused] = told[0].status === 200 ? [uin, other.uin] : [other.uin, uin]
    const { body } = await put(refused)
    expect(body).toMatchObject({ type: 'urn:rollcall:member_name_taken', detail: expect.stringContaining(name) })
    expect(await admin.must(200, 'GET', `/accounts/${refused}`)).toMatchObject({ organization: null })
    expect((await put(placed)).body).toMatchObject({ name })

    const elsewhere = await newOrganization(admin)
    await admin.must(200, 'PATCH', `/accounts/${elsewhere.manager}`, { body: { name } })
    expect((await put(elsewhere.manager)).body).toMatchObject({ type: 'urn:rollcall:already_in_organization' })

    await admin.must(200, 'PATCH', `/accounts/${refused}`, { body: { name: `${name}-2` } })
    expect((await put(refused)).body).toMatchObject({ name: `${name}-2` })
  })

  test('placed in several organizations at once, an account ends in exactly one', async () => {
    const organizations = await Promise.all(Array.from({ length: 4 }, async () => (await newOrganization(admin)).organization))
    for (let round = 0; round < 5; round++) {
      const { uin } = await newAccount(admin)
      const told = await Promise.all(organizations.map((organization) => admin.ask('PUT', `/organizations/${organization}/members/${uin}`)))
      const won = organizations.filter((_, index) => told[index]?.status === 200)
      expect(won).toHaveLength(1)
      expect(told.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
      for (const { status, body } of told) if (status === 409) expect(body.detail).toContain(String(won[0]))
      expect(await admin.must(200, 'GET', `/accounts/${uin}`)).toMatchObject({ organization: won[0] })
      expect(await eventsOf(admin, uin, '&kind=account_joined')).toMatchObject([{ after: { organization: won[0] } }])
    }
  })

  test('placed while it makes an organization of its own, an account ends in exactly one', async () => {
    const { organization } = await newOrganization(admin)
    for (let round = 0; round < 10; round++) {
      const { uin } = await newAccount(admin)
      const account = await admin.store.read((reader) => accountNow(reader, uin))
      const [placed, own] = await Promise.all([
        admin.ask('PUT', `/organizations/${organization}/members/${uin}`),
        admin.store
          .write(accountsStream, origin, (tx) => createOrganization(tx, ports, account))
          .catch((error: Error) => {
            expect(error.message).toBe('already_in_organization')
          }),
      ])
      expect([placed.status, typeof own]).toEqual(placed.status === 200 ? [200, 'undefined'] : [409, 'number'])
      expect(await admin.must(200, 'GET', `/accounts/${uin}`)).toMatchObject({ organization: placed.status === 200 ? organization : own })
      expect(await eventsOf(admin, uin, '&kind=account_joined')).toHaveLength(1)
    }
  })

  // SQLite has one writer: there, the two can't meet.
  if (engine.name === 'sqlite') return
  test('an account that is placed after it was looked at, and before it was claimed, is not taken twice', async () => {
    const { organization } = await newOrganization(admin)
    const { uin } = await newAccount(admin)
    const account = await admin.store.read((reader) => accountNow(reader, uin))
    const looked = Promise.withResolvers<void>()
    const joined = Promise.withResolvers<void>()
    const joining = admin.store.write(organizationStream(organization), origin, async (tx) => {
      await joinOrganization(tx, organization, uin)
      joined.resolve()
      await looked.promise
    })
    await joined.promise
    const number = (digits: number) => {
      looked.resolve()
      return ports.ids.number(digits)
    }
    const own = admin.store.write(accountsStream, origin, (tx) =>
      createOrganization(tx, { ...ports, ids: { ...ports.ids, number } }, account),
    )
    await expect(own).rejects.toMatchObject({ refusal: { fact: 'already_in_organization', organization } })
    await joining
    expect(await admin.must(200, 'GET', `/accounts/${uin}`)).toMatchObject({ organization })
  })
})
