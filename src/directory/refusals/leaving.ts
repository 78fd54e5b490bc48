/**
 * What keeps an account in its organization, or from being deleted: each is met by one gate of `leaving/`. `asked`: what must be changed of a
 * member can't be, while more permissions wait for its consent. `inUse`: the first of the services is.
 */
export type Blocker =
  | { fact: 'manager_never_leaves'; uin: number; organization: number }
  | { fact: 'security_mail_missing'; uin: number }
  | { fact: 'created_never_quits'; uin: number }
  | { fact: 'quit_denied'; uin: number; organization: number; payer: number | null; otherPermissions: readonly number[]; asked: boolean }
  | { fact: 'not_created_here'; uin: number; manages: boolean }
  | { fact: 'administers_services'; uin: number; organization: number; services: readonly string[]; inUse: boolean }
  | { fact: 'administers_entity'; uin: number; organization: number; entities: readonly { id: number; name: string }[] }
  | { fact: 'shares_resources'; uin: number }
  | { fact: 'uses_shares'; uin: number }
  | { fact: 'payer_not_settled'; uin: number; payer: number; balance: number; openOrders: number }
  | {
      fact: 'pays_for_members'
      uin: number
      organization: number
      payees: number
      one: number
      otherPermissions: readonly number[]
      asked: boolean
    }
  | { fact: 'payment_card_missing'; uin: number; payer: number }
  | { fact: 'operate_process_set'; uin: number }
  | ({ fact: 'role_deployed_to_account' } & Access)
  | ({ fact: 'user_provisioned_to_account' } & Access)
  | { fact: 'deletion_not_permitted'; uin: number; organization: number }
  | { fact: 'resources_left'; uin: number; resources: readonly string[]; undetected: readonly string[] }
  | { fact: 'deletion_pending'; uin: number; dueAt: number }

interface Access {
  uin: number
  zone: string
  rules: number
  /** A user or group that has the access. */
  one: string
}

/** The account's way out is not asked of its own organization, or the organization itself can't be deleted. */
export type LeavingRefusal =
  | Blocker
  | { fact: 'quits_another_organization'; organization: number; own: number }
  | { fact: 'quits_unknown_organization'; organization: number; own: number }
  | { fact: 'payment_left'; organization: number; uin: number }
  | { fact: 'members_left'; organization: number; members: number }
  | { fact: 'shares_in_use'; organization: number }
  | { fact: 'policies_enabled'; organization: number }
  | { fact: 'member_policies_exist'; organization: number }
