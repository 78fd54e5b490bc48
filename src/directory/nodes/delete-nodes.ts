import type { Tx } from '../../storage/store.ts'
import { deleteNodes as deleteRows, nodesWithContent } from '../../storage/tables/nodes.ts'
import { type Organization, organizationNow } from '../organizations/find-organization.ts'
import { record } from '../record.ts'
import { type Refusal, Refused } from '../refusals.ts'
import { refuseUnknownNode } from './find-node.ts'
import { type Node, nodeFrom } from './node.ts'

interface Content {
  readonly children: number
  readonly members: number
}

/** Why a node may not go, if anything keeps it. A child keeps it even when that is to go in the same list. */
function keeping({ facts }: Organization, { id, parent }: Node, { children, members }: Content): Refusal | undefined {
  if (parent === 0) return { fact: 'node_is_root', node: id }
  if (children > 0) return { fact: 'node_has_children', node: id, children }
  if (members > 0) return { fact: 'node_has_members', node: id, members }
  return facts.sharedNodes.includes(id) ? { fact: 'node_shared', node: id } : undefined
}

/**
 * Deletes all of these nodes, or none when anything keeps one of them. Runs in the organization's stream.
 * Refuses with `too_many_nodes_at_once`, `node_not_found`, `node_elsewhere`, `node_is_root`, `node_has_children`, `node_has_members`,
 * `node_shared`; of several reasons, that of the node that is named first.
 */
export async function deleteNodes(tx: Tx, organizationId: number, ids: readonly number[]): Promise<void> {
  const organization = await organizationNow(tx, organizationId)
  const nodes = [...new Set(ids)]
  const most = organization.limits.nodesPerDeletion
  if (nodes.length > most) throw new Refused({ fact: 'too_many_nodes_at_once', most })
  const rows = await tx.all(nodesWithContent, { organization: organizationId, nodes })
  const found = new Map(rows.map((row) => [row.id, row]))
  const gone: Node[] = []
  for (const id of nodes) {
    const row = found.get(id) ?? (await refuseUnknownNode(tx, id))
    const node = nodeFrom(row)
    const reason = keeping(organization, node, row)
    if (reason) throw new Refused(reason)
    gone.push(node)
  }
  await tx.run(deleteRows, { organization: organizationId, nodes })
  for (const node of gone) record(tx, { kind: 'node_deleted', subject: String(node.id), before: node })
}
