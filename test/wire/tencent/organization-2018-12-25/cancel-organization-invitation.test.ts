import { expect, test } from 'vitest'
import { eventsOf, newMember } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { olderClient } from '../../../kit/organization/departments.ts'
import {
  expectSameInvitations,
  invite,
  newColleague,
  newCompanyTree,
  newInvitee,
  newJoined,
  receivedBy,
  sentBy,
} from '../../../kit/organization/invitations.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('CancelOrganizationInvitation', (engine) => {
  const world = sharedServer({ engine })

  test('the documented example: nothing but a request id; both sides see 3, cancelled', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newInvitee(world.server, place)
    // Source: CancelOrganizationInvitation example.
    expect(await place.older.CancelOrganizationInvitation({ Id: invitee.id })).toEqual({
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(await sentBy(place)).toMatchObject([{ Id: invitee.id, Status: 3 }])
    expect(await receivedBy(invitee)).toMatchObject([{ Id: invitee.id, Status: 3 }])
  })

  test('one that was sent through the older version too; the account can be invited again on other terms', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newColleague(world.server)
    await place.older.SendOrganizationInvitation({ InviteUin: invitee.uin, Name: 'first', Remark: '' })
    const [sent] = await sentBy(place)
    await place.older.CancelOrganizationInvitation({ Id: sent?.Id as number })
    await invite(place, invitee.uin, { Name: 'second' })
    expect((await sentBy(place)).map(({ Name, Status }) => [Name, Status]).sort()).toEqual([
      ['first', 3],
      ['second', 0],
    ])
  })

  test('one event row, by the manager', async () => {
    const place = await newCompanyTree(world.server)
    const { id, uin } = await newInvitee(world.server, place)
    const { RequestId } = await place.older.CancelOrganizationInvitation({ Id: id })
    expect((await eventsOf(world.server, String(id))).slice(1)).toMatchObject([
      {
        tenant: `organization-${place.organization}`,
        kind: 'invitation_cancelled',
        actor: `key:${place.key.secretId}`,
        account: place.uin,
        operation: 'CancelOrganizationInvitation',
        requestId: RequestId,
        before: { uin, status: 'open' },
        after: { uin, status: 'cancelled' },
      },
    ])
  })

  const code = 'ResourceNotFound.InvitationNotExist'

  test(`${code}: one that is not there, one of another organization, one that is closed`, async () => {
    const [place, other] = [await newCompanyTree(world.server), await newCompanyTree(world.server)]
    const [invitee, joined] = [await newInvitee(world.server, place), await newJoined(world.server, place)]
    const same = (account: { older: typeof invitee.older }, Id: number, words: string) =>
      expectSameInvitations(world.server, place, () => account.older.CancelOrganizationInvitation({ Id }), code, words)
    await same(place, 1, 'No invitation 1 ')
    await same(other, invitee.id, `No invitation ${invitee.id}`)
    await same(place, joined.id, `Invitation ${joined.id} is accepted`)
    await place.older.CancelOrganizationInvitation({ Id: invitee.id })
    await same(place, invitee.id, `Invitation ${invitee.id} is cancelled`)
  })

  test(`${code}: whoever is not the manager has sent none: the invitee, a stranger, a member`, async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newInvitee(world.server, place)
    const stranger = await newColleague(world.server)
    const member = await newMember(world.server, place.organization)
    for (const older of [invitee.older, stranger.older, olderClient(world.server, member)]) {
      const cancel = () => older.CancelOrganizationInvitation({ Id: invitee.id })
      await expectSameInvitations(world.server, place, cancel, code, 'ListOrganizationInvitations shows yours')
    }
  })
})
