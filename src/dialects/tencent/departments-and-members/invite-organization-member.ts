import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { sendInvitation } from '../../../directory/invitations/send-invitation.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { tagsFrom, tagsInput } from '../tags.ts'
import { applicationFrom, authFiles } from './auth-files.ts'
import { memberName, memberRemark, memberUin, payerOf, payUin, permissionIds, policyType, quitWords } from './member-fields.ts'
import { inviteFaults } from './money-faults.ts'

const refusal = 'InvalidParameter'

export const inviteOrganizationMember = action({
  name: 'InviteOrganizationMember',
  area: 'departments-and-members',
  summary: {
    en: "Invite an account into the caller's organization; one of an untrusted company is applied for first",
    zh: '邀请账号加入集团组织；未互信主体的账号先提交互信申请',
  },
  source: 'organization 2021-03-31, InviteOrganizationMember; 1031/58106; 1031/52485 for payers',
  kind: 'write',
  input: Type.Object({
    MemberUin: memberUin,
    Name: memberName,
    PolicyType: policyType,
    PermissionIds: permissionIds,
    NodeId: Type.Integer(),
    Remark: Type.Optional(memberRemark),
    IsAllowQuit: Type.Optional(Type.String({ enum: Object.keys(quitWords), refusal })),
    PayUin: Type.Optional(payUin),
    RelationAuthName: Type.Optional(Type.String({ maxLength: 200, refusal })),
    AuthFile: Type.Optional(authFiles),
    Tags: tagsInput,
  }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.ApplyExist',
    'FailedOperation.AuthInfoEmpty',
    'FailedOperation.AuthInfoNotSame',
    'FailedOperation.AuthNotEnterprise',
    'FailedOperation.ExistOtherOrganizationMemberShared',
    'FailedOperation.ImportFileIllegal',
    'FailedOperation.InvitationExist',
    'FailedOperation.MemberExistInOtherOrganization',
    'FailedOperation.MemberNameUsed',
    'FailedOperation.NotSameRegion',
    'FailedOperation.OrganizationAuthRelationExist',
    'FailedOperation.OrganizationMemberExist',
    'FailedOperation.OrganizationMemberNameUsed',
    'FailedOperation.OrganizationNodeNotExist',
    'FailedOperation.OrganizationPermissionIllegal',
    'FailedOperation.OrganizationPolicyIllegal',
    'FailedOperation.PayUinIllegal',
    'FailedOperation.ReSentInvitation',
    'InvalidParameter',
    'InvalidParameter.TagError',
    'LimitExceeded.InvitationOverLimit',
    'LimitExceeded.OrganizationMemberOverLimit',
    'ResourceNotFound.OrganizationNodeNotExist',
    'ResourceNotFound.OrganizationNotExist',
    'UnsupportedOperation',
    'UnsupportedOperation.AgentNotSame',
    'UnsupportedOperation.ExistedAgent',
    'UnsupportedOperation.MemberAccountArrears',
    'UnsupportedOperation.MemberIsNotClient',
    'UnsupportedOperation.OrderInProgressExisted',
    'UnsupportedOperation.PayerArrearsAndNoCreditAccount',
  ],
  faults: inviteFaults,
  async handle(call, input) {
    const { id } = managedOrganization(call)
    const wanted = {
      uin: input.MemberUin,
      name: input.Name,
      node: input.NodeId,
      remark: input.Remark ?? '',
      permissions: input.PermissionIds,
      payer: payerOf(input.PayUin) ?? null,
      tags: tagsFrom(input.Tags),
      ...(input.IsAllowQuit && { mayQuit: quitWords[input.IsAllowQuit as keyof typeof quitWords] }),
      trust: applicationFrom(input),
    }
    await call.session.write(organizationStream(id), (tx) => sendInvitation(tx, call.session.ports, id, wanted))
    return {}
  },
})
