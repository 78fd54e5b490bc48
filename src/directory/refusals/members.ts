/** About the members of an organization. */
export type MemberRefusal =
  | { fact: 'member_not_found'; uin: number }
  | { fact: 'members_not_found'; uins: readonly number[] }
  | { fact: 'member_name_taken'; name: string }
  | { fact: 'account_name_taken'; name: string }
  | { fact: 'member_quota_reached'; quota: number }
  | { fact: 'created_member_quota_reached'; quota: number }
