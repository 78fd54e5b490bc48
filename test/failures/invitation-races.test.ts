import { expect, test } from 'vitest'
import { eventsIn } from '../kit/directory.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { olderClient } from '../kit/organization/departments.ts'
import { invite, newColleague, newCompanyTree, newInvitee, receivedBy, sentBy } from '../kit/organization/invitations.ts'
import { startSideBySide } from '../kit/side-by-side.ts'
import { callers, clientsOf, tally } from './callers.ts'

onEveryEngine('invitations at the same time', (engine) => {
  test(`${callers} identical invitations: one is sent, the others are told that it was`, async () => {
    const servers = await startSideBySide(engine)
    const place = await newCompanyTree(servers[0])
    const invitee = await newColleague(servers[0])
    const counts = await tally(clientsOf(place, servers).map((client) => invite({ ...place, client }, invitee.uin, { Name: 'same' })))
    expect(counts).toEqual({ OK: 1, 'FailedOperation.ReSentInvitation': callers - 1 })
    expect(await receivedBy(invitee)).toHaveLength(1)
    const events = await eventsIn(servers[0], `organization-${place.organization}`)
    expect(events.filter(({ kind }) => kind === 'invitation_sent')).toHaveLength(1)
  })

  test(`one name for 16 accounts: one is invited`, async () => {
    const servers = await startSideBySide(engine)
    const place = await newCompanyTree(servers[0])
    const invitees = await Promise.all(Array.from({ length: 16 }, () => newColleague(servers[0])))
    const clients = clientsOf(place, servers)
    const counts = await tally(
      invitees.map(({ uin }, index) => invite({ ...place, client: clients[index] as never }, uin, { Name: 'same' })),
    )
    expect(counts).toEqual({ OK: 1, 'FailedOperation.OrganizationMemberNameUsed': 15 })
    expect(await sentBy(place)).toHaveLength(1)
  })

  test('16 times accepted: one join, one event', async () => {
    const servers = await startSideBySide(engine)
    const place = await newCompanyTree(servers[0])
    const invitee = await newInvitee(servers[0], place)
    const accept = (index: number) =>
      olderClient(servers[index % servers.length] ?? servers[0], invitee).AcceptOrganizationInvitation({ Id: invitee.id })
    const counts = await tally(Array.from({ length: 16 }, (_, index) => accept(index)))
    expect(counts).toEqual({ OK: 1, 'FailedOperation.InOrganizationAlready': 15 })
    const events = await eventsIn(servers[0], `organization-${place.organization}`)
    const kinds = events.map(({ kind }) => kind)
    expect(kinds).toEqual(['organization_created', 'account_joined', 'invitation_sent', 'invitation_accepted', 'account_joined'])
  })

  test('two organizations, one account: it joins one, and the other invitation stays open', async () => {
    const servers = await startSideBySide(engine)
    for (let round = 0; round < 8; round++) {
      const places = [await newCompanyTree(servers[0]), await newCompanyTree(servers[0])]
      const invitee = await newColleague(servers[0])
      for (const place of places) await invite(place, invitee.uin)
      const ids = (await receivedBy(invitee)).map(({ Id }) => Id as number)
      const accepted = ids.map((Id, index) =>
        olderClient(servers[index % servers.length] ?? servers[0], invitee).AcceptOrganizationInvitation({ Id }),
      )
      expect(await tally(accepted)).toEqual({ OK: 1, 'FailedOperation.InOrganizationAlready': 1 })
      const statuses = (await Promise.all(places.map(sentBy))).flat().map(({ Status }) => Status)
      expect(statuses.sort()).toEqual([0, 1])
      const { OrgId } = await invitee.client.DescribeOrganization({})
      const joined = await Promise.all(
        places.map(async ({ organization }) => {
          const events = await eventsIn(servers[0], `organization-${organization}`)
          return events.some(({ kind, subject }) => kind === 'account_joined' && subject === String(invitee.uin)) ? [organization] : []
        }),
      )
      expect(joined.flat()).toEqual([OrgId])
    }
  })

  test('accepted, declined and taken back at once: one of them happens', async () => {
    const servers = await startSideBySide(engine)
    for (let round = 0; round < 8; round++) {
      const place = await newCompanyTree(servers[0])
      const invitee = await newInvitee(servers[0], place)
      const ask = { Id: invitee.id }
      const elsewhere = servers.at(-1) ?? servers[0]
      const counts = await tally([
        invitee.older.AcceptOrganizationInvitation(ask),
        olderClient(elsewhere, invitee).DenyOrganizationInvitation(ask),
        place.older.CancelOrganizationInvitation(ask),
      ])
      expect(counts).toEqual({ OK: 1, 'ResourceNotFound.InvitationNotExist': 2 })
      const [sent] = await sentBy(place)
      const events = await eventsIn(servers[0], `organization-${place.organization}`)
      const closing = events.filter(({ subject, kind }) => subject === String(invitee.id) && kind !== 'invitation_sent')
      expect(closing.map(({ kind }) => kind)).toEqual([
        { 1: 'invitation_accepted', 2: 'invitation_denied', 3: 'invitation_cancelled' }[sent?.Status as 1 | 2 | 3],
      ])
    }
  })
})
