/** About the tree of an organization. */
export type NodeRefusal =
  | { fact: 'node_not_found'; node: number }
  | { fact: 'node_elsewhere'; node: number }
  | { fact: 'node_name_taken'; name: string }
  | { fact: 'node_too_deep'; most: number }
  | { fact: 'node_quota_reached'; quota: number }
  | { fact: 'node_is_root'; node: number }
  | { fact: 'node_has_members'; node: number; members: number }
  | { fact: 'node_has_children'; node: number; children: number }
  | { fact: 'node_shared'; node: number }
  | { fact: 'node_under_itself'; node: number; parent: number }
  | { fact: 'too_many_nodes_at_once'; most: number }
