import { expect, test } from 'vitest'
import { eventsOf } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
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

onEveryEngine('DenyOrganizationInvitation', (engine) => {
  const world = sharedServer({ engine })

  test('the documented example: nothing but a request id; both sides see 2, no longer valid', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newInvitee(world.server, place)
    // Source: DenyOrganizationInvitation example.
    expect(await invitee.older.DenyOrganizationInvitation({ Id: invitee.id })).toEqual({
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(await sentBy(place)).toMatchObject([{ Id: invitee.id, Status: 2 }])
    expect(await receivedBy(invitee)).toMatchObject([{ Id: invitee.id, Status: 2 }])
  })

  test('the account can be invited again, under the same name', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newInvitee(world.server, place, { Name: 'same' })
    await invitee.older.DenyOrganizationInvitation({ Id: invitee.id })
    await invite(place, invitee.uin, { Name: 'same' })
    expect((await receivedBy(invitee)).map(({ Status }) => Status).sort()).toEqual([0, 2])
  })

  test('one event row, by the invitee', async () => {
    const place = await newCompanyTree(world.server)
    const { id, older, key, uin } = await newInvitee(world.server, place)
    const { RequestId } = await older.DenyOrganizationInvitation({ Id: id })
    expect((await eventsOf(world.server, String(id))).slice(1)).toMatchObject([
      {
        tenant: `organization-${place.organization}`,
        kind: 'invitation_denied',
        actor: `key:${key.secretId}`,
        account: uin,
        operation: 'DenyOrganizationInvitation',
        requestId: RequestId,
        before: { uin, status: 'open' },
        after: { uin, status: 'denied' },
      },
    ])
  })

  const code = 'ResourceNotFound.InvitationNotExist'

  test(`${code}: one that is not there, one of another account, one that is closed`, async () => {
    const place = await newCompanyTree(world.server)
    const [invitee, joined, other] = [
      await newInvitee(world.server, place),
      await newJoined(world.server, place),
      await newColleague(world.server),
    ]
    const same = (account: { older: typeof invitee.older }, Id: number, words: string) =>
      expectSameInvitations(world.server, place, () => account.older.DenyOrganizationInvitation({ Id }), code, words)
    await same(invitee, 1, 'No invitation 1 ')
    await same(other, invitee.id, `No invitation ${invitee.id}`)
    await same(place, invitee.id, `No invitation ${invitee.id}`)
    await same(joined, joined.id, `Invitation ${joined.id} is accepted`)
    await invitee.older.DenyOrganizationInvitation({ Id: invitee.id })
    await same(invitee, invitee.id, `Invitation ${invitee.id} is denied`)
  })
})
