import { describe, expect, test } from 'vitest'
import { newMember } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { chinaTime } from '../../../kit/held-clock.ts'
import { olderClient } from '../../../kit/organization/departments.ts'
import {
  day,
  invite,
  newColleague,
  newCompanyTree,
  newInvitee,
  receivedBy,
  sentBy,
  setAccount,
} from '../../../kit/organization/invitations.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('ListOrganizationInvitations', (engine) => {
  const world = sharedServer({ engine })
  describe('lists', () => lists(world))
  describe('refuses', () => refuses(world))
})

function lists(world: SharedServer): void {
  test('the documented example, the same from both sides', async () => {
    const place = await newCompanyTree(world.server)
    await setAccount(world.server, place.uin, { name: 'host_name' })
    const invitee = await newColleague(world.server)
    await place.older.SendOrganizationInvitation({ InviteUin: invitee.uin, Name: 'member_name', Remark: 'invitation member' })
    const now = world.clock.now()
    const answer = await invitee.older.ListOrganizationInvitations({ Invited: 1, Offset: 0, Limit: 10 })
    // Source: ListOrganizationInvitations example; valid for 15 days: 1031.
    expect(answer).toEqual({
      TotalCount: 1,
      Invitations: [
        {
          Id: expect.any(Number),
          Uin: invitee.uin,
          HostUin: place.uin,
          HostName: 'host_name',
          HostMail: '',
          Status: 0,
          Name: 'member_name',
          Remark: 'invitation member',
          OrgType: 1,
          InviteTime: chinaTime(now),
          ExpireTime: chinaTime(now + 15 * day),
        },
      ],
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    const { Invitations } = await place.older.ListOrganizationInvitations({ Invited: 0 })
    expect(Invitations).toEqual(answer.Invitations)
  })

  test('those that were sent by either version, newest first, in pages of ten unless told otherwise', async () => {
    const place = await newCompanyTree(world.server)
    const uins: number[] = []
    for (let count = 0; count < 12; count++) {
      const { uin } = await newColleague(world.server)
      world.clock.pass(1000)
      if (count % 2 === 0) await invite(place, uin, { Name: `n${count}` })
      else await place.older.SendOrganizationInvitation({ InviteUin: uin, Name: `n${count}`, Remark: '' })
      uins.unshift(uin)
    }
    const page = async (more: { Offset?: number; Limit?: number }) => {
      const { TotalCount, Invitations } = await place.older.ListOrganizationInvitations({ Invited: 0, ...more })
      expect(TotalCount).toBe(12)
      return Invitations?.map(({ Uin }) => Uin)
    }
    expect(await page({})).toEqual(uins.slice(0, 10))
    expect(await page({ Offset: 10 })).toEqual(uins.slice(10))
    expect(await page({ Offset: 3, Limit: 5 })).toEqual(uins.slice(3, 8))
    expect(await page({ Offset: 12, Limit: 50 })).toEqual([])
  })

  test('an account sees what every organization sent it, and no other account does', async () => {
    const [first, second] = [await newCompanyTree(world.server), await newCompanyTree(world.server)]
    const invitee = await newInvitee(world.server, first)
    await invite(second, invitee.uin)
    expect((await receivedBy(invitee)).map(({ HostUin }) => HostUin).sort()).toEqual([first.uin, second.uin].sort())
    expect(await receivedBy(await newColleague(world.server))).toEqual([])
    expect((await sentBy(second)).map(({ Uin }) => Uin)).toEqual([invitee.uin])
  })

  test('hidden while the account is in an organization; there again when it has left', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newInvitee(world.server, place)
    const other = await newCompanyTree(world.server)
    await invite(other, invitee.uin, { IsAllowQuit: 'Allow' })
    const [latest] = await sentBy(other)
    await invitee.older.AcceptOrganizationInvitation({ Id: latest?.Id as number })
    // Source: 1031, what an invitee sees.
    expect(await receivedBy(invitee)).toEqual([])
    await invitee.client.QuitOrganization({ OrgId: other.organization })
    expect((await receivedBy(invitee)).map(({ Status }) => Status).sort()).toEqual([0, 1])
  })

  test('whoever is not the manager has sent none: a stranger, a member', async () => {
    const place = await newCompanyTree(world.server)
    await newInvitee(world.server, place)
    const member = await newMember(world.server, place.organization)
    expect(await sentBy(await newColleague(world.server))).toEqual([])
    expect(await sentBy({ older: olderClient(world.server, member) })).toEqual([])
  })
}

function refuses(world: SharedServer): void {
  test('InvalidParameterValue: neither received nor sent', async () => {
    const { older } = await newColleague(world.server)
    for (const Invited of [-1, 2, 101]) {
      await expectRefusal(older.ListOrganizationInvitations({ Invited }), 'InvalidParameterValue', 'one of 0, 1')
    }
    await expectRefusal(older.ListOrganizationInvitations({} as never), 'MissingParameter', 'Invited')
  })

  test('InvalidParameter: a page of none or too many, a negative offset', async () => {
    const { older } = await newColleague(world.server)
    for (const wrong of [{ Limit: 0 }, { Limit: 51 }, { Offset: -1 }]) {
      // Source: open question 3.
      await expectRefusal(older.ListOrganizationInvitations({ Invited: 1, ...wrong }), 'InvalidParameter', Object.keys(wrong)[0] as string)
    }
  })
}
