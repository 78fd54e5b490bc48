import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { denyInvitation } from '../../../directory/invitations/deny-invitation.ts'
import { receivedInvitation } from '../../../directory/invitations/find-invitation.ts'
import { action } from '../action.ts'

export const denyOrganizationInvitation = action({
  name: 'DenyOrganizationInvitation',
  area: 'organization-2018-12-25',
  version: '2018-12-25',
  summary: { en: 'Decline an invitation', zh: '拒绝邀请' },
  source: 'organization 2018-12-25, DenyOrganizationInvitation',
  kind: 'write',
  input: Type.Object({ Id: Type.Integer() }),
  output: Type.Object({}),
  errors: ['ResourceNotFound.InvitationNotExist'],
  async handle({ caller, session }, { Id }) {
    const { uin } = caller.account
    const { organization } = await session.read((reader) => receivedInvitation(reader, uin, Id))
    await session.write(organizationStream(organization), (tx) => denyInvitation(tx, uin, Id))
    return {}
  },
})
