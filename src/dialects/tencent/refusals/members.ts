import type { MemberRefusal } from '../../../directory/refusals/members.ts'
import { firstListed, type Wordings } from './wording.ts'

export const memberWordings: Wordings<MemberRefusal> = {
  member_not_found: {
    code: firstListed(
      'ResourceNotFound.OrganizationMemberNotExist',
      'ResourceNotFound.MemberNotExist',
      'InvalidParameter.OrganizationMemberNotExist',
      'InvalidParameter',
    ),
    en: (r) => `Account ${r.uin} is no member of your organization. DescribeOrganizationMembers lists them.`,
    zh: (r) => `账号 ${r.uin} 不是集团组织的成员，可用 DescribeOrganizationMembers 查询。`,
  },
  members_not_found: {
    code: firstListed('FailedOperation.SomeUinsNotInOrganization', 'ResourceNotFound.MemberNotExist', 'InvalidParameter'),
    en: (r) => `No members of your organization: ${r.uins.join(', ')}. Nothing was changed. DescribeOrganizationMembers lists the members.`,
    zh: (r) => `以下账号不是集团组织的成员：${r.uins.join('、')}，未做任何修改。可用 DescribeOrganizationMembers 查询成员。`,
  },
  member_name_taken: {
    code: firstListed('FailedOperation.MemberNameUsed', 'FailedOperation.OrganizationMemberNameUsed', 'InvalidParameter'),
    en: (r) => `Another member of the organization already has the name ${r.name}. Choose another.`,
    zh: (r) => `集团组织中已有名为 ${r.name} 的成员，请更换名称。`,
  },
  account_name_taken: {
    code: firstListed('FailedOperation.OrganizationMemberNameUsed', 'FailedOperation.MemberNameUsed', 'InvalidParameter'),
    en: (r) => `An account of the organization already has the name ${r.name}. Choose another AccountName.`,
    zh: (r) => `集团组织中已有名为 ${r.name} 的账号，请更换 AccountName。`,
  },
  member_quota_reached: {
    code: firstListed('LimitExceeded.OrganizationMemberOverLimit', 'LimitExceeded.Members', 'LimitExceeded'),
    en: (r) =>
      `The organization already has ${r.quota} accounts, its quota. Remove members or raise the quota (admin API: quotas.members).`,
    zh: (r) => `集团组织的账号数已达配额 ${r.quota}，请移除成员或提高配额（管理接口 quotas.members）。`,
  },
  created_member_quota_reached: {
    code: 'LimitExceeded.CreateMemberOverLimit',
    en: (r) => `The organization already created ${r.quota} accounts, its quota. Raise it (admin API: quotas.createdMembers).`,
    zh: (r) => `集团组织创建的账号数已达配额 ${r.quota}，可提高配额（管理接口 quotas.createdMembers）。`,
  },
}
