import { afterAll, beforeAll, expect, test } from 'vitest'
import { organizationStream } from '../../../src/directory/events.ts'
import { changeMember, type MemberChange } from '../../../src/directory/members/change-member.ts'
import { memberNow } from '../../../src/directory/members/find-member.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { type Admin, eventsOf, newAccount, openAdmin } from './admin-kit.ts'
import { newOrganization, origin, type TestOrganization } from './organization-kit.ts'

onEveryEngine('the consent of a member', (engine) => {
  let admin: Admin
  beforeAll(async () => {
    admin = await openAdmin(engine)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  async function newPair(): Promise<TestOrganization & { uin: number }> {
    const place = await newOrganization(admin)
    await admin.must(200, 'PATCH', `/accounts/${place.manager}`, { body: { entity: 'Company' } })
    const { uin } = await newAccount(admin, { entity: 'Company' })
    await admin.must(200, 'PUT', `/organizations/${place.organization}/members/${uin}`)
    return { ...place, uin }
  }

  const ask = ({ organization, uin }: { organization: number; uin: number }, change: MemberChange) =>
    admin.store.write(organizationStream(organization), origin, (tx) => changeMember(tx, organization, uin, change))

  const answer = (place: { organization: number; uin: number }, body: object) =>
    admin.ask('POST', `/organizations/${place.organization}/members/${place.uin}/consent`, { body })

  const now = ({ organization, uin }: { organization: number; uin: number }) =>
    admin.store.read((reader) => memberNow(reader, organization, uin))

  test('given, what was asked for holds; the answer says what holds then', async () => {
    const place = await newPair()
    await ask(place, { permissions: [1, 2, 7], payer: place.manager })
    expect(await now(place)).toMatchObject({ permissions: [1, 2], payer: null, askedPermissions: [1, 2, 7], askedPayer: place.manager })
    const { status, body } = await answer(place, { consents: true })
    const { organization, uin } = place
    expect([status, body]).toEqual([200, { organization, uin, permissions: [1, 2, 7], payer: place.manager, mayQuit: 'denied' }])
    expect(await now(place)).toMatchObject({ permissions: [1, 2, 7], payer: place.manager, askedPermissions: null, askedPayer: null })
    expect(await eventsOf(admin, uin, '&kind=member_change_confirmed')).toMatchObject([{ operation: 'AnswerAskedPermissions' }])
    expect((await answer(place, { consents: true })).body.type).toBe('urn:rollcall:no_change_waits')
  })

  test('refused, all stays as it was', async () => {
    const place = await newPair()
    const before = await now(place)
    await ask(place, { permissions: [1, 2, 9] })
    expect((await answer(place, { consents: false })).body).toMatchObject({ permissions: [1, 2], payer: null, mayQuit: 'allowed' })
    expect({ ...(await now(place)), updatedAt: before.updatedAt }).toEqual(before)
    expect(await eventsOf(admin, place.uin, '&kind=member_change_confirmed')).toEqual([])
  })

  test('what must hold of the payer is looked at again, and can be declined then', async () => {
    const place = await newPair()
    const { uin: payer } = await newAccount(admin, { entity: 'Company' })
    await admin.must(200, 'PUT', `/organizations/${place.organization}/members/${payer}`)
    const entity = `/organizations/${place.organization}/entities/1`
    await admin.must(200, 'PUT', entity, { body: { name: 'Company', managerUin: payer } })
    await ask(place, { permissions: [1, 2, 7], payer })
    const before = await now(place)
    const facts = async (change: object, problem: string) => {
      await admin.must(200, 'PATCH', `/accounts/${place.uin}`, { body: change })
      expect((await answer(place, { consents: true })).body.type).toBe(`urn:rollcall:${problem}`)
    }
    await admin.must(204, 'DELETE', entity)
    expect((await answer(place, { consents: true })).body.type).toBe('urn:rollcall:payer_not_eligible')
    await admin.must(200, 'PUT', entity, { body: { name: 'Company', managerUin: payer } })
    await facts({ verification: 'personal' }, 'member_not_enterprise')
    await admin.must(200, 'PUT', entity, { body: { name: 'Elsewhere', managerUin: payer } })
    await facts({ verification: 'enterprise', entity: 'Elsewhere' }, 'payer_of_another_company')
    expect(await now(place)).toEqual(before)
    expect((await answer(place, { consents: false })).status).toBe(200)
  })

  test('one that is not verified any more shares no offers', async () => {
    const place = await newPair()
    await ask(place, { permissions: [1, 2, 6] })
    const before = await now(place)
    await admin.must(200, 'PATCH', `/accounts/${place.uin}`, { body: { verification: 'none' } })
    expect((await answer(place, { consents: true })).body.type).toBe('urn:rollcall:member_not_verified')
    expect(await now(place)).toEqual(before)
  })

  test('refusals', async () => {
    const place = await newPair()
    const told = async (where: { organization: number; uin: number }, body: object) => {
      const { status, body: problem } = await answer(where, body)
      return `${status} ${problem.type}`
    }
    expect(await told(place, { consents: true })).toBe('409 urn:rollcall:no_change_waits')
    expect(await told({ ...place, uin: 5 }, { consents: true })).toBe('404 urn:rollcall:member_not_found')
    expect(await told({ ...place, organization: 99 }, { consents: true })).toBe('404 urn:rollcall:organization_not_found')
    expect(await told(place, {})).toBe('400 urn:rollcall:invalid_input')
    expect(await told(place, { consents: 'yes' })).toBe('400 urn:rollcall:invalid_input')
  })
})
