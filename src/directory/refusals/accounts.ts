/** About accounts, their keys, and which organization they belong to. */
export type AccountRefusal =
  | { fact: 'not_verified' }
  | { fact: 'not_enterprise'; verification: string }
  | { fact: 'account_created_in_organization'; organization: number }
  | { fact: 'account_kind_barred'; kind: string }
  | { fact: 'already_in_organization'; organization: number }
  | { fact: 'no_organization' }
  | { fact: 'not_the_manager'; organization: number }
  | { fact: 'neither_manager_nor_delegate'; organization: number; service: string }
  | { fact: 'account_not_found'; uin: number }
  | { fact: 'organization_not_found'; organization: number }
  | { fact: 'key_not_found'; secretId: string }
  | { fact: 'key_exists'; secretId: string }
