import type { ServiceRefusal } from '../../../directory/refusals/services.ts'
import { firstListed, type Met, type Wordings } from './wording.ts'

/** Whether an action takes no ServiceId. */
const byProductAlone = ({ name }: Met) => name === 'DescribeOrganizationMembers'

export const serviceWordings: Wordings<ServiceRefusal> = {
  service_not_named: {
    code: 'InvalidParameter',
    en: () => 'Name the service: give ServiceId or Product. ListOrganizationService lists both.',
    zh: () => '请通过 ServiceId 或 Product 指定集团服务，可用 ListOrganizationService 查询。',
  },
  service_not_found: {
    code: firstListed('ResourceNotFound.OrganizationServiceNotExist', 'InvalidParameter'),
    en: (r, met) =>
      `No organization service ${r.service}. ListOrganizationService lists them` +
      (byProductAlone(met) ? '.' : '; ServiceId and Product must name the same one.'),
    zh: (r, met) =>
      `没有集团服务 ${r.service}，可用 ListOrganizationService 查询${byProductAlone(met) ? '' : '；ServiceId 与 Product 需指同一服务'}。`,
  },
  service_not_delegable: {
    code: 'UnsupportedOperation',
    en: (r) =>
      `Service ${r.service} is administered by the manager account alone. ListOrganizationService shows IsAssign 1 for those that can be delegated.`,
    zh: (r) => `集团服务 ${r.service} 仅由管理账号管理，不支持委派。ListOrganizationService 中 IsAssign 为 1 的服务可委派。`,
  },
  service_takes_no_scope: {
    code: 'UnsupportedOperation',
    en: (r) => `Service ${r.service} can't be limited to some members. Leave ManagementScope out, or give 1.`,
    zh: (r) => `集团服务 ${r.service} 不支持设置管理范围，请不传 ManagementScope 或传 1。`,
  },
  scope_empty: {
    code: 'InvalidParameter',
    en: () => 'ManagementScope 2 needs ManagementScopeUins or ManagementScopeNodeIds. Give 1 for all members.',
    zh: () => 'ManagementScope 为 2 时需传 ManagementScopeUins 或 ManagementScopeNodeIds；管理全部成员请传 1。',
  },
  manager_needs_no_delegation: {
    code: 'UnsupportedOperation',
    en: (r) => `Account ${r.uin} is the manager of the organization and administers every service already. Leave it out.`,
    zh: (r) => `账号 ${r.uin} 为集团组织的管理账号，无需委派，请勿传入。`,
  },
  delegate_quota_reached: {
    code: 'LimitExceeded.CreateOrgServiceAssignOverLimit',
    en: (r) =>
      `Service ${r.service} takes at most ${r.quota} delegated administrators. Nothing was changed. DeleteOrgServiceAssign makes room.`,
    zh: (r) => `集团服务 ${r.service} 最多委派 ${r.quota} 个管理员，未做任何修改。可用 DeleteOrgServiceAssign 取消部分委派。`,
  },
  delegation_not_found: {
    code: 'ResourceNotFound.OrganizationServiceAssignNotExist',
    en: (r) => `Account ${r.uin} is no delegated administrator of service ${r.service}. ListOrgServiceAssignMember lists them.`,
    zh: (r) => `账号 ${r.uin} 不是集团服务 ${r.service} 的委派管理员，可用 ListOrgServiceAssignMember 查询。`,
  },
  delegation_in_use: {
    code: 'FailedOperation.OrganizationServiceAssignIsUse',
    en: (r) => `Account ${r.uin} still uses service ${r.service}. End its use there first (admin API: inUse of the delegate).`,
    zh: (r) => `账号 ${r.uin} 仍在使用集团服务 ${r.service}，请先在该服务中停用（管理接口中委派管理员的 inUse）。`,
  },
  service_tells_no_use: {
    code: 'UnsupportedOperation',
    en: (r) => `Service ${r.service} does not tell whether it is used.`,
    zh: (r) => `集团服务 ${r.service} 没有使用状态。`,
  },
}
