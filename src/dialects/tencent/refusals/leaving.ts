import type { LeavingRefusal } from '../../../directory/refusals/leaving.ts'
import { accountGateWordings } from './leaving-accounts.ts'
import { membershipGateWordings } from './leaving-memberships.ts'
import { firstListed, type Wordings } from './wording.ts'

interface Quit {
  readonly organization: number
  readonly own: number
}

const noMember = {
  code: firstListed('ResourceNotFound.OrganizationMemberNotExist', 'ResourceNotFound.OrganizationNotExist'),
  en: (r: Quit) => `You are no member of organization ${r.organization}; yours is ${r.own} (OrgId of DescribeOrganization).`,
  zh: (r: Quit) => `您不是集团组织 ${r.organization} 的成员，您所在的组织为 ${r.own}（DescribeOrganization 的 OrgId）。`,
}

const unknownCode = firstListed('InvalidParameter', 'ResourceNotFound.OrganizationNotExist')

/** What keeps a member, and what keeps an organization from being deleted. */
export const leavingWordings: Wordings<LeavingRefusal> = {
  ...membershipGateWordings,
  ...accountGateWordings,
  quits_another_organization: noMember,
  quits_unknown_organization: {
    code: unknownCode,
    // Where one code stands for both, nobody learns which organizations there are.
    en: (r, met) =>
      unknownCode(r, met) === noMember.code(r, met)
        ? noMember.en(r)
        : `OrgId ${r.organization} is no organization; yours is ${r.own} (OrgId of DescribeOrganization).`,
    zh: (r, met) =>
      unknownCode(r, met) === noMember.code(r, met)
        ? noMember.zh(r)
        : `OrgId ${r.organization} 不是集团组织，您所在的组织为 ${r.own}（DescribeOrganization 的 OrgId）。`,
  },
  payment_left: {
    code: 'FailedOperation.MemberExistDelegatePayerNotAllowDelete',
    en: (r) =>
      `Another account still pays for member ${r.uin}. End that first: UpdateOrganizationMember of it without permission 7. ` +
      'DescribeOrganizationMembers shows payers (PayUin).',
    zh: (r) =>
      `成员 ${r.uin} 仍由其他账号代付，请先用 UpdateOrganizationMember 去掉其权限 7。DescribeOrganizationMembers 可查看代付者（PayUin）。`,
  },
  members_left: {
    code: 'FailedOperation.OrganizationNotEmpty',
    en: (r) =>
      `Organization ${r.organization} still has ${r.members} member(s) beside you. DescribeOrganizationMembers shows them; ` +
      'DeleteOrganizationMembers takes them out.',
    zh: (r) =>
      `集团组织 ${r.organization} 除您之外还有 ${r.members} 个成员，可用 DescribeOrganizationMembers 查看，用 DeleteOrganizationMembers 移出。`,
  },
  shares_in_use: {
    code: 'FailedOperation.ShareUnitNotEmpty',
    en: (r) =>
      `Shares of organization ${r.organization} still hold resources, members or departments. Empty them (admin API: sharesInUse).`,
    zh: (r) => `集团组织 ${r.organization} 的共享单元中仍有资源、成员或部门，请先清空（管理接口 sharesInUse）。`,
  },
  policies_enabled: {
    code: 'FailedOperation.OrganizationPolicyIsNotDisabled',
    en: (r) =>
      `A service control or tag policy is still enabled in organization ${r.organization}. Disable it (admin API: policiesEnabled).`,
    zh: (r) => `集团组织 ${r.organization} 仍启用了管理策略，请先禁用（管理接口 policiesEnabled）。`,
  },
  member_policies_exist: {
    code: 'FailedOperation.OrgMemberPolicyExist',
    en: (r) => `Organization ${r.organization} still has policies for access to members. Delete them (admin API: memberPolicies).`,
    zh: (r) => `集团组织 ${r.organization} 仍有成员访问策略，请先删除（管理接口 memberPolicies）。`,
  },
}
