/** About a zone, its users, its groups and who is in what. */
export type ZoneRefusal =
  | { fact: 'zone_not_open' }
  | { fact: 'zone_already_open'; zone: string }
  | { fact: 'zone_not_found'; zone: string }
  | { fact: 'zone_name_taken'; name: string }
  | { fact: 'user_not_found'; user: string }
  | { fact: 'user_name_taken'; name: string }
  | { fact: 'email_taken'; email: string }
  | { fact: 'user_quota_reached'; quota: number }
  | { fact: 'user_owned_by_sync'; user: string; attempted: 'update' | 'delete' }
  | { fact: 'password_kept_by_source'; user: string }
  | { fact: 'user_in_groups'; user: string; groups: number }
  | { fact: 'group_not_found'; group: string }
  | { fact: 'group_name_taken'; name: string }
  | { fact: 'group_quota_reached'; quota: number }
  | { fact: 'group_has_members'; group: string; members: number }
  | { fact: 'group_owned_by_sync'; group: string; attempted: 'add_user' | 'remove_user' | 'update' | 'delete' }
  | { fact: 'owners_differ'; group: string; groupOwner: string; user: string; userOwner: string }
  | { fact: 'already_a_member'; group: string; user: string }
  | { fact: 'not_a_member'; group: string; user: string }
  | { fact: 'group_full'; group: string; quota: number }
  | { fact: 'user_in_too_many_groups'; user: string; quota: number }
  | { fact: 'role_assigned'; principal: string; accounts: number }
  | { fact: 'user_provisioned'; principal: string; accounts: number }
  | { fact: 'pace_exceeded'; pace: 'create_user' | 'add_member' | 'remove_member'; perSecond: number }
  | { fact: 'principal_not_found'; principal: string }
