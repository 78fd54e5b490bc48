import type { Blocker } from '../../../directory/refusals/leaving.ts'
import { firstListed, type Wordings } from './wording.ts'

/** Facts of the account itself, and of what reaches into it. */
type AccountFact =
  | 'administers_entity'
  | 'shares_resources'
  | 'uses_shares'
  | 'operate_process_set'
  | 'role_deployed_to_account'
  | 'user_provisioned_to_account'
  | 'resources_left'

const named = (companies: readonly { name: string }[], separator: string) =>
  companies.length > 0 ? ` (${companies.map(({ name }) => name).join(separator)})` : ''

export const accountGateWordings: Wordings<Extract<Blocker, { fact: AccountFact }>> = {
  administers_entity: {
    code: 'FailedOperation.OrganizationAuthManageNotAllowDelete',
    en: (r) => `Account ${r.uin} administers a verified company${named(r.entities, ', ')}. Give that up (admin API: entityAdministrator).`,
    zh: (r) => `账号 ${r.uin} 是主体管理账号${named(r.entities, '、')}，请先解除（管理接口 entityAdministrator）。`,
  },
  shares_resources: {
    code: 'FailedOperation.MemberShareResource',
    en: (r) => `Account ${r.uin} shares resources that others use. End the shares (admin API: sharesResources).`,
    zh: (r) => `账号 ${r.uin} 正在向其他账号共享资源，请先取消共享（管理接口 sharesResources）。`,
  },
  uses_shares: {
    code: 'FailedOperation.ShareResourceMemberInUse',
    en: (r) => `Account ${r.uin} uses resources that others share. Let it stop using them (admin API: usesShares).`,
    zh: (r) => `账号 ${r.uin} 正在使用他人共享的资源，请先停止使用（管理接口 usesShares）。`,
  },
  operate_process_set: {
    code: 'UnsupportedOperation.MemberExistOperateProcessNotAllowDelete',
    en: (r) => `Account ${r.uin} has an approval of sensitive operations set up. Take it away (admin API: operateProcess).`,
    zh: (r) => `账号 ${r.uin} 设置了操作审批，请先取消（管理接口 operateProcess）。`,
  },
  role_deployed_to_account: {
    code: firstListed('UnsupportedOperation.AdminAccountExistCICRoleConfig', 'UnsupportedOperation.MemberAccountExistCICRoleConfig'),
    en: (r) =>
      `${r.rules} role assignment(s) of zone ${r.zone} still reach account ${r.uin}, one of them for ${r.one}. Remove them first ` +
      '(admin API: access-rules, role_assignment).',
    zh: (r) =>
      `空间 ${r.zone} 中仍有 ${r.rules} 个权限配置部署在账号 ${r.uin} 上（如 ${r.one}），请先解除（管理接口 access-rules 的 role_assignment）。`,
  },
  user_provisioned_to_account: {
    code: firstListed('UnsupportedOperation.AdminAccountExistCICUserConfig', 'UnsupportedOperation.MemberAccountExistCICUserConfig'),
    en: (r) =>
      `${r.rules} user provisioning(s) of zone ${r.zone} still reach account ${r.uin}, one of them for ${r.one}. Delete them first ` +
      '(admin API: access-rules, user_provisioning).',
    zh: (r) =>
      `空间 ${r.zone} 中仍有 ${r.rules} 个用户同步到账号 ${r.uin}（如 ${r.one}），请先删除（管理接口 access-rules 的 user_provisioning）。`,
  },
  resources_left: {
    code: 'UnsupportedOperation.MemberAccountExistResource',
    en: (r) => {
      const left = r.resources.length > 0 ? ` still owns resources in ${r.resources.join(', ')}` : ' may still own resources'
      const unknown = r.undetected.length > 0 ? `; ${r.undetected.join(', ')} could not be asked` : ''
      return `Account ${r.uin}${left}${unknown}. Delete them (admin API: resources, undetectedResources).`
    },
    zh: (r) => {
      const left = r.resources.length > 0 ? `仍有资源：${r.resources.join('、')}` : '可能仍有资源'
      const unknown = r.undetected.length > 0 ? `；无法检测：${r.undetected.join('、')}` : ''
      return `账号 ${r.uin} ${left}${unknown}，请先清理（管理接口 resources、undetectedResources）。`
    },
  },
}
