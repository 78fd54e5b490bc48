import type { InvitationRow } from '../../storage/schemas/organizations.ts'
import type { Reader } from '../../storage/store.ts'
import {
  countInvitationsOfOrganization,
  countInvitationsToAccount,
  invitationsOfOrganization,
  invitationsToAccount,
} from '../../storage/tables/invitations.ts'
import { affiliationOf } from '../../storage/tables/organizations.ts'
import type { Page } from '../paging.ts'
import { type Invitation, invitationFrom, shownSince } from './invitation.ts'

/** An invitation with who sent it. */
export interface ListedInvitation extends Invitation {
  readonly managerUin: number
  readonly managerName: string
}

interface Span {
  readonly limit: number
  readonly offset: number
}

type Row = InvitationRow & { manager_uin: number; manager_name: string }

const listed = (row: Row): ListedInvitation => ({ ...invitationFrom(row), managerUin: row.manager_uin, managerName: row.manager_name })

/** Everything that an organization ever sent, newest first. */
export async function listSentInvitations(reader: Reader, organization: number, span: Span): Promise<Page<ListedInvitation, never>> {
  const counted = await reader.first(countInvitationsOfOrganization, { organization })
  const rows = await reader.all(invitationsOfOrganization, { organization, ...span })
  return { items: rows.map(listed), total: counted?.n ?? 0 }
}

/** What an account was sent in the last months, newest first; nothing while it belongs to an organization. */
export async function listReceivedInvitations(
  reader: Reader,
  uin: number,
  now: number,
  span: Span,
): Promise<Page<ListedInvitation, never>> {
  if (await reader.first(affiliationOf, { uin })) return { items: [], total: 0 }
  const since = shownSince(now)
  const counted = await reader.first(countInvitationsToAccount, { uin, since })
  const rows = await reader.all(invitationsToAccount, { uin, since, ...span })
  return { items: rows.map(listed), total: counted?.n ?? 0 }
}
