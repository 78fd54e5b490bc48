import { describe, expect, test } from 'vitest'
import { eventsOf, newMember } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import {
  addMail,
  bindingOf,
  type Contact,
  finishMail,
  newContact,
  setLimits,
  withWaitingMail,
} from '../../../kit/organization/mail-bindings.ts'
import { refusesAllButManagers } from '../../../kit/organization/services.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'
import { refusesWrongContacts } from './wrong-contacts.ts'

onEveryEngine('UpdateOrganizationMemberEmailBind', (engine) => {
  const world = sharedServer({ engine })
  describe('replaces', () => replaces(world))
  describe('refuses', () => refuses(world))
  describe('limits', () => limits(world))
  refusesAllButManagers(world, (client, MemberUin) => client.UpdateOrganizationMemberEmailBind({ MemberUin, BindId: 1, ...newContact() }))
})

/** A member whose binding waits, and calls that change it. */
async function waiting(world: SharedServer, count = 1) {
  const { manager, uin, others, contact, refused } = await withWaitingMail(world.server, count)
  const update = (to: Partial<Contact> & { BindId?: number; MemberUin?: number }) =>
    manager.client.UpdateOrganizationMemberEmailBind({ MemberUin: uin, BindId: 1, ...contact, ...to })
  return { manager, uin, others, contact, update, refused }
}

function replaces(world: SharedServer): void {
  test('the documented example: the same binding with another address and phone; the mail follows from the event', async () => {
    const { manager, uin, contact, update } = await waiting(world)
    const before = await bindingOf(manager, uin)
    const to = newContact({ Phone: '18800000032' })
    // Source: UpdateOrganizationMemberEmailBind example.
    const { RequestId, ...answer } = await update(to)
    expect(answer).toEqual({})
    expect(await bindingOf(manager, uin)).toEqual({ ...before, Email: to.Email, Phone: '18***32' })
    expect((await eventsOf(world.server, String(uin))).at(-1)).toMatchObject({
      kind: 'mail_binding_changed',
      requestId: RequestId,
      before: { id: 1, email: contact.Email, countryCode: '86', phone: contact.Phone },
      after: { id: 1, email: to.Email, countryCode: '86', phone: '18800000032' },
    })
  })

  test('the address before is free again, and so is the place of the phone', async () => {
    const { manager, others, contact, update } = await waiting(world, 2)
    await setLimits(world.server, manager, { accountsPerPhone: 1 })
    await update(newContact())
    expect(await addMail(manager, others[0] as number, contact)).toBe(1)
  })

  test('what it says already is no change; another letter case is', async () => {
    const { manager, uin, contact, update } = await waiting(world)
    await setLimits(world.server, manager, { mailBindingUpdates: 1 })
    const events = async () => (await eventsOf(world.server, String(uin))).length
    const before = await events()
    await update({})
    await update({})
    expect(await events()).toBe(before)
    await update({ Email: contact.Email.toUpperCase() })
    expect(await bindingOf(manager, uin)).toMatchObject({ Email: contact.Email.toUpperCase() })
  })
}

function refuses(world: SharedServer): void {
  refusesWrongContacts(async (contact) => (await waiting(world)).update(contact))

  test('InvalidParameter: a uin or BindId that is none', async () => {
    const { update, refused } = await waiting(world)
    await refused(() => update({ MemberUin: 0 }), 'InvalidParameter', 'MemberUin')
    await refused(() => update({ BindId: 0 }), 'InvalidParameter', 'BindId')
  })

  test('FailedOperation.EmailAlreadyUsed: an address of another member', async () => {
    const { manager, others, update, refused } = await waiting(world, 2)
    const { Email } = newContact()
    await addMail(manager, others[0] as number, { Email })
    await refused(() => update({ Email }), 'FailedOperation.EmailAlreadyUsed', Email)
  })

  test('FailedOperation.EmailBindRecordInvalid: one that failed, and one that was replaced after it failed', async () => {
    const { manager, uin, update, refused } = await waiting(world)
    await finishMail(world.server, uin, 'failed')
    const code = 'FailedOperation.EmailBindRecordInvalid'
    await refused(() => update(newContact()), code, 'AddOrganizationMemberEmail begins another')
    await addMail(manager, uin)
    await refused(() => update(newContact()), code, 'replaced by 2')
    await update({ BindId: 2, ...newContact() })
  })

  test('ResourceNotFound.EmailBindRecordNotExist: a BindId that was never given, a member without a binding', async () => {
    const { others, update, refused } = await waiting(world, 2)
    const code = 'ResourceNotFound.EmailBindRecordNotExist'
    await refused(() => update({ BindId: 2, ...newContact() }), code, 'no e-mail binding 2. DescribeOrganizationMemberEmailBind')
    await refused(() => update({ MemberUin: others[0] as number, ...newContact() }), code, `Member ${others[0]}`)
  })

  test('ResourceNotFound.OrganizationMemberNotExist', async () => {
    const { update, refused } = await waiting(world)
    const call = () => update({ MemberUin: 100_000_000_000 })
    await refused(call, 'ResourceNotFound.OrganizationMemberNotExist', 'Account 100000000000')
  })

  test('UnsupportedOperation: a member that joined with an account of its own; a binding that succeeded', async () => {
    const { manager, uin, update, refused } = await waiting(world)
    const invited = await newMember(world.server, manager.organization)
    await refused(() => update({ MemberUin: invited.uin, ...newContact() }), 'UnsupportedOperation', `Member ${invited.uin} joined`)
    await finishMail(world.server, uin, 'success')
    await refused(() => update(newContact()), 'UnsupportedOperation', 'has ended: success')
  })
}

function limits(world: SharedServer): void {
  test('LimitExceeded.UpdateEmailBindOverLimit: after three changes', async () => {
    const { manager, update, refused } = await waiting(world)
    // Source: open question 11.
    for (let count = 0; count < 3; count++) await update(newContact())
    await refused(() => update(newContact()), 'LimitExceeded.UpdateEmailBindOverLimit', 'changed 3 times')
    await setLimits(world.server, manager, { mailBindingUpdates: 4 })
    await update(newContact())
  })

  test('LimitExceeded.PhoneNumBound: a phone that serves enough accounts', async () => {
    const { manager, others, update, refused } = await waiting(world, 2)
    await setLimits(world.server, manager, { accountsPerPhone: 1 })
    const { Phone } = newContact()
    await addMail(manager, others[0] as number, { Phone })
    await refused(() => update({ Phone }), 'LimitExceeded.PhoneNumBound', `+86 ${Phone}`)
    await update({ Email: newContact().Email })
  })
}
