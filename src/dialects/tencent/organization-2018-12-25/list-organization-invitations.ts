import { Type } from 'typebox'
import { type Standing, standingOf } from '../../../directory/invitations/invitation.ts'
import { type ListedInvitation, listReceivedInvitations, listSentInvitations } from '../../../directory/invitations/list-invitations.ts'
import { organizationManagedBy } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import type { Call } from '../call.ts'
import { optionalOffsetInput, spanOf } from '../offset-paging.ts'
import { noSuchCaller } from './no-such-caller.ts'

/** Source: organization 2018-12-25, OrgInvitation, Status. There is no number for a declined one: it is no longer valid. */
const statuses: Readonly<Record<Standing, number>> = { expired: -1, open: 0, accepted: 1, denied: 2, cancelled: 3 }

const invitation = Type.Object({
  Id: Type.Integer(),
  Uin: Type.Integer(),
  HostUin: Type.Integer(),
  HostName: Type.String(),
  HostMail: Type.String(),
  Status: Type.Integer(),
  Name: Type.String(),
  Remark: Type.String(),
  OrgType: Type.Integer(),
  InviteTime: Type.String(),
  ExpireTime: Type.String(),
})

export const listOrganizationInvitations = action({
  name: 'ListOrganizationInvitations',
  area: 'organization-2018-12-25',
  version: '2018-12-25',
  summary: { en: 'List the invitations that the caller was sent, or sent', zh: '查询收到或发出的邀请' },
  source: 'organization 2018-12-25, ListOrganizationInvitations',
  kind: 'read',
  input: Type.Object({ Invited: Type.Integer({ enum: [0, 1] }), ...optionalOffsetInput }),
  output: Type.Object({ Invitations: Type.Array(invitation), TotalCount: Type.Integer() }),
  errors: [],
  unreachable: noSuchCaller,
  async handle(call, input) {
    const now = call.session.origin.at
    const { items, total } = await found(call, input.Invited === 1, now, spanOf(input))
    return { Invitations: items.map((listed) => shown(listed, now, call.time)), TotalCount: total }
  },
})

/** Only a manager sends invitations: everybody else has sent none. */
async function found({ caller, session }: Call, received: boolean, now: number, span: ReturnType<typeof spanOf>) {
  if (received) return session.read((reader) => listReceivedInvitations(reader, caller.account.uin, now, span))
  const managed = organizationManagedBy(caller)
  return managed ? session.read((reader) => listSentInvitations(reader, managed.id, span)) : { items: [], total: 0 }
}

function shown(listed: ListedInvitation, now: number, time: Call['time']) {
  return {
    Id: listed.id,
    Uin: listed.uin,
    HostUin: listed.managerUin,
    HostName: listed.managerName,
    // Accounts have no mail address here.
    HostMail: '',
    Status: statuses[standingOf(listed, now)],
    Name: listed.name,
    Remark: listed.remark,
    OrgType: 1,
    InviteTime: time(listed.createdAt),
    ExpireTime: time(listed.expiresAt),
  }
}
