import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { sendInvitation } from '../../../directory/invitations/send-invitation.ts'
import { leastPermissions } from '../../../directory/members/member.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { memberName, memberRemark, memberUin } from '../departments-and-members/member-fields.ts'
import { noSuchCaller } from './no-such-caller.ts'

const sameRule = 'The rule holds for both versions; this is the code by which the newer one says it.'

export const sendOrganizationInvitation = action({
  name: 'SendOrganizationInvitation',
  area: 'organization-2018-12-25',
  version: '2018-12-25',
  summary: { en: "Invite an account into the caller's organization, in the root", zh: '邀请账号加入企业组织，位于根节点' },
  source: 'organization 2018-12-25, SendOrganizationInvitation',
  kind: 'write',
  input: Type.Object({ InviteUin: memberUin, Name: memberName, Remark: memberRemark }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.MemberNameUsed',
    'FailedOperation.NotSameRegion',
    'FailedOperation.ReSentInvitation',
    'FailedOperation.UserInOrganization',
    'FailedOperation.UserNotRegister',
    'LimitExceeded.Members',
    'ResourceNotFound.OrganizationNotExist',
  ],
  unreachable: noSuchCaller,
  chosen: {
    'FailedOperation.AuthInfoEmpty': sameRule,
    'FailedOperation.AuthInfoNotSame': sameRule,
    'FailedOperation.AuthNotEnterprise': sameRule,
    'FailedOperation.ExistOtherOrganizationMemberShared': sameRule,
    'LimitExceeded.InvitationOverLimit': sameRule,
    'UnsupportedOperation.AgentNotSame': sameRule,
    'UnsupportedOperation.MemberIsNotClient': sameRule,
  },
  async handle(call, { InviteUin, Name, Remark }) {
    const { id } = managedOrganization(call)
    const wanted = { uin: InviteUin, name: Name, remark: Remark, permissions: leastPermissions, payer: null, tags: [] }
    await call.session.write(organizationStream(id), (tx) => sendInvitation(tx, call.session.ports, id, wanted))
    return {}
  },
})
