import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { cancelInvitation } from '../../../directory/invitations/cancel-invitation.ts'
import { senderOf } from '../../../directory/invitations/find-invitation.ts'
import { action } from '../action.ts'

export const cancelOrganizationInvitation = action({
  name: 'CancelOrganizationInvitation',
  area: 'organization-2018-12-25',
  version: '2018-12-25',
  summary: { en: "Take back an invitation of the caller's organization", zh: '取消所在企业组织发出的邀请' },
  source: 'organization 2018-12-25, CancelOrganizationInvitation',
  kind: 'write',
  input: Type.Object({ Id: Type.Integer() }),
  output: Type.Object({}),
  errors: ['ResourceNotFound.InvitationNotExist'],
  async handle({ caller, session }, { Id }) {
    const organization = senderOf(caller, Id)
    await session.write(organizationStream(organization), (tx) => cancelInvitation(tx, organization, Id))
    return {}
  },
})
