import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { acceptInvitation } from '../../../directory/invitations/accept-invitation.ts'
import { receivedInvitation } from '../../../directory/invitations/find-invitation.ts'
import { action } from '../action.ts'

const otherCompany =
  'Offers and costs are shared within one company, of which the account is no more; the code by which InviteOrganizationMember says it.'

const unsettled = 'Something is unpaid since; the code by which InviteOrganizationMember says it.'

export const acceptOrganizationInvitation = action({
  name: 'AcceptOrganizationInvitation',
  area: 'organization-2018-12-25',
  version: '2018-12-25',
  summary: { en: 'Accept an invitation; the caller joins the organization', zh: '接受邀请并加入企业组织' },
  source: 'organization 2018-12-25, AcceptOrganizationInvitation',
  kind: 'write',
  input: Type.Object({ Id: Type.Integer() }),
  output: Type.Object({}),
  errors: ['FailedOperation.InOrganizationAlready', 'ResourceNotFound.InvitationNotExist'],
  chosen: {
    'FailedOperation.AuthInfoEmpty': otherCompany,
    'FailedOperation.AuthInfoNotSame': otherCompany,
    'FailedOperation.AuthNotEnterprise': otherCompany,
    'FailedOperation.MemberNameUsed': 'A member took the offered name since; the code by which SendOrganizationInvitation says it.',
    'FailedOperation.PayUinIllegal': 'The payer left since; the code by which InviteOrganizationMember says it.',
    'LimitExceeded.Members': 'The organization has filled up since; the code by which SendOrganizationInvitation says it.',
    'UnsupportedOperation.ExistedAgent': 'One of both is a distributor’s client since; the code by which InviteOrganizationMember says it.',
    'UnsupportedOperation.MemberAccountArrears': unsettled,
    'UnsupportedOperation.OrderInProgressExisted': unsettled,
    'UnsupportedOperation.PayerArrearsAndNoCreditAccount': unsettled,
  },
  async handle({ caller, session }, { Id }) {
    const { account } = caller
    const { organization } = await session.read((reader) => receivedInvitation(reader, account.uin, Id))
    await session.write(organizationStream(organization), (tx) => acceptInvitation(tx, account, Id))
    return {}
  },
})
