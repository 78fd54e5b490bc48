import { accountNow } from '../../directory/accounts/find-account.ts'
import { organizationStream } from '../../directory/events.ts'
import { closings } from '../../directory/invitations/close-invitation.ts'
import { type Invitation, invitationLife, invitationRow } from '../../directory/invitations/invitation.ts'
import { sendInvitation } from '../../directory/invitations/send-invitation.ts'
import { leastPermissions } from '../../directory/members/member.ts'
import { record } from '../../directory/record.ts'
import type { Tx } from '../../storage/store.ts'
import { findInvitation, insertInvitation } from '../../storage/tables/invitations.ts'
import { invitationContent } from '../content/member-content.ts'
import { timeOf } from '../content/times.ts'
import type { SeedInvitation } from '../schema/member.ts'
import { type Entry, uinOf } from './account-book.ts'
import { compare } from './compare.ts'
import { placeOf, requirePlace } from './places.ts'
import { idOf, type PlannedOrganization, type Planning } from './plan.ts'
import { givenOf, within } from './replayed.ts'
import type { Means, Task } from './task.ts'

interface Parties {
  readonly account: Pick<Entry, 'uin'>
  readonly payer: Pick<Entry, 'uin'> | undefined
}

/** Tasks for the invitations of one organization that are missing. */
export async function planInvitations(planning: Planning, planned: PlannedOrganization): Promise<Task[]> {
  const { tx, findings, book } = planning
  const given = planned.given?.invitations ?? []
  const tasks: Task[] = []
  for (const invitation of given) {
    requirePlace(planning, planned, invitation, 'node', invitation.node, invitation.id !== undefined)
    const payer = invitation.payer === undefined ? undefined : book.findEver(invitation, 'payer', invitation.payer)
    const account = book.findEver(invitation, 'account', invitation.account)
    if (invitation.id === undefined && (invitation.status ?? 'open') !== 'open') {
      findings.add(
        invitation,
        'status',
        'an invitation that is sent now is open. Leave it out, or write the `id` of one that was sent before.',
      )
    }
    if (!account) continue
    const present = presentOf(planned, invitation, account)
    if (present && planned.present) {
      const { account: _, node: __, payer: ___, ...content } = invitationContent(present, planned.present.tree)
      compare(findings, invitation, content)
    } else if (invitation.id !== undefined && (await tx.first(findInvitation, { id: invitation.id }))) {
      findings.add(invitation, 'id', numberTaken(invitation.id))
    } else
      tasks.push({
        makes: 'invitation',
        holder: invitation,
        run: (means) => make(planning, means, planned, invitation, { account, payer }),
      })
  }
  return tasks
}

const numberTaken = (id: number) => `another invitation has the number ${id}. Leave it out.`

/** The invitation that is meant: by its number, or else the newest to the account. */
function presentOf({ present }: PlannedOrganization, { id }: SeedInvitation, { uin }: Pick<Entry, 'uin'>): Invitation | undefined {
  const list = present?.invitations ?? []
  if (id !== undefined) return list.find((invitation) => invitation.id === id)
  return list.filter((invitation) => invitation.uin === uin).sort((a, b) => b.createdAt - a.createdAt || b.id - a.id)[0]
}

/** One without a number is sent now, and judged as any other; one with a number was sent before, and stands as it is written. */
async function make(
  { findings }: Planning,
  { tx, ports }: Means,
  planned: PlannedOrganization,
  given: SeedInvitation,
  { account, payer }: Parties,
): Promise<void> {
  const organization = idOf(planned)
  const uin = uinOf(account)
  const { id, remark = '', permissions = leastPermissions, tags = [] } = given
  const name = given.name ?? (await accountNow(tx, uin)).name
  const terms = { uin, node: placeOf(planned, given.node), name, remark, permissions, payer: payer ? uinOf(payer) : null, tags }
  const createdAt = timeOf(given.createdAt)
  if (id === undefined) {
    await sendInvitation(within(tx, organizationStream(organization), createdAt), ports, organization, {
      ...terms,
      ...givenOf({ mayQuit: given.mayQuit }),
    })
    return
  }
  const restored = await restore(tx, {
    ...terms,
    organization,
    id,
    mayQuit: given.mayQuit ?? 'allowed',
    status: given.status ?? 'open',
    createdAt: createdAt ?? tx.origin.at,
    expiresAt: timeOf(given.expiresAt) ?? (createdAt ?? tx.origin.at) + invitationLife,
    updatedAt: timeOf(given.updatedAt) ?? createdAt ?? tx.origin.at,
  })
  // One that was drawn meanwhile may have the number.
  if (!restored) throw findings.refusal(given, numberTaken(id), 'id')
}

/** Answers false when another invitation has the number. */
async function restore(tx: Tx, invitation: Invitation): Promise<boolean> {
  const { id, uin, status, organization } = invitation
  if ((await tx.run(insertInvitation, invitationRow(invitation))) === 0) return false
  const own = within(tx, organizationStream(organization))
  record(own, { kind: 'invitation_sent', subject: String(id), after: { ...invitation, status: 'open' } })
  if (status !== 'open')
    record(own, { kind: closings[status], subject: String(id), before: { uin, status: 'open' }, after: { uin, status } })
  return true
}
