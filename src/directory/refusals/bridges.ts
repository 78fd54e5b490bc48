/** About what fills a zone out of a company. The last ones are what becomes of single users, groups and memberships; they stand in reports. */
export type BridgeRefusal =
  | { fact: 'bridge_not_found'; bridge: string }
  | { fact: 'bridge_limit_reached'; limit: number }
  | { fact: 'bridge_source_unknown'; kind: 'department' | 'group'; source: string }
  | BridgeItemRefusal

export type BridgeItemRefusal =
  | { fact: 'bridge_name_missing' }
  | { fact: 'bridge_name_unfit'; name: string }
  | { fact: 'bridge_text_too_long'; member: 'displayName' | 'email'; most: number }
  | { fact: 'bridge_group_name_unfit'; name: string }
  | { fact: 'bridge_target_linked'; target: string; bridge: string }
  | { fact: 'bridge_user_missing' }
  | { fact: 'bridge_group_missing' }
  | { fact: 'bridge_source_gone'; kind: 'department' | 'group'; source: string }
  | { fact: 'bridge_removals_held'; group: string; removals: number; members: number; share: number }
  | { fact: 'bridge_users_held'; removals: number; users: number; share: number }
