import type { Wordings } from './wording.ts'

/** Facts about members, and the permissions that they are asked for, that an operation of this wire can meet. */
export const memberWordings = {
  member_not_found: {
    status: 404,
    title: 'Not a member',
    en: (r) => `Account ${r.uin} is no member of the organization. PUT /admin/v1/organizations/{organization}/members/{uin} makes it one.`,
    zh: (r) => `账号 ${r.uin} 不是集团组织的成员，可用 PUT /admin/v1/organizations/{organization}/members/{uin} 加入。`,
  },
  member_name_taken: {
    status: 409,
    title: 'The name is taken',
    en: (r) =>
      `The organization has another member called ${r.name}. PATCH /admin/v1/accounts/{uin} gives the account another name, ` +
      'UpdateOrganizationMember that member.',
    zh: (r) =>
      `集团组织中已有名为 ${r.name} 的成员。可用 PATCH /admin/v1/accounts/{uin} 修改该账号的名称，或用 UpdateOrganizationMember 修改已有成员的名称。`,
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
  money_of_distributor_client: {
    status: 409,
    title: 'Not for clients of a distributor',
    en: (r) => `Permissions 6 and 7 are not for clients of a distributor, and account ${r.uin} is one (kind).`,
    zh: (r) => `财务权限 6 和 7 不支持经销商子客，账号 ${r.uin} 为经销商子客（kind）。`,
  },
  payee_in_arrears: {
    status: 409,
    title: 'The member is in arrears',
    en: (r) =>
      `Member ${r.uin} can't be paid for by another while its balance is ${r.balance} cents. Bring it to 0 or above (facts.balance).`,
    zh: (r) => `成员 ${r.uin} 余额为 ${r.balance} 分（欠费），不能设置代付，请先使余额不小于 0（facts.balance）。`,
  },
  payee_has_open_orders: {
    status: 409,
    title: 'The member has open orders',
    en: (r) => `Member ${r.uin} can't be paid for by another while it has ${r.openOrders} open order(s). Finish them (facts.openOrders).`,
    zh: (r) => `成员 ${r.uin} 有 ${r.openOrders} 个未完成订单，不能设置代付，请先完成订单（facts.openOrders）。`,
  },
  payer_in_arrears: {
    status: 409,
    title: 'The payer is in arrears',
    en: (r) => `Account ${r.payer} can't begin to pay while its balance is ${r.balance} cents. Bring it to 0 or above (facts.balance).`,
    zh: (r) => `代付账号 ${r.payer} 余额为 ${r.balance} 分（欠费），不能开始代付，请先使余额不小于 0（facts.balance）。`,
  },
  pay_on_behalf_unsettled: {
    status: 409,
    title: 'The member is not settled',
    en: (r) =>
      `Account ${r.payer} can't cease to pay for member ${r.uin}: balance ${r.balance} cents, ${r.openOrders} open order(s), ` +
      `${r.paymentCard ? 'a' : 'no'} payment card of its own. Settle that (facts.balance, openOrders, paymentCard).`,
    zh: (r) =>
      `成员 ${r.uin} 不能解除由账号 ${r.payer} 的代付：余额 ${r.balance} 分，未完成订单 ${r.openOrders} 个，` +
      `${r.paymentCard ? '已' : '未'}绑定支付卡，请先结清并绑卡（facts.balance、openOrders、paymentCard）。`,
    example: { paymentCard: false },
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
} satisfies Wordings
