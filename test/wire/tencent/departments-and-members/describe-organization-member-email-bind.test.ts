import { describe, expect, test } from 'vitest'
import { newMember, newOrganization } from '../../../kit/directory.ts'
import { chinaTime } from '../../../kit/held-clock.ts'
import { addMail, bindingOf, finishMail, newContact, withCreatedMembers } from '../../../kit/organization/mail-bindings.ts'
import { refusesAllButManagers } from '../../../kit/organization/services.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const unbound = {
  BindId: 0,
  ApplyTime: '',
  Email: '',
  Phone: '',
  BindStatus: 'Unbound',
  BindTime: '',
  Description: '',
  PhoneBind: 0,
  CountryCode: '',
}

describe('DescribeOrganizationMemberEmailBind', () => {
  const world = sharedServer()

  test('the documented example: bound six hours after it was asked for', async () => {
    const { manager, uins } = await withCreatedMembers(world.server)
    const uin = uins[0] as number
    const { Email } = newContact()
    await addMail(manager, uin, { Email, Phone: '18800000032' })
    const ApplyTime = chinaTime(world.clock.now())
    world.clock.pass(240_000)
    await finishMail(world.server, uin, 'success', { phone: false })
    // Source: DescribeOrganizationMemberEmailBind example: the phone masked, the address not.
    expect(await bindingOf(manager, uin)).toEqual({
      BindId: 1,
      ApplyTime,
      Email,
      Phone: '18***32',
      BindStatus: 'Success',
      BindTime: chinaTime(world.clock.now()),
      Description: 'success',
      PhoneBind: 0,
      CountryCode: '86',
    })
    world.clock.pass(-240_000)
  })

  test('Unbound: created without a binding, and joined with an account of its own', async () => {
    const { manager, uins } = await withCreatedMembers(world.server)
    const invited = await newMember(world.server, manager.organization)
    for (const uin of [uins[0] as number, invited.uin, manager.uin]) expect(await bindingOf(manager, uin)).toEqual(unbound)
  })

  test('Valid while it waits; Failed with the reason, and no time', async () => {
    const { manager, uins } = await withCreatedMembers(world.server)
    const uin = uins[0] as number
    await addMail(manager, uin, { CountryCode: '852', Phone: '51234567' })
    expect(await bindingOf(manager, uin)).toMatchObject({ BindStatus: 'Valid', BindTime: '', Description: '', PhoneBind: 0 })
    await finishMail(world.server, uin, 'failed', { description: 'link expired' })
    const failed = { BindStatus: 'Failed', BindTime: '', Description: 'link expired', Phone: '51***67', CountryCode: '852' }
    expect(await bindingOf(manager, uin)).toMatchObject(failed)
  })

  test('PhoneBind 1 when the phone was proven too', async () => {
    const { manager, uins } = await withCreatedMembers(world.server)
    await addMail(manager, uins[0] as number)
    await finishMail(world.server, uins[0] as number, 'success', { phone: true })
    expect(await bindingOf(manager, uins[0] as number)).toMatchObject({ BindStatus: 'Success', PhoneBind: 1 })
  })

  test('InvalidParameter: a uin that is none', async () => {
    const { client } = await newOrganization(world.server)
    for (const MemberUin of [0, -5]) {
      await expectRefusal(client.DescribeOrganizationMemberEmailBind({ MemberUin }), 'InvalidParameter', 'MemberUin')
    }
  })

  test('ResourceNotFound.OrganizationMemberNotExist: no member, or one of another organization', async () => {
    const { client } = await newOrganization(world.server)
    const { uins } = await withCreatedMembers(world.server)
    for (const MemberUin of [100_000_000_000, uins[0] as number]) {
      const call = client.DescribeOrganizationMemberEmailBind({ MemberUin })
      await expectRefusal(call, 'ResourceNotFound.OrganizationMemberNotExist', `Account ${MemberUin}`)
    }
  })

  refusesAllButManagers(world, (client, MemberUin) => client.DescribeOrganizationMemberEmailBind({ MemberUin }))
})
