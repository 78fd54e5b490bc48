import type { InvitationRefusal } from '../../../directory/refusals/invitations.ts'
import { firstListed, type Wordings } from './wording.ts'

const standings: Readonly<Record<string, string>> = { accepted: '已接受', denied: '已拒绝', cancelled: '已取消', expired: '已过期' }

/** Why an account can't be invited. The older version has fewer codes; where it has none, those of the newer one are answered. */
const inviteeWordings = {
  invitee_is_manager: {
    code: firstListed('UnsupportedOperation', 'FailedOperation.UserInOrganization'),
    en: (r) => `Account ${r.uin} is the manager of the organization itself. Invite another account.`,
    zh: (r) => `账号 ${r.uin} 就是集团组织的管理账号，请邀请其他账号。`,
  },
  invitee_not_found: {
    code: firstListed('FailedOperation.UserNotRegister', 'UnsupportedOperation'),
    en: (r) => `No root account has the Uin ${r.uin}. The account must exist before it is invited.`,
    zh: (r) => `没有 Uin 为 ${r.uin} 的主账号，账号须先注册才能邀请。`,
  },
  invitee_is_member: {
    code: firstListed('FailedOperation.OrganizationMemberExist', 'FailedOperation.UserInOrganization'),
    en: (r) => `Account ${r.uin} already is a member of your organization. DescribeOrganizationMembers shows it.`,
    zh: (r) => `账号 ${r.uin} 已是集团组织成员，可用 DescribeOrganizationMembers 查询。`,
  },
  invitee_elsewhere: {
    code: firstListed('FailedOperation.MemberExistInOtherOrganization', 'FailedOperation.UserInOrganization'),
    en: (r) => `Account ${r.uin} belongs to another organization. It must leave that one first (QuitOrganization).`,
    zh: (r) => `账号 ${r.uin} 已属于其他集团组织，需先退出（QuitOrganization）。`,
  },
  invitee_of_other_site: {
    code: 'FailedOperation.NotSameRegion',
    en: (r) => `Account ${r.uin} is registered at the ${r.site} site and yours is not. Invite an account of your own site.`,
    zh: (r) => `账号 ${r.uin} 注册于${r.site === 'domestic' ? '中国站' : '国际站'}，与管理账号不同，请邀请同站点账号。`,
    example: { site: 'international' },
  },
  invitee_not_verified: {
    code: 'FailedOperation.AuthInfoEmpty',
    en: (r) => `Account ${r.uin} has no real-name verification. It must be verified as an enterprise first (admin API: verification).`,
    zh: (r) => `账号 ${r.uin} 尚未实名认证，需先完成企业实名认证（管理接口 verification）。`,
  },
  invitee_not_enterprise: {
    code: 'FailedOperation.AuthNotEnterprise',
    en: (r) => `Account ${r.uin} is verified as ${r.verification}; an enterprise verification is needed (admin API: verification).`,
    zh: (r) => `账号 ${r.uin} 的实名类型为 ${r.verification}，需要企业实名认证（管理接口 verification）。`,
  },
  invitee_not_a_client: {
    code: 'UnsupportedOperation.MemberIsNotClient',
    en: (r) => `Your account is a distributor's client and account ${r.uin} is none. Invite a client of the same distributor.`,
    zh: (r) => `管理账号是代理商子客，而账号 ${r.uin} 不是，请邀请同一代理商的子客。`,
  },
  invitee_of_other_distributor: {
    code: 'UnsupportedOperation.AgentNotSame',
    en: (r) =>
      `Account ${r.uin} is the client of a distributor that your account is no client of. Both must have the same distributor, or none.`,
    zh: (r) => `账号 ${r.uin} 所属代理商与管理账号不同，双方须属于同一代理商或均不属于代理商。`,
  },
  invitee_shares_elsewhere: {
    code: 'FailedOperation.ExistOtherOrganizationMemberShared',
    en: (r) => `Account ${r.uin} still shares resources with other accounts, or uses theirs. The shares must be ended first.`,
    zh: (r) => `账号 ${r.uin} 仍与其他账号存在资源共享，需先解除共享。`,
  },
  invitee_of_other_company: {
    code: 'FailedOperation.AuthInfoNotSame',
    en: (r) =>
      `Account ${r.uin} is verified as another company than ${r.entity}. InviteOrganizationMember (2021-03-31) with RelationAuthName and AuthFile applies for trust in its company; facts.trustedEntities of the organization (admin API) grants it.`,
    zh: (r) =>
      `账号 ${r.uin} 的实名主体不是 ${r.entity}。可用 InviteOrganizationMember（2021-03-31）的 RelationAuthName 与 AuthFile 申请互信，由集团组织的 facts.trustedEntities（管理接口）批准。`,
  },
} satisfies Partial<Wordings<InvitationRefusal>>

export const invitationWordings: Wordings<InvitationRefusal> = {
  ...inviteeWordings,
  trust_exists: {
    code: 'FailedOperation.OrganizationAuthRelationExist',
    en: (r) => `The company ${r.entity} already counts as yours. Leave RelationAuthName and AuthFile out.`,
    zh: (r) => `主体 ${r.entity} 已与集团组织互信，请去掉 RelationAuthName 和 AuthFile。`,
  },
  trust_applied_for: {
    code: firstListed('FailedOperation.ApplyExist', 'FailedOperation.AuthInfoNotSame'),
    en: (r) =>
      `An application for trust in ${r.entity}, the company of account ${r.uin}, is open already. facts.trustedEntities of the organization (admin API) grants it; then invite again without RelationAuthName.`,
    zh: (r) =>
      `账号 ${r.uin} 所属主体 ${r.entity} 的互信申请正在处理中。由集团组织的 facts.trustedEntities（管理接口）批准后，去掉 RelationAuthName 重新邀请。`,
  },
  invitation_open: {
    code: firstListed('FailedOperation.InvitationExist', 'FailedOperation.ReSentInvitation'),
    en: (r) =>
      `Account ${r.uin} has invitation ${r.id} of yours, on other terms, which is still open. CancelOrganizationInvitation takes it back.`,
    zh: (r) => `账号 ${r.uin} 已有内容不同的有效邀请 ${r.id}，可用 CancelOrganizationInvitation 取消。`,
  },
  invitation_sent_again: {
    code: firstListed('FailedOperation.ReSentInvitation', 'FailedOperation.InvitationExist'),
    en: (r) => `The same invitation, ${r.id}, was sent to account ${r.uin} before and is still open. Nothing needs to be done.`,
    zh: (r) => `已向账号 ${r.uin} 发送过相同的邀请 ${r.id} 且仍有效，无需重复发送。`,
  },
  invitation_name_taken: {
    code: firstListed('FailedOperation.OrganizationMemberNameUsed', 'FailedOperation.MemberNameUsed', 'InvalidParameter'),
    en: (r) => `The name ${r.name} is offered to account ${r.uin} by an open invitation. Choose another.`,
    zh: (r) => `名称 ${r.name} 已用于发给账号 ${r.uin} 的有效邀请，请更换名称。`,
  },
  invitation_quota_reached: {
    code: firstListed('LimitExceeded.InvitationOverLimit', 'LimitExceeded'),
    en: (r) =>
      `The organization has ${r.quota} open invitations, its quota. Cancel some, or raise the quota (admin API: limits.openInvitations).`,
    zh: (r) => `集团组织的有效邀请数已达配额 ${r.quota}，请取消部分邀请或提高配额（管理接口 limits.openInvitations）。`,
  },
  member_places_taken: {
    code: firstListed('LimitExceeded.OrganizationMemberOverLimit', 'LimitExceeded.Members', 'LimitExceeded'),
    en: (r) =>
      `The organization has ${r.members} accounts and ${r.open} open invitations; its quota is ${r.quota}. Cancel invitations, remove members or raise the quota (admin API: limits.members).`,
    zh: (r) =>
      `集团组织已有 ${r.members} 个账号和 ${r.open} 个有效邀请，配额为 ${r.quota}。请取消邀请、移除成员或提高配额（管理接口 limits.members）。`,
  },
  invitation_not_found: {
    code: 'ResourceNotFound.InvitationNotExist',
    en: (r) => `No invitation ${r.id} that you could act on. ListOrganizationInvitations shows yours.`,
    zh: (r) => `没有可操作的邀请 ${r.id}，可用 ListOrganizationInvitations 查询。`,
  },
  invitation_closed: {
    code: 'ResourceNotFound.InvitationNotExist',
    en: (r) => `Invitation ${r.id} is ${r.standing} and can't be answered or cancelled any more. A new one must be sent.`,
    zh: (r) => `邀请 ${r.id} ${standings[r.standing]}，不能再操作，需重新发送邀请。`,
    example: { standing: 'expired' },
  },
}
