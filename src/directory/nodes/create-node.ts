import type { Tx } from '../../storage/store.ts'
import { countNodes, insertNode } from '../../storage/tables/nodes.ts'
import { requireRoomBelow } from '../invariants/tree.ts'
import { requireFreeNodeName } from '../invariants/unique-names.ts'
import type { Tag } from '../members/member.ts'
import { organizationNow } from '../organizations/find-organization.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { nodeNow } from './find-node.ts'
import { freeNodeNumber } from './free-number.ts'
import { type Node, nodeRow } from './node.ts'

export interface NewNode {
  readonly parent: number
  readonly name: string
  readonly remark?: string
  readonly tags?: readonly Tag[]
}

/** The quota counts departments; the root is none. */
async function requireQuota(tx: Tx, organization: number): Promise<void> {
  const { limits } = await organizationNow(tx, organization)
  const counted = await tx.first(countNodes, { organization })
  if ((counted?.n ?? 0) > limits.nodes) throw new Refused({ fact: 'node_quota_reached', quota: limits.nodes })
}

/**
 * Adds an empty node below another. Runs in the organization's stream.
 * Refuses with `node_not_found`, `node_elsewhere`, `node_name_taken`, `node_too_deep`, `node_quota_reached`.
 */
export async function createNode(tx: Tx, ports: Ports, organization: number, wanted: NewNode): Promise<Node> {
  await nodeNow(tx, organization, wanted.parent)
  await requireFreeNodeName(tx, organization, wanted.name)
  await requireRoomBelow(tx, organization, wanted.parent)
  await requireQuota(tx, organization)
  const at = tx.origin.at
  const { parent, name, remark = '', tags = [] } = wanted
  const created: Node = { organization, id: await freeNodeNumber(tx, ports), parent, name, remark, tags, createdAt: at, updatedAt: at }
  await tx.run(insertNode, nodeRow(created))
  record(tx, { kind: 'node_created', subject: String(created.id), after: created })
  return created
}
