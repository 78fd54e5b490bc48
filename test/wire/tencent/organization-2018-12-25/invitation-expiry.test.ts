import { expect, test } from 'vitest'
import { onEveryEngine, type TestEngine } from '../../../kit/engines.ts'
import { heldTime } from '../../../kit/held-time.ts'
import { adjust, type TestTree } from '../../../kit/organization/departments.ts'
import {
  day,
  expectSameInvitations,
  invite,
  newColleague,
  newCompanyTree,
  newInvitee,
  receivedBy,
  sentBy,
  type TestInvitee,
} from '../../../kit/organization/invitations.ts'
import { startTestServer, type TestServer } from '../../../kit/server.ts'

interface Waiting {
  readonly server: TestServer
  readonly place: TestTree
  readonly invitee: TestInvitee & { readonly id: number }
}

/** One invitation that was just sent, on a server that goes by the held time. */
async function waiting(engine: TestEngine, run: (given: Waiting, pass: (ms: number) => void) => Promise<void>): Promise<void> {
  const server = await startTestServer({ engine })
  try {
    await heldTime(async (pass) => {
      const place = await newCompanyTree(server)
      await run({ server, place, invitee: await newInvitee(server, place, { Name: 'in-time' }) }, pass)
    })
  } finally {
    await server.stop()
  }
}

/** Source: 1031, an invitation is valid for 15 days. */
onEveryEngine('An invitation that was left without an answer', (engine) => {
  test('a millisecond before its end it is open and can be accepted', async () => {
    await waiting(engine, async ({ place, invitee }, pass) => {
      pass(15 * day - 1)
      expect(await sentBy(place)).toMatchObject([{ Status: 0 }])
      await invitee.older.AcceptOrganizationInvitation({ Id: invitee.id })
      expect(await sentBy(place)).toMatchObject([{ Status: 1 }])
    })
  })

  test('at its end both sides see -1, and nobody can do anything with it any more', async () => {
    await waiting(engine, async ({ server, place, invitee }, pass) => {
      pass(15 * day)
      expect(await sentBy(place)).toMatchObject([{ Id: invitee.id, Status: -1 }])
      expect(await receivedBy(invitee)).toMatchObject([{ Id: invitee.id, Status: -1 }])
      const ask = { Id: invitee.id }
      for (const call of [
        () => invitee.older.AcceptOrganizationInvitation(ask),
        () => invitee.older.DenyOrganizationInvitation(ask),
        () => place.older.CancelOrganizationInvitation(ask),
      ]) {
        await expectSameInvitations(server, place, call, 'ResourceNotFound.InvitationNotExist', `Invitation ${invitee.id} is expired`)
      }
    })
  })

  test('it keeps neither the account, nor its name, nor a place from the next one', async () => {
    await waiting(engine, async ({ server, place, invitee }, pass) => {
      await adjust(server, place, { limits: { openInvitations: 1, members: 2 } })
      const other = await newColleague(server)
      const again = { Name: 'in-time' }
      await expectSameInvitations(server, place, () => invite(place, other.uin), 'LimitExceeded.InvitationOverLimit', '1 open')
      pass(15 * day)
      await invite(place, invitee.uin, again)
      expect((await sentBy(place)).map(({ Status }) => Status)).toEqual([0, -1])
      await expectSameInvitations(server, place, () => invite(place, invitee.uin, again), 'FailedOperation.ReSentInvitation', 'still open')
      const [latest] = await receivedBy(invitee)
      await invitee.older.AcceptOrganizationInvitation({ Id: latest?.Id as number })
      expect((await sentBy(place)).map(({ Status }) => Status)).toEqual([1, -1])
    })
  })

  test('an invitee sees the last three months, the organization everything', async () => {
    await waiting(engine, async ({ place, invitee }, pass) => {
      pass(89 * day)
      expect(await receivedBy(invitee)).toMatchObject([{ Status: -1 }])
      pass(4 * day)
      // Source: 1031, what an invitee sees. No three months are longer than 92 days.
      expect(await receivedBy(invitee)).toEqual([])
      expect(await sentBy(place)).toMatchObject([{ Status: -1 }])
    })
  })

  test('one that was answered or taken back stays what it became', async () => {
    await waiting(engine, async ({ server, place, invitee }, pass) => {
      const cancelled = await newInvitee(server, place)
      await place.older.CancelOrganizationInvitation({ Id: cancelled.id })
      await invitee.older.DenyOrganizationInvitation({ Id: invitee.id })
      pass(15 * day)
      expect((await sentBy(place)).map(({ Status }) => Status).sort()).toEqual([2, 3])
    })
  })
})
