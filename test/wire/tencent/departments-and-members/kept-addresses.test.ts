import { expect, test } from 'vitest'
import { placeMember, type TestManager } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import {
  addMail,
  bindingOf,
  type Contact,
  expectSameBindings,
  finishMail,
  newContact,
  setLimits,
  withCreatedMembers,
  withWaitingMail,
} from '../../../kit/organization/mail-bindings.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

/** Source: DeleteOrganizationMembers: the account leaves and lives on. Its address is used by another account, as AddOrganizationMemberEmail says. */
onEveryEngine('the address of an account that left', (engine) => {
  const world = sharedServer({ engine })

  /** An account that bound an address to itself and was let go. */
  async function released() {
    const { manager, uin, contact, refused } = await withWaitingMail(world.server)
    await finishMail(world.server, uin, 'success')
    const bound = await bindingOf(manager, uin)
    await manager.client.DeleteOrganizationMembers({ MemberUin: [uin] })
    return { manager, uin, contact, bound, refused }
  }

  const join = ({ organization }: TestManager, uin: number) => placeMember(world.server, organization, uin)

  for (const [what, deleted] of [['is', false] as const, ['of an organization that was deleted since is', true] as const]) {
    test(`${what} nobody else's, and its phone counts it`, async () => {
      const { manager, contact } = await released()
      if (deleted) await manager.client.DeleteOrganization()
      const elsewhere = await withCreatedMembers(world.server)
      const [stranger] = elsewhere.uins as [number]
      await setLimits(world.server, elsewhere.manager, { accountsPerPhone: 1 })
      const refused = (differing: Partial<Contact>, code: string, words: string) => {
        const bind = () => addMail(elsewhere.manager, stranger, { ...contact, ...differing })
        return expectSameBindings(world.server, elsewhere.manager, [stranger], bind, code, words)
      }
      await refused({ Phone: newContact().Phone }, 'FailedOperation.EmailAlreadyUsed', contact.Email)
      await refused({ Email: newContact().Email }, 'LimitExceeded.PhoneNumBound', contact.Phone)
    })

    test(`${what} not shown in another organization that it joins`, async () => {
      const { manager, uin } = await released()
      if (deleted) await manager.client.DeleteOrganization()
      const elsewhere = await withCreatedMembers(world.server)
      await join(elsewhere.manager, uin)
      expect(await bindingOf(elsewhere.manager, uin)).toMatchObject({ BindId: 0, BindStatus: 'Unbound', Email: '', Phone: '' })
    })
  }

  test('is shown again when it comes back, and is still the one that it has', async () => {
    const { manager, uin, bound, refused } = await released()
    await join(manager, uin)
    expect(bound).toMatchObject({ BindId: 1, BindStatus: 'Success' })
    expect(await bindingOf(manager, uin)).toEqual(bound)
    await refused(() => addMail(manager, uin), 'FailedOperation.MemberEmailExist', 'binding 1 (success)')
  })
})
