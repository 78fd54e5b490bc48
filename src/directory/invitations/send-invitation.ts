import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../storage/store.ts'
import { insertInvitation, openInvitationTo } from '../../storage/tables/invitations.ts'
import { accountNow } from '../accounts/find-account.ts'
import { organizationStream } from '../events.ts'
import { judgePayers } from '../members/pay-on-behalf.ts'
import { requireOneCompany, requirePayer } from '../members/payers.ts'
import { payOnBehalf, requirePayerNamed, requirePermissions } from '../members/permissions.ts'
import { nodeNow } from '../nodes/find-node.ts'
import { type Organization, organizationNow } from '../organizations/find-organization.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { type Invitation, invitationFrom, invitationLife, invitationRow } from './invitation.ts'
import { applyForTrust, judgeCompany, type TrustApplication } from './judge-company.ts'
import { freeAccount, judgeInvitee } from './judge-invitee.ts'
import { requireFreeName, requireRoom } from './judge-room.ts'

type Terms = Pick<Invitation, 'uin' | 'name' | 'remark' | 'permissions' | 'payer' | 'tags'>

/** Whom to invite, and on which terms; in the root, and free to quit, unless told otherwise. */
export interface WantedInvitation extends Terms {
  readonly node?: number
  readonly mayQuit?: Invitation['mayQuit']
  /** The account's company is not trusted yet: apply for that, and invite the account later. */
  readonly trust?: TrustApplication
}

type Offer = Omit<Invitation, 'organization' | 'id' | 'status' | 'createdAt' | 'expiresAt' | 'updatedAt'>

/** The terms as they will hold; an account that another one pays for may not quit. */
function offerFrom(organization: Organization, { trust: _, ...wanted }: WantedInvitation): Offer {
  const permissions = requirePermissions(wanted.permissions, organization.facts.openedPermissions)
  requirePayerNamed(permissions, wanted.payer)
  const paidFor = permissions.includes(payOnBehalf)
  if (paidFor && wanted.payer !== null && wanted.mayQuit === 'allowed') {
    throw new Refused({ fact: 'quit_denied_by_payer', uin: wanted.uin, payer: wanted.payer, asked: false })
  }
  return { ...wanted, permissions, node: wanted.node ?? organization.rootNode, mayQuit: paidFor ? 'denied' : (wanted.mayQuit ?? 'allowed') }
}

/** An account has one open invitation of an organization at most. Refuses with `invitation_open`, `invitation_sent_again`. */
async function requireNoneOpen(tx: Tx, organization: number, offer: Offer): Promise<void> {
  const row = await tx.first(openInvitationTo, { organization, uin: offer.uin, at: tx.origin.at })
  if (!row) return
  const open = invitationFrom(row)
  const same = isDeepStrictEqual({ ...open, ...offer }, open)
  throw new Refused({ fact: same ? 'invitation_sent_again' : 'invitation_open', uin: offer.uin, id: open.id })
}

/** Numbers are public and unique over all organizations, so one may be taken: then another is tried. */
async function numbered(tx: Tx, ports: Ports, organization: number, offer: Offer): Promise<Invitation> {
  const at = tx.origin.at
  const times = { createdAt: at, expiresAt: at + invitationLife, updatedAt: at }
  for (let attempt = 0; attempt < 20; attempt++) {
    const invitation: Invitation = { ...offer, organization, id: ports.ids.number(9), status: 'open', ...times }
    if ((await tx.run(insertInvitation, invitationRow(invitation))) === 1) return invitation
  }
  throw new Error('no free invitation number in 20 attempts')
}

/**
 * Asks an account to join. With an application for trust, that is kept instead and the account is not asked yet: undefined then.
 * Runs in the organization's stream. Refuses with `permission_…`, `payer_…`, `payee_…`, `quit_denied_by_payer`, `invitee_…`, `trust_…`,
 * `invitation_open`, `invitation_sent_again`, `node_…`, `member_name_taken`, `invitation_name_taken`, and when the quotas are reached.
 */
export async function sendInvitation(tx: Tx, ports: Ports, id: number, wanted: WantedInvitation): Promise<Invitation | undefined> {
  const organization = await organizationNow(tx, id)
  const manager = await accountNow(tx, organization.managerUin)
  const offer = offerFrom(organization, wanted)
  const invitee = await freeAccount(tx, organization, offer.uin)
  await requireNoneOpen(tx, id, offer)
  judgeInvitee(invitee, manager)
  await judgeCompany(tx, { organization, manager, invitee }, wanted.trust)
  if (offer.payer !== null) await requirePayer(tx, organization, offer.payer, invitee)
  await nodeNow(tx, id, offer.node)
  await requireFreeName(tx, id, offer.name)
  if (wanted.trust) {
    await applyForTrust(tx, id, offer.uin, wanted.trust)
    return undefined
  }
  await requireOneCompany(tx, organization, offer.uin, offer.permissions, offer.payer)
  await judgePayers(tx, invitee, null, offer.payer)
  await requireRoom(tx, organization)
  const invitation = await numbered(tx, ports, id, offer)
  record(tx, { tenant: organizationStream(id), kind: 'invitation_sent', subject: String(invitation.id), after: invitation })
  return invitation
}
