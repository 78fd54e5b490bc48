import type { Tx } from '../../storage/store.ts'
import { updateNode } from '../../storage/tables/nodes.ts'
import { requireMoveBelow } from '../invariants/tree.ts'
import { requireFreeNodeName } from '../invariants/unique-names.ts'
import { record } from '../record.ts'
import { nodeNow } from './find-node.ts'
import { type Node, nodeRow } from './node.ts'

export interface NodeChanges {
  readonly name?: string
  readonly remark?: string
  readonly parent?: number
}

/**
 * Changes what is given of a node and keeps the rest; another parent moves it with everything below it. What is given and is so already
 * changes nothing and is not recorded. Runs in the organization's stream.
 * Refuses with `node_not_found`, `node_elsewhere`, `node_name_taken`, `node_is_root`, `node_under_itself`, `node_too_deep`.
 */
export async function changeNode(tx: Tx, organization: number, id: number, changes: NodeChanges): Promise<Node> {
  const before = await nodeNow(tx, organization, id)
  const { name = before.name, remark = before.remark, parent = before.parent } = changes
  const moves = parent !== before.parent
  if (moves) await nodeNow(tx, organization, parent)
  if (name !== before.name) await requireFreeNodeName(tx, organization, name)
  if (moves) await requireMoveBelow(tx, before, parent)
  const renamed = name !== before.name || remark !== before.remark
  if (!moves && !renamed) return before

  const changed: Node = { ...before, name, remark, updatedAt: tx.origin.at }
  const after: Node = { ...changed, parent }
  await tx.run(updateNode, nodeRow(after))
  const subject = String(id)
  if (renamed) record(tx, { kind: 'node_changed', subject, before, after: changed })
  if (moves) record(tx, { kind: 'node_moved', subject, before: renamed ? changed : before, after })
  return after
}
