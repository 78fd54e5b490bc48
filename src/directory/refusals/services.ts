/** About services of an organization and who administers them. */
export type ServiceRefusal =
  | { fact: 'service_not_named' }
  | { fact: 'service_not_found'; service: string }
  | { fact: 'service_not_delegable'; service: string }
  | { fact: 'service_takes_no_scope'; service: string }
  | { fact: 'scope_empty' }
  | { fact: 'manager_needs_no_delegation'; uin: number }
  | { fact: 'delegate_quota_reached'; service: string; quota: number }
  | { fact: 'delegation_not_found'; service: string; uin: number }
  | { fact: 'delegation_in_use'; service: string; uin: number }
  | { fact: 'service_tells_no_use'; service: string }
