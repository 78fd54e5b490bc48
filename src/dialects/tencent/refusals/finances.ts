import type { FinanceRefusal } from '../../../directory/refusals/finances.ts'
import { firstListed, type Wordings } from './wording.ts'

const permissionCode = firstListed('FailedOperation.OrganizationPermissionIllegal', 'InvalidParameter')
const payerCode = firstListed('FailedOperation.PayUinIllegal', 'InvalidParameter')

export const financeWordings: Wordings<FinanceRefusal> = {
  permission_unknown: {
    code: permissionCode,
    en: (r) => `There is no financial permission ${r.permission} for \`PermissionIds\`; there are 1 to 10.`,
    zh: (r) => `\`PermissionIds\` 中的财务权限 ${r.permission} 不存在，取值为 1 至 10。`,
  },
  permission_mandatory: {
    code: permissionCode,
    en: (r) => `\`PermissionIds\` misses ${r.permission}; 1 and 2 are mandatory.`,
    zh: (r) => `\`PermissionIds\` 缺少 ${r.permission}，1 和 2 为必选。`,
  },
  permission_not_opened: {
    code: permissionCode,
    en: (r) =>
      `Financial permission ${r.permission} is not opened for your organization (admin API: facts.openedPermissions). Leave it out.`,
    zh: (r) => `集团组织未开通财务权限 ${r.permission}（管理接口 facts.openedPermissions），请勿传入。`,
  },
  payer_missing: {
    code: payerCode,
    en: () => "Permission 7 (pay on behalf) needs `PayUin`: the manager, or the administrator of the member's company.",
    zh: () => '财务权限 7（代付费）需要传入 `PayUin`：管理账号，或成员所属主体的主体管理员。',
  },
  payer_without_permission: {
    code: payerCode,
    en: (r) => `\`PayUin\` ${r.payer} is given without permission 7 (pay on behalf). Add 7 to PermissionIds, or leave out PayUin.`,
    zh: (r) => `传入了 \`PayUin\` ${r.payer}，但没有财务权限 7（代付费）。请在 PermissionIds 中加入 7，或不传 PayUin。`,
  },
  payer_unknown: {
    code: firstListed('ResourceNotFound.OrganizationMemberNotExist', 'FailedOperation.PayUinIllegal', 'InvalidParameter'),
    en: (r) => `\`PayUin\` ${r.payer} is no account. DescribeOrganizationMembers lists those of your organization.`,
    zh: (r) => `\`PayUin\` ${r.payer} 不是账号，可用 DescribeOrganizationMembers 查询集团组织的账号。`,
  },
  payer_not_a_member: {
    code: firstListed('InvalidParameter.OrganizationMemberNotExist', 'FailedOperation.PayUinIllegal', 'InvalidParameter'),
    en: (r) => `\`PayUin\` ${r.payer} is no account of your organization. DescribeOrganizationMembers lists them.`,
    zh: (r) => `\`PayUin\` ${r.payer} 不是集团组织的账号，可用 DescribeOrganizationMembers 查询。`,
  },
  payer_not_eligible: {
    code: payerCode,
    en: (r) => `Account ${r.payer} can't pay for the member: only the manager ${r.managerUin} and the administrator of ${r.entity} can.`,
    zh: (r) => `账号 ${r.payer} 不能为该成员代付，仅管理账号 ${r.managerUin} 或主体 ${r.entity} 的管理员可以。`,
  },
  payer_of_another_company: {
    code: firstListed('FailedOperation.AuthInfoNotSame', 'FailedOperation.PayUinIllegal', 'InvalidParameter'),
    en: (r) =>
      `Permissions 6 and 7 hold within one company: member ${r.uin} is verified as ${r.entity}, account ${r.payer} as ${r.payerEntity}. ` +
      'Leave them out, or have both verified as one (admin API: entity, facts.trustedEntities).',
    zh: (r) =>
      `财务权限 6 和 7 仅限同一主体：成员 ${r.uin} 的主体为 ${r.entity}，账号 ${r.payer} 的主体为 ${r.payerEntity}。` +
      '请去掉该权限，或统一实名主体（管理接口 entity、facts.trustedEntities）。',
  },
  member_not_verified: {
    code: firstListed('FailedOperation.AuthInfoEmpty', 'InvalidParameter'),
    en: (r) => `Permissions 6 and 7 need an enterprise verification; member ${r.uin} has none (admin API: verification).`,
    zh: (r) => `财务权限 6 和 7 需要企业实名认证，成员 ${r.uin} 尚未实名认证（管理接口 verification）。`,
  },
  member_not_enterprise: {
    code: firstListed('FailedOperation.AuthNotEnterprise', 'InvalidParameter'),
    en: (r) =>
      `Permissions 6 and 7 need an enterprise verification; member ${r.uin} is verified as ${r.verification} (admin API: verification).`,
    zh: (r) => `财务权限 6 和 7 需要企业实名认证，成员 ${r.uin} 的实名类型为 ${r.verification}（管理接口 verification）。`,
  },
  money_of_distributor_client: {
    code: firstListed('UnsupportedOperation.ExistedAgent', 'InvalidParameter'),
    en: (r) => `Permissions 6 and 7 are not for clients of a distributor, and account ${r.uin} is one (admin API: kind). Leave them out.`,
    zh: (r) => `财务权限 6 和 7 不支持经销商子客，账号 ${r.uin} 为经销商子客（管理接口 kind），请去掉该权限。`,
  },
  payee_in_arrears: {
    code: firstListed('UnsupportedOperation.MemberAccountArrears', 'InvalidParameter'),
    en: (r) =>
      `Account ${r.uin} can't be paid for by another while its balance is ${r.balance} cents. Bring it to 0 or above (admin API: facts.balance).`,
    zh: (r) => `账号 ${r.uin} 余额为 ${r.balance} 分（欠费），不能设置代付，请先使余额不小于 0（管理接口 facts.balance）。`,
  },
  payee_has_open_orders: {
    code: firstListed('UnsupportedOperation.OrderInProgressExisted', 'InvalidParameter'),
    en: (r) =>
      `Account ${r.uin} can't be paid for by another while ${r.openOrders} of its orders are unpaid or in progress. Finish them ` +
      '(admin API: facts.openOrders).',
    zh: (r) => `账号 ${r.uin} 有 ${r.openOrders} 个待支付或处理中的订单，不能设置代付，请先完成订单（管理接口 facts.openOrders）。`,
  },
  payer_in_arrears: {
    code: firstListed('UnsupportedOperation.PayerArrearsAndNoCreditAccount', 'InvalidParameter'),
    en: (r) =>
      `Account ${r.payer} can't begin to pay for another while its balance is ${r.balance} cents. Bring it to 0 or above (admin API: facts.balance).`,
    zh: (r) => `代付账号 ${r.payer} 余额为 ${r.balance} 分（欠费），不能开始代付，请先使余额不小于 0（管理接口 facts.balance）。`,
  },
  pay_on_behalf_unsettled: {
    code: firstListed('UnsupportedOperation.DeleteDelegatePayerNotAllow', 'InvalidParameter'),
    en: (r) =>
      `Account ${r.payer} can't cease to pay for member ${r.uin}: balance ${r.balance} cents, ${r.openOrders} open order(s), ` +
      `${r.paymentCard ? 'a' : 'no'} payment card of its own. Bring the balance to 0 or above, finish the orders and bind a card ` +
      '(admin API: facts.balance, openOrders, paymentCard).',
    zh: (r) =>
      `成员 ${r.uin} 不能解除由账号 ${r.payer} 的代付：余额 ${r.balance} 分，未完成订单 ${r.openOrders} 个，` +
      `${r.paymentCard ? '已' : '未'}绑定支付卡。请先结清并绑卡（管理接口 facts.balance、openOrders、paymentCard）。`,
    example: { paymentCard: false },
  },
  change_waits_for_consent: {
    code: firstListed('FailedOperation.ChangePermissionRecordExist', 'InvalidParameter'),
    en: (r) =>
      `An earlier change of the financial permissions of member ${r.uin} still waits for its consent ` +
      '(admin API: POST …/members/{uin}/consent).',
    zh: (r) => `成员 ${r.uin} 的财务权限变更仍待其确认（管理接口 POST …/members/{uin}/consent）。`,
  },
  no_change_waits: {
    code: 'InvalidParameter',
    en: (r) => `No change of permissions waits for the consent of member ${r.uin}.`,
    zh: (r) => `成员 ${r.uin} 没有待确认的财务权限变更。`,
  },
  quit_denied_by_payer: {
    code: firstListed('InvalidParameter.AllowQuitIllegal', 'InvalidParameter'),
    en: (r) =>
      r.asked
        ? `Member ${r.uin} was asked to let account ${r.payer} pay for it, and who is paid for can't quit. Let it answer first ` +
          '(admin API: POST …/members/{uin}/consent).'
        : `Account ${r.payer} pays for member ${r.uin}, which therefore can't be allowed to quit. Take permission 7 away first.`,
    zh: (r) =>
      r.asked
        ? `成员 ${r.uin} 尚未答复由账号 ${r.payer} 代付的申请，代付成员不能退出，请先由其答复（管理接口 POST …/members/{uin}/consent）。`
        : `成员 ${r.uin} 由账号 ${r.payer} 代付，不能允许其退出。请先取消财务权限 7。`,
    example: { asked: false },
  },
}
