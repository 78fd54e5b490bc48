/** About the security address of an account that an organization created. */
export type MailBindingRefusal =
  | { fact: 'member_not_created'; uin: number }
  | { fact: 'mail_binding_exists'; uin: number; id: number; status: string }
  | { fact: 'mail_binding_quota_reached'; quota: number }
  | { fact: 'address_taken'; email: string }
  | { fact: 'phone_bound_too_often'; phone: string; quota: number }
  | { fact: 'mail_binding_not_found'; uin: number; id?: number }
  | { fact: 'mail_binding_replaced'; uin: number; id: number; current: number }
  | { fact: 'mail_binding_finished'; uin: number; status: string }
  | { fact: 'mail_binding_updates_used'; quota: number }
  | { fact: 'mail_sends_used'; quota: number }
  | { fact: 'mail_sent_lately'; minutes: number }
