import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountNow } from '../../../src/directory/accounts/find-account.ts'
import { organizationStream } from '../../../src/directory/events.ts'
import { requestBinding } from '../../../src/directory/mail-bindings/request-binding.ts'
import { joinOrganization } from '../../../src/directory/organizations/join-organization.ts'
import { deleteMailBinding } from '../../../src/storage/tables/mail-bindings.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { type Admin, eventsOf, newAccount, openAdmin, unique } from './admin-kit.ts'
import { newOrganization, origin } from './organization-kit.ts'

onEveryEngine('mail bindings', (engine) => {
  let admin: Admin
  let organization: number
  beforeAll(async () => {
    admin = await openAdmin(engine)
    organization = (await newOrganization(admin)).organization
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  const created = async () => {
    const { uin } = await newAccount(admin, { createdIn: organization })
    await admin.store.write(organizationStream(organization), origin, (tx) => joinOrganization(tx, organization, uin))
    return uin as number
  }
  const request = (uin: number, email: string) => {
    // A day of its own, so that no test meets the limit of another.
    const asked = { uin, email, countryCode: '86', phone: String(uin), day: unique('day') }
    return admin.store.write(organizationStream(organization), origin, (tx) => requestBinding(tx, organization, asked))
  }
  const finish = (uin: number, body: object) => admin.ask('POST', `/accounts/${uin}/mail-binding`, { body })
  const securityMail = async (uin: number) => (await admin.store.read((reader) => accountNow(reader, uin))).facts.securityMail

  test('success: shown, recorded, and a fact of the account', async () => {
    const uin = await created()
    const email = `${unique('mail')}@example.com`
    await request(uin, email)
    const { status, body } = await finish(uin, { outcome: 'success', phone: true })
    expect(status).toBe(200)
    expect(body).toEqual({
      organization,
      uin,
      id: 1,
      email,
      status: 'success',
      phone: true,
      description: 'success',
      requestedAt: new Date(origin.at).toISOString(),
      boundAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    })
    expect(await securityMail(uin)).toBe(true)
    expect(await eventsOf(admin, uin, '&kind=mail_binding_confirmed')).toMatchObject([
      {
        tenant: `organization-${organization}`,
        operation: 'FinishMailBinding',
        before: { id: 1, status: 'valid' },
        after: { id: 1, status: 'success', phoneBound: true, description: 'success' },
      },
    ])
    expect(await eventsOf(admin, uin, '&kind=account_changed')).toMatchObject([
      { tenant: 'accounts', before: { facts: { securityMail: false } }, after: { facts: { securityMail: true } } },
    ])
  })

  test('failure: the account has no security mail, and the address is free', async () => {
    const [uin, other] = [await created(), await created()]
    const email = `${unique('mail')}@example.com`
    await request(uin, email)
    await expect(request(other, email)).rejects.toMatchObject({ refusal: { fact: 'address_taken', email } })
    const { body } = await finish(uin, { outcome: 'failed', phone: false, description: 'no answer' })
    expect(body).toMatchObject({ status: 'failed', description: 'no answer', boundAt: null, phone: false })
    expect(await securityMail(uin)).toBe(false)
    expect(await eventsOf(admin, uin, '&kind=account_changed')).toEqual([])
    await request(other, email)
  })

  test('facts that are set at the same time are both kept', async () => {
    const uins = await Promise.all(Array.from({ length: 8 }, created))
    for (const uin of uins) await request(uin, `${unique('mail')}@example.com`)
    const both = uins.flatMap((uin) => [
      finish(uin, { outcome: 'success', phone: false }),
      admin.ask('PATCH', `/accounts/${uin}`, { body: { facts: { openOrders: 3 } } }),
    ])
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual(both.map(() => 200))
    for (const uin of uins) {
      const { facts } = await admin.store.read((reader) => accountNow(reader, uin))
      expect(facts).toMatchObject({ securityMail: true, openOrders: 3 })
    }
  })

  test('a binding that is no more leaves address and phone to others', async () => {
    const [uin, other] = [await created(), await created()]
    const email = `${unique('mail')}@example.com`
    await request(uin, email)
    await admin.store.write(organizationStream(organization), origin, async (tx) => tx.run(deleteMailBinding, { organization, uin }))
    expect((await finish(uin, { outcome: 'success', phone: true })).body.type).toBe('urn:rollcall:mail_binding_not_found')
    await request(other, email)
  })

  test('refusals', async () => {
    const told = async (uin: number | string, body: object = { outcome: 'success', phone: true }) => {
      const { status, body: answer } = await admin.ask('POST', `/accounts/${uin}/mail-binding`, { body })
      return `${status} ${answer.type.slice('urn:rollcall:'.length)} ${answer.pointer ?? ''}`
    }
    const uin = await created()
    expect(await told(100_000_000_000)).toBe('404 account_not_found ')
    expect(await told((await newAccount(admin)).uin)).toBe('404 mail_binding_not_found ')
    expect(await told(uin)).toBe('404 mail_binding_not_found ')
    expect(await told('me')).toBe('400 invalid_input /params/uin')
    expect(await told(uin, { outcome: 'maybe', phone: true })).toBe('400 invalid_input /body/outcome')
    expect(await told(uin, { outcome: 'success' })).toBe('400 invalid_input /body/phone')
    await request(uin, `${unique('mail')}@example.com`)
    for (const outcome of ['success', 'failed']) {
      if (outcome === 'success') await finish(uin, { outcome, phone: true })
      expect(await told(uin, { outcome, phone: true })).toBe('409 mail_binding_finished ')
    }
    expect(await eventsOf(admin, uin, '&kind=mail_binding_confirmed')).toHaveLength(1)
  })
})
