import type { Tx } from '../../storage/store.ts'
import { nodeNow } from '../nodes/find-node.ts'
import { organizationNow } from '../organizations/find-organization.ts'
import { Refused } from '../refusals.ts'
import { memberNow } from './find-member.ts'
import { moveMembers } from './move-members.ts'

/**
 * Takes a member out of a node, which lays it into the root. Runs in the organization's stream.
 * Refuses with `node_not_found`, `node_elsewhere`, `member_stays_in_root`, `member_not_found`, `member_not_in_node`.
 */
export async function returnToRoot(tx: Tx, organization: number, uin: number, node: number): Promise<void> {
  await nodeNow(tx, organization, node)
  const { rootNode } = await organizationNow(tx, organization)
  if (node === rootNode) throw new Refused({ fact: 'member_stays_in_root', uin })
  const member = await memberNow(tx, organization, uin)
  if (member.node !== node) throw new Refused({ fact: 'member_not_in_node', uin, node, present: member.node })
  await moveMembers(tx, organization, rootNode, [uin])
}
