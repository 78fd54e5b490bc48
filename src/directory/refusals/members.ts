/** About the members of an organization. */
export type MemberRefusal =
  | { fact: 'member_not_found'; uin: number }
  | { fact: 'members_not_found'; uins: readonly number[] }
  | { fact: 'member_stays_in_root'; uin: number }
  | { fact: 'member_not_in_node'; uin: number; node: number; present: number }
  | { fact: 'member_name_taken'; name: string }
  | { fact: 'account_name_taken'; name: string }
  | { fact: 'member_quota_reached'; quota: number }
  | { fact: 'created_member_quota_reached'; quota: number }
  | { fact: 'managers_place_fixed'; uin: number }
  | { fact: 'created_member_never_quits'; uin: number }
  | { fact: 'identity_not_found'; identity: number }
  | { fact: 'creation_record_not_found'; record: number }
  | { fact: 'creation_record_done'; record: number; uin: number }
  | { fact: 'entity_relation_not_found'; relation: number }
  | { fact: 'entity_quota_reached'; entity: string; quota: number }
