import type { MemberRefusal } from '../../../directory/refusals/members.ts'
import { firstListed, type Met, type Wordings } from './wording.ts'

const most = 20

/** A list in a message: as many as help. */
function someOf(uins: readonly number[], separator: string): string {
  return uins.length <= most ? uins.join(separator) : `${uins.slice(0, most).join(separator)} … (${uins.length})`
}

/** Whether an account is to be called what its member is called, and has no name of its own in the request. */
const renames = ({ name }: Met) => name === 'UpdateOrganizationMember'

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
    en: (r) =>
      `No members of your organization: ${someOf(r.uins, ', ')}. Nothing was changed. DescribeOrganizationMembers lists the members.`,
    zh: (r) => `以下账号不是集团组织的成员：${someOf(r.uins, '、')}，未做任何修改。可用 DescribeOrganizationMembers 查询成员。`,
  },
  member_stays_in_root: {
    code: firstListed('FailedOperation.DisableDeleteMemberFromRootNode', 'InvalidParameter'),
    en: (r) => `Account ${r.uin} can't be taken out of the root department. DeleteOrganizationMembers takes it out of the organization.`,
    zh: (r) => `不能将账号 ${r.uin} 移出根部门，可用 DeleteOrganizationMembers 将其移出集团组织。`,
  },
  member_not_in_node: {
    code: 'InvalidParameter',
    en: (r) => `Account ${r.uin} is not in department ${r.node} but in ${r.present}. Name that one.`,
    zh: (r) => `账号 ${r.uin} 不在部门 ${r.node} 中，而在部门 ${r.present} 中，请使用后者。`,
  },
  member_name_taken: {
    code: firstListed('FailedOperation.MemberNameUsed', 'FailedOperation.OrganizationMemberNameUsed', 'InvalidParameter'),
    en: (r) => `Another member of the organization already has the name ${r.name}. Choose another.`,
    zh: (r) => `集团组织中已有名为 ${r.name} 的成员，请更换名称。`,
  },
  account_name_taken: {
    code: firstListed('FailedOperation.OrganizationMemberNameUsed', 'FailedOperation.MemberNameUsed', 'InvalidParameter'),
    en: (r, met) =>
      `An account of the organization already has the name ${r.name}. Choose another ` +
      (renames(met) ? 'Name, or leave IsModifyNickName out.' : 'AccountName.'),
    zh: (r, met) => `集团组织中已有名为 ${r.name} 的账号，请更换${renames(met) ? '名称，或不传 IsModifyNickName' : ' AccountName'}。`,
  },
  member_quota_reached: {
    code: firstListed('LimitExceeded.OrganizationMemberOverLimit', 'LimitExceeded.Members', 'LimitExceeded'),
    en: (r) =>
      `The organization already has ${r.quota} accounts, its quota. Remove members or raise the quota (admin API: limits.members).`,
    zh: (r) => `集团组织的账号数已达配额 ${r.quota}，请移除成员或提高配额（管理接口 limits.members）。`,
  },
  created_member_quota_reached: {
    code: 'LimitExceeded.CreateMemberOverLimit',
    en: (r) => `The organization already created ${r.quota} accounts, its quota. Raise it (admin API: limits.createdMembers).`,
    zh: (r) => `集团组织创建的账号数已达配额 ${r.quota}，可提高配额（管理接口 limits.createdMembers）。`,
  },
  managers_place_fixed: {
    code: firstListed('UnsupportedOperation', 'InvalidParameter'),
    en: (r) => `Account ${r.uin} is the manager: its permissions, payer and quit setting can't be changed. Give Name or Remark alone.`,
    zh: (r) => `账号 ${r.uin} 为管理账号，不能修改其财务权限、代付者和退出设置，仅可修改 Name 和 Remark。`,
  },
  created_member_never_quits: {
    code: firstListed('UnsupportedOperation.MemberNotAllowQuit', 'InvalidParameter.AllowQuitIllegal', 'InvalidParameter'),
    en: (r) => `The organization created account ${r.uin}, which can never quit. Leave out IsAllowQuit, or remove the member instead.`,
    zh: (r) => `账号 ${r.uin} 由集团组织创建，不允许退出。请勿传入 IsAllowQuit，或直接移除该成员。`,
  },
  identity_not_found: {
    code: 'InvalidParameter',
    en: (r) => `No identity ${r.identity} in \`IdentityRoleID\`. 1 is always there.`,
    zh: (r) => `\`IdentityRoleID\` 中的身份 ${r.identity} 不存在，1 默认支持。`,
  },
  creation_record_not_found: {
    code: 'FailedOperation.CreateRecordNotExist',
    en: (r) => `No creation record ${r.record} in your organization. Leave out RecordId to create a new member.`,
    zh: (r) => `集团组织中没有创建记录 ${r.record}，创建新成员时请勿传入 RecordId。`,
  },
  creation_record_done: {
    code: 'FailedOperation.CreateRecordAlreadySuccess',
    en: (r) => `Creation record ${r.record} has succeeded: it made account ${r.uin}. Leave out RecordId to create another member.`,
    zh: (r) => `创建记录 ${r.record} 已成功，对应账号 ${r.uin}。如需创建其他成员，请勿传入 RecordId。`,
  },
  entity_relation_not_found: {
    code: 'ResourceNotFound.OrganizationAuthRelationNotExist',
    en: (r) => `No entity relation ${r.relation} in your organization. DescribeOrganizationAuthNode lists them.`,
    zh: (r) => `集团组织中没有互信主体关系 ${r.relation}，可用 DescribeOrganizationAuthNode 查询。`,
  },
  entity_quota_reached: {
    code: firstListed('FailedOperation.CreateMemberAuthOverLimit', 'LimitExceeded'),
    en: (r) => `${r.quota} accounts are already verified as ${r.entity}, the most there may be (admin API: limits.accountsPerEntity).`,
    zh: (r) => `认证主体 ${r.entity} 的账号数已达上限 ${r.quota}（管理接口 limits.accountsPerEntity）。`,
  },
}
