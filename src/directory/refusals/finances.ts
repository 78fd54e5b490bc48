/** About what a manager may do with a member's money, and who pays for whom. */
export type FinanceRefusal =
  | { fact: 'permission_unknown'; permission: number }
  | { fact: 'permission_mandatory'; permission: number }
  | { fact: 'permission_not_opened'; permission: number }
  | { fact: 'payer_missing' }
  | { fact: 'payer_without_permission'; payer: number }
  | { fact: 'payer_unknown'; payer: number }
  | { fact: 'payer_not_a_member'; payer: number }
  | { fact: 'payer_not_eligible'; payer: number; managerUin: number; entity: string }
  | { fact: 'payer_of_another_company'; uin: number; entity: string; payer: number; payerEntity: string }
  | { fact: 'money_of_distributor_client'; uin: number }
  | { fact: 'payee_in_arrears'; uin: number; balance: number }
  | { fact: 'payee_has_open_orders'; uin: number; openOrders: number }
  | { fact: 'payer_in_arrears'; payer: number; balance: number }
  | { fact: 'pay_on_behalf_unsettled'; uin: number; payer: number; balance: number; openOrders: number; paymentCard: boolean }
  | { fact: 'member_not_verified'; uin: number }
  | { fact: 'member_not_enterprise'; uin: number; verification: string }
  | { fact: 'change_waits_for_consent'; uin: number }
  | { fact: 'no_change_waits'; uin: number }
  /** `asked`: it is to be paid for once it consents to what it was asked before. */
  | { fact: 'quit_denied_by_payer'; uin: number; payer: number; asked: boolean }
