import type { Fact, Refusal } from '../../directory/refusals.ts'
import { Problem } from './problem.ts'
import { type AppFact, appWordings } from './refusals/apps.ts'
import { type BridgeFact, bridgeWordings } from './refusals/bridges.ts'
import { type CompanyGroupFact, companyGroupWordings } from './refusals/company-groups.ts'
import { type CompanyRoleFact, companyRoleWordings } from './refusals/company-roles.ts'
import { type DeliveryFact, deliveryWordings } from './refusals/deliveries.ts'
import { type VocabularyFact, vocabularyWordings } from './refusals/vocabularies.ts'
import type { Wording } from './refusals/wording.ts'

/** The facts that an operation of this wire can meet. */
export type AdminFact =
  | AppFact
  | BridgeFact
  | DeliveryFact
  | CompanyGroupFact
  | CompanyRoleFact
  | VocabularyFact
  | 'account_not_found'
  | 'organization_not_found'
  | 'company_not_found'
  | 'key_not_found'
  | 'key_exists'
  | 'already_in_organization'
  | 'no_organization'
  | 'zone_not_found'
  | 'zone_not_open'
  | 'principal_not_found'
  | 'delegation_not_found'
  | 'service_tells_no_use'
  | 'mail_binding_not_found'
  | 'mail_binding_finished'
  | 'member_not_found'
  | 'no_change_waits'
  | 'payer_unknown'
  | 'payer_not_a_member'
  | 'payer_not_eligible'
  | 'payer_of_another_company'
  | 'member_not_verified'
  | 'member_not_enterprise'
  | 'cursor_invalid'

const met: { readonly [F in AdminFact]: Wording<F> } = {
  ...appWordings,
  ...bridgeWordings,
  ...deliveryWordings,
  ...companyGroupWordings,
  ...companyRoleWordings,
  ...vocabularyWordings,
  account_not_found: {
    status: 404,
    title: 'No such account',
    en: (r) => `No account ${r.uin}. GET /admin/v1/accounts lists them.`,
    zh: (r) => `没有账号 ${r.uin}，可用 GET /admin/v1/accounts 查询。`,
  },
  organization_not_found: {
    status: 404,
    title: 'No such organization',
    en: (r) => `No organization ${r.organization}. An account shows the one that it belongs to.`,
    zh: (r) => `没有集团组织 ${r.organization}，账号信息中有其所属组织。`,
  },
  company_not_found: {
    status: 404,
    title: 'No such company',
    en: (r) => `No company ${r.company}. GET /admin/v1/companies lists them.`,
    zh: (r) => `没有企业 ${r.company}，可用 GET /admin/v1/companies 查询。`,
  },
  key_not_found: {
    status: 404,
    title: 'No such key',
    en: (r) => `The account has no key ${r.secretId}. Its keys are listed under …/keys.`,
    zh: (r) => `该账号没有密钥 ${r.secretId}，可在 …/keys 下查询。`,
  },
  key_exists: {
    status: 409,
    title: 'The key exists',
    en: (r) => `A key ${r.secretId} exists already. Give another secretId, or none to have one made.`,
    zh: (r) => `密钥 ${r.secretId} 已存在，请更换 secretId，或不传以自动生成。`,
  },
  already_in_organization: {
    status: 409,
    title: 'The account belongs to an organization',
    en: (r) => `The account already belongs to organization ${r.organization}; an account belongs to one at most.`,
    zh: (r) => `账号已属于集团组织 ${r.organization}，一个账号最多属于一个组织。`,
  },
  no_organization: {
    status: 409,
    title: 'The account belongs to no organization',
    en: () => 'The account belongs to no organization, so there is none that it could leave. An account shows its organization.',
    zh: () => '账号不属于任何集团组织，无从退出。账号信息中有其所属组织。',
  },
  zone_not_found: {
    status: 404,
    title: 'No such zone',
    en: (r) => `No zone ${r.zone}. An organization shows its zone.`,
    zh: (r) => `没有空间 ${r.zone}，集团组织信息中有其空间。`,
  },
  zone_not_open: {
    status: 409,
    title: 'The organization has no zone',
    en: () => 'The organization has no zone yet, so there is nothing to set quotas of. The vendor action OpenIdentityCenter opens one.',
    zh: () => '该集团组织尚未开通空间，无法设置配额，可先用 OpenIdentityCenter 开通。',
  },
  principal_not_found: {
    status: 404,
    title: 'No such user or group',
    en: (r) => `No user or group ${r.principal} in this zone.`,
    zh: (r) => `该空间中没有用户或用户组 ${r.principal}。`,
  },
  delegation_not_found: {
    status: 404,
    title: 'Not a delegated administrator',
    en: (r) => `Account ${r.uin} is no delegated administrator of ${r.service}. The vendor action CreateOrgServiceAssign makes it one.`,
    zh: (r) => `账号 ${r.uin} 不是 ${r.service} 的委派管理员，可用 CreateOrgServiceAssign 委派。`,
  },
  service_tells_no_use: {
    status: 409,
    title: 'The service does not tell use',
    en: (r) => `${r.service} does not tell whether it is used: IsUsageStatus of ListOrganizationService is 2.`,
    zh: (r) => `${r.service} 没有使用状态：ListOrganizationService 中其 IsUsageStatus 为 2。`,
  },
  mail_binding_not_found: {
    status: 404,
    title: 'No mail binding',
    en: (r) => `No mail binding of account ${r.uin}. The vendor action AddOrganizationMemberEmail begins one.`,
    zh: (r) => `账号 ${r.uin} 没有邮箱绑定记录，可用 AddOrganizationMemberEmail 添加。`,
  },
  mail_binding_finished: {
    status: 409,
    title: 'The mail binding waits for nothing',
    en: (r) => `The mail binding of account ${r.uin} is finished: ${r.status}. Only one that is not yet activated takes an outcome.`,
    zh: (r) => `账号 ${r.uin} 的邮箱绑定已结束（${r.status}），仅待激活的记录可设置结果。`,
  },
  member_not_found: {
    status: 404,
    title: 'Not a member',
    en: (r) => `Account ${r.uin} is no member of the organization. PUT /admin/v1/organizations/{organization}/members/{uin} makes it one.`,
    zh: (r) => `账号 ${r.uin} 不是集团组织的成员，可用 PUT /admin/v1/organizations/{organization}/members/{uin} 加入。`,
  },
  no_change_waits: {
    status: 409,
    title: 'Nothing waits for consent',
    en: (r) =>
      `No change of permissions waits for the consent of member ${r.uin}. UpdateOrganizationMember asks an invited member for more.`,
    zh: (r) => `成员 ${r.uin} 没有待确认的财务权限变更，可用 UpdateOrganizationMember 向被邀请成员申请。`,
  },
  payer_unknown: {
    status: 409,
    title: 'The payer is gone',
    en: (r) => `Account ${r.payer}, which was to pay, exists no more. Decline, and ask again with another payer.`,
    zh: (r) => `代付账号 ${r.payer} 已不存在，请拒绝后更换代付者重新申请。`,
  },
  payer_not_a_member: {
    status: 409,
    title: 'The payer has left',
    en: (r) => `Account ${r.payer}, which was to pay, has left the organization. Decline, and ask again with another payer.`,
    zh: (r) => `代付账号 ${r.payer} 已离开集团组织，请拒绝后更换代付者重新申请。`,
  },
  payer_not_eligible: {
    status: 409,
    title: 'The payer may not pay for the member',
    en: (r) => `Account ${r.payer} can't pay for the member: only the manager ${r.managerUin} and the administrator of ${r.entity} can.`,
    zh: (r) => `账号 ${r.payer} 不能为该成员代付，仅管理账号 ${r.managerUin} 或主体 ${r.entity} 的管理员可以。`,
  },
  payer_of_another_company: {
    status: 409,
    title: 'Not of one company',
    en: (r) =>
      `Member ${r.uin} is verified as ${r.entity}, account ${r.payer} as ${r.payerEntity}; permissions 6 and 7 hold within one company.`,
    zh: (r) => `成员 ${r.uin} 的主体为 ${r.entity}，账号 ${r.payer} 的主体为 ${r.payerEntity}；财务权限 6 和 7 仅限同一主体。`,
  },
  member_not_verified: {
    status: 409,
    title: 'The member is not verified',
    en: (r) => `Permissions 6 and 7 need an enterprise verification; member ${r.uin} has none.`,
    zh: (r) => `财务权限 6 和 7 需要企业实名认证，成员 ${r.uin} 尚未实名认证。`,
  },
  member_not_enterprise: {
    status: 409,
    title: 'The member is not verified as an enterprise',
    en: (r) => `Permissions 6 and 7 need an enterprise verification; member ${r.uin} is verified as ${r.verification}.`,
    zh: (r) => `财务权限 6 和 7 需要企业实名认证，成员 ${r.uin} 的实名类型为 ${r.verification}。`,
  },
  cursor_invalid: {
    status: 400,
    title: 'The cursor is not one of this list',
    en: () => 'The cursor in `after` was not given by this list. Start again without it.',
    zh: () => '`after` 中的游标不是本列表返回的，请去掉后重新查询。',
  },
}

/** What no operation of this wire brings about: told in general words if it ever does. */
const unmet = {
  status: 409,
  title: 'The directory refuses',
  en: (r: { fact: Fact }) => `The directory refuses this as things stand: ${r.fact}.`,
  zh: (r: { fact: Fact }) => `目录当前状态不允许此操作：${r.fact}。`,
}

/** The problem document of a fact. */
export function wordRefusal(refusal: Refusal): Problem {
  const { status, title, en, zh } = (met as Partial<Record<Fact, Wording<Fact>>>)[refusal.fact] ?? unmet
  return new Problem({ code: refusal.fact, status, title }, { en: en(refusal), zh: zh(refusal) })
}
