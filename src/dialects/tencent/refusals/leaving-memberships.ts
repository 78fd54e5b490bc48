import type { Blocker } from '../../../directory/refusals/leaving.ts'
import type { Wordings } from './wording.ts'

/** Facts of the membership: how the account came in, and what the organization set for it. */
type MembershipFact =
  | 'manager_never_leaves'
  | 'security_mail_missing'
  | 'created_never_quits'
  | 'quit_denied'
  | 'not_created_here'
  | 'administers_services'
  | 'payer_not_settled'
  | 'pays_for_members'
  | 'payment_card_missing'
  | 'deletion_not_permitted'
  | 'deletion_pending'

const answeredFirst = (asked: boolean, uin: number) => ({
  en: asked ? ` Member ${uin} answers first what was asked of it before (admin API: POST …/members/{uin}/consent).` : '',
  zh: asked ? `成员 ${uin} 须先答复此前待确认的变更（管理接口 POST …/members/{uin}/consent）。` : '',
})

export const membershipGateWordings: Wordings<Extract<Blocker, { fact: MembershipFact }>> = {
  manager_never_leaves: {
    code: 'FailedOperation.DisableQuitSelfCreatedOrganization',
    en: (r) => `Account ${r.uin} created organization ${r.organization} and can't leave it. DeleteOrganization ends the organization.`,
    zh: (r) => `账号 ${r.uin} 是集团组织 ${r.organization} 的创建者，不能退出，可用 DeleteOrganization 删除组织。`,
  },
  security_mail_missing: {
    code: 'UnsupportedOperation.CreateMemberNotAllowDelete',
    en: (r) =>
      `Account ${r.uin} was created by the organization and has no security mail and phone: nobody could use it. ` +
      'Bind them with AddOrganizationMemberEmail (admin API: securityMail).',
    zh: (r) => `账号 ${r.uin} 由集团组织创建且未绑定安全邮箱和手机，请先用 AddOrganizationMemberEmail 绑定（管理接口 securityMail）。`,
  },
  created_never_quits: {
    code: 'UnsupportedOperation.CreateMemberNotAllowQuit',
    en: (r) => `Account ${r.uin} was created by the organization and can't quit. Its manager can remove it: DeleteOrganizationMembers.`,
    zh: (r) => `账号 ${r.uin} 由集团组织创建，不能主动退出，可由管理账号用 DeleteOrganizationMembers 移除。`,
  },
  quit_denied: {
    code: 'UnsupportedOperation.MemberNotAllowQuit',
    en: (r) =>
      `The organization denies member ${r.uin} to quit${r.payer === null ? '' : `, as ${r.payer} pays for it`}. Its manager allows it with ` +
      `UpdateOrganizationMember, IsAllowQuit Allow${r.payer === null ? '' : ' and permissions without 7'}.${answeredFirst(r.asked, r.uin).en}`,
    zh: (r) =>
      `集团组织不允许成员 ${r.uin} 主动退出${r.payer === null ? '' : `（由 ${r.payer} 代付）`}，管理账号可用 UpdateOrganizationMember ` +
      `将 IsAllowQuit 设为 Allow${r.payer === null ? '' : '，并去掉权限 7'}。${answeredFirst(r.asked, r.uin).zh}`,
    example: { asked: false },
  },
  not_created_here: {
    code: 'UnsupportedOperation.InviteAccountNotAllowDelete',
    en: (r) =>
      r.manages
        ? `Account ${r.uin} manages the organization, which did not create it; only created accounts can be deleted. DeleteOrganization lets it go.`
        : `Account ${r.uin} joined by invitation; only created accounts can be deleted. DeleteOrganizationMembers removes it.`,
    zh: (r) =>
      r.manages
        ? `账号 ${r.uin} 是管理账号而非由集团组织创建，只有创建的账号可以删除，可用 DeleteOrganization 解散组织。`
        : `账号 ${r.uin} 为邀请加入，只有创建的账号可以删除，可用 DeleteOrganizationMembers 移除。`,
    example: { manages: false },
  },
  administers_services: {
    code: 'UnsupportedOperation.MemberExistServiceNotAllowDelete',
    en: (r) =>
      `Account ${r.uin} is delegated administrator of ${r.services.join(', ')}. End that with DeleteOrgServiceAssign.` +
      (r.inUse ? ` Its use of ${r.services[0]} ends first (admin API: inUse of the delegate).` : ''),
    zh: (r) =>
      `账号 ${r.uin} 是 ${r.services.join('、')} 的委派管理员，请先用 DeleteOrgServiceAssign 取消委派。` +
      (r.inUse ? `须先停用 ${r.services[0]}（管理接口中委派管理员的 inUse）。` : ''),
    example: { inUse: false },
  },
  payer_not_settled: {
    code: 'FailedOperation.MemberExistDelegatePayerNotAllowDelete',
    en: (r) =>
      `Account ${r.uin} is paid for by ${r.payer} and is not settled: balance ${r.balance} cents, ${r.openOrders} open order(s). ` +
      'Bring the balance to 0 or above and finish the orders (admin API: balance, openOrders).',
    zh: (r) =>
      `账号 ${r.uin} 由 ${r.payer} 代付且未结清：余额 ${r.balance} 分，未完成订单 ${r.openOrders} 个，请先结清（管理接口 balance、openOrders）。`,
  },
  pays_for_members: {
    code: 'FailedOperation.MemberIsDelegatePayerNotAllowDelete',
    en: (r) =>
      `Account ${r.uin} pays for ${r.payees} member(s), ${r.one} among them. Give each another payer, or take permission 7 off ` +
      `(UpdateOrganizationMember).${answeredFirst(r.asked, r.one).en}`,
    zh: (r) =>
      `账号 ${r.uin} 为 ${r.payees} 个成员代付（如 ${r.one}），请先用 UpdateOrganizationMember 更换其代付者或去掉权限 7。` +
      answeredFirst(r.asked, r.one).zh,
    example: { asked: false },
  },
  payment_card_missing: {
    code: 'UnsupportedOperation.MemberNoPayment',
    en: (r) => `Account ${r.uin} is paid for by ${r.payer} and has no payment card of its own. Bind one (admin API: paymentCard).`,
    zh: (r) => `账号 ${r.uin} 由 ${r.payer} 代付且自身未绑定支付卡，请先绑卡（管理接口 paymentCard）。`,
  },
  deletion_not_permitted: {
    code: 'UnsupportedOperation.DeleteAccountDisabled',
    en: (r) =>
      `Organization ${r.organization} does not permit accounts to be deleted, so ${r.uin} stays. Switch that on (admin API: deletionPermission).`,
    zh: (r) => `集团组织 ${r.organization} 未开启成员删除许可，不能删除账号 ${r.uin}，请先开启（管理接口 deletionPermission）。`,
  },
  deletion_pending: {
    code: 'FailedOperation.MemberAccountDeregisterPending',
    en: (r) => `The deletion of account ${r.uin} was asked for already and ends by ${new Date(r.dueAt).toISOString()}. Wait for it.`,
    zh: (r) => `账号 ${r.uin} 的删除已在审核中，将于 ${new Date(r.dueAt).toISOString()} 完成，请等待。`,
    example: { dueAt: Date.UTC(2026, 0, 31) },
  },
}
