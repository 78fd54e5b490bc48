import { describe, expect, test } from 'vitest'
import { eventsOf, newMember, newOrganization } from '../../../kit/directory.ts'
import { onEveryEngine, type TestEngine } from '../../../kit/engines.ts'
import { heldTime } from '../../../kit/held-time.ts'
import {
  addMail,
  bindingOf,
  expectSameBindings,
  finishMail,
  newContact,
  setLimits,
  withCreatedMembers,
} from '../../../kit/organization/mail-bindings.ts'
import { refusesAllButManagers } from '../../../kit/organization/services.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { startTestServer } from '../../../kit/server.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'
import { refusesWrongContacts } from './wrong-contacts.ts'

onEveryEngine('AddOrganizationMemberEmail', (engine) => {
  const world = sharedServer({ engine })
  describe('begins', () => begins(world))
  describe('refuses', () => refuses(world))
  describe('limits', () => limits(world))
  aDay(engine)
  refusesAllButManagers(world, (client, MemberUin) => client.AddOrganizationMemberEmail({ MemberUin, ...newContact() }))
})

const hour = 3_600_000
const day = 24 * hour

/** Source: open question 11, five bindings a day; China time because the product runs there. */
function aDay(engine: TestEngine): void {
  test('LimitExceeded.EmailBindOverLimit: five a day of China, failed ones counted; the next day there are five more', async () => {
    const server = await startTestServer({ engine })
    const midnight = (now: number) => day - ((now + 8 * hour) % day)
    try {
      await heldTime(async (pass) => {
        pass(midnight(Date.now()))
        const { manager, uins } = await withCreatedMembers(server, 4)
        const [first, second, third, next] = uins as [number, number, number, number]
        for (let count = 0; count < 3; count++) {
          await addMail(manager, first)
          await finishMail(server, first, 'failed')
        }
        for (const uin of [second, third]) await addMail(manager, uin)
        const refused = (uin: number, words: string) =>
          expectSameBindings(server, manager, uins, () => addMail(manager, uin), 'LimitExceeded.EmailBindOverLimit', words)
        await refused(next, 'added 5 e-mail bindings today')
        await refused(first, 'limits.mailBindingsPerDay')
        pass(day - 1)
        await refused(next, 'Try tomorrow')
        pass(1)
        for (const uin of [next, first]) await addMail(manager, uin)
        for (let count = 0; count < 3; count++) {
          await finishMail(server, first, 'failed')
          await addMail(manager, first)
        }
        await finishMail(server, first, 'failed')
        await refused(first, 'added 5 e-mail bindings today')
      })
    } finally {
      await server.stop()
    }
  })
}

function begins(world: SharedServer): void {
  test('the documented example: BindId 1 for the first binding of a member, which then waits', async () => {
    const { manager, uins } = await withCreatedMembers(world.server, 2)
    for (const MemberUin of uins) {
      // Source: AddOrganizationMemberEmail example.
      expect(await manager.client.AddOrganizationMemberEmail({ MemberUin, ...newContact() })).toEqual({
        BindId: 1,
        RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      })
      expect(await bindingOf(manager, MemberUin)).toMatchObject({ BindId: 1, BindStatus: 'Valid' })
    }
  })

  test('the mail follows from one event row', async () => {
    const { manager, uins } = await withCreatedMembers(world.server)
    const uin = uins[0] as number
    const contact = newContact()
    await addMail(manager, uin, contact)
    expect((await eventsOf(world.server, String(uin))).at(-1)).toMatchObject({
      tenant: `organization-${manager.organization}`,
      kind: 'mail_binding_requested',
      operation: 'AddOrganizationMemberEmail',
      before: null,
      after: { id: 1, email: contact.Email, countryCode: '86', phone: contact.Phone },
    })
  })

  test('after a failure another begins, with the same address or to another member', async () => {
    const { manager, uins } = await withCreatedMembers(world.server, 2)
    const [uin, other] = uins as [number, number]
    const contact = newContact()
    await addMail(manager, uin, contact)
    await finishMail(world.server, uin, 'failed')
    expect(await addMail(manager, uin, contact)).toBe(2)
    expect(await bindingOf(manager, uin)).toMatchObject({ BindId: 2, BindStatus: 'Valid', Email: contact.Email, Description: '' })
    await finishMail(world.server, uin, 'failed')
    expect(await addMail(manager, other, contact)).toBe(1)
  })
}

function refuses(world: SharedServer): void {
  test('InvalidParameter: a uin that is none', async () => {
    const { client } = await newOrganization(world.server)
    for (const MemberUin of [0, -1]) {
      await expectRefusal(client.AddOrganizationMemberEmail({ MemberUin, ...newContact() }), 'InvalidParameter', 'MemberUin')
    }
  })

  refusesWrongContacts(async (contact) => {
    const { manager, uins } = await withCreatedMembers(world.server)
    return addMail(manager, uins[0] as number, contact)
  })

  test('FailedOperation.MemberEmailExist: one that waits, and one that succeeded', async () => {
    const { manager, uins } = await withCreatedMembers(world.server)
    const uin = uins[0] as number
    await addMail(manager, uin)
    const again = () => addMail(manager, uin)
    await expectSameBindings(world.server, manager, uins, again, 'FailedOperation.MemberEmailExist', `Member ${uin} already has`)
    await finishMail(world.server, uin, 'success')
    await expectSameBindings(world.server, manager, uins, again, 'FailedOperation.MemberEmailExist', 'binding 1 (success)')
  })

  test('FailedOperation.EmailAlreadyUsed: an address of another member, also elsewhere, waiting or bound, whatever its letter case', async () => {
    const { manager, uins } = await withCreatedMembers(world.server, 2)
    const elsewhere = await withCreatedMembers(world.server)
    const [uin, other] = uins as [number, number]
    const [stranger] = elsewhere.uins as [number]
    const { Email } = newContact()
    await addMail(manager, uin, { Email })
    const code = 'FailedOperation.EmailAlreadyUsed'
    for (const outcome of ['waiting', 'success'] as const) {
      if (outcome === 'success') await finishMail(world.server, uin, outcome)
      const here = () => addMail(manager, other, { Email: Email.toUpperCase() })
      await expectSameBindings(world.server, manager, uins, here, code, Email.toUpperCase())
      const there = () => addMail(elsewhere.manager, stranger, { Email })
      await expectSameBindings(world.server, elsewhere.manager, [stranger], there, code, Email)
    }
  })

  test('ResourceNotFound.OrganizationMemberNotExist: no member, or one of another organization', async () => {
    const { manager } = await withCreatedMembers(world.server)
    const { uins } = await withCreatedMembers(world.server)
    for (const uin of [100_000_000_000, uins[0] as number]) {
      const call = () => addMail(manager, uin)
      await expectSameBindings(world.server, manager, [], call, 'ResourceNotFound.OrganizationMemberNotExist', `Account ${uin}`)
    }
  })

  test('UnsupportedOperation: a member that joined with an account of its own, the manager among them', async () => {
    const manager = await newOrganization(world.server)
    const { uin } = await newMember(world.server, manager.organization)
    for (const invited of [uin, manager.uin]) {
      const call = () => addMail(manager, invited)
      await expectSameBindings(world.server, manager, [invited], call, 'UnsupportedOperation', `Member ${invited} joined with an account`)
    }
  })
}

function limits(world: SharedServer): void {
  test('the daily limit is that of the organization', async () => {
    const { manager, uins } = await withCreatedMembers(world.server, 2)
    const [uin, other] = uins as [number, number]
    await setLimits(world.server, manager, { mailBindingsPerDay: 1 })
    await addMail(manager, uin)
    const refused = () => addMail(manager, other)
    await expectSameBindings(world.server, manager, uins, refused, 'LimitExceeded.EmailBindOverLimit', 'added 1 e-mail bindings')
    await setLimits(world.server, manager, { mailBindingsPerDay: 2 })
    await addMail(manager, other)
  })

  test('LimitExceeded.PhoneNumBound: a phone of five accounts, wherever they are; a failure makes room', async () => {
    const { manager, uins } = await withCreatedMembers(world.server, 4)
    const elsewhere = await withCreatedMembers(world.server, 2)
    const { Phone } = newContact()
    for (const uin of uins) await addMail(manager, uin, { Phone })
    const [fifth, sixth] = elsewhere.uins as [number, number]
    await addMail(elsewhere.manager, fifth, { Phone })
    const refused = () => addMail(elsewhere.manager, sixth, { Phone })
    const told = `phone +86 ${Phone} already serves 5 accounts`
    await expectSameBindings(world.server, elsewhere.manager, elsewhere.uins, refused, 'LimitExceeded.PhoneNumBound', told)
    await finishMail(world.server, uins[1] as number, 'success')
    await expectSameBindings(world.server, elsewhere.manager, elsewhere.uins, refused, 'LimitExceeded.PhoneNumBound', told)
    await finishMail(world.server, uins[2] as number, 'failed')
    await addMail(elsewhere.manager, sixth, { Phone })
  })

  test('a phone of another country is another phone', async () => {
    const { manager, uins } = await withCreatedMembers(world.server, 3)
    const { Phone } = newContact()
    await setLimits(world.server, manager, { accountsPerPhone: 1 })
    await addMail(manager, uins[0] as number, { Phone })
    await addMail(manager, uins[1] as number, { Phone, CountryCode: '852' })
    const refused = () => addMail(manager, uins[2] as number, { Phone })
    await expectSameBindings(world.server, manager, uins, refused, 'LimitExceeded.PhoneNumBound', 'limits.accountsPerPhone')
  })
}
