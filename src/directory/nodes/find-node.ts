import type { Reader } from '../../storage/store.ts'
import { findNode } from '../../storage/tables/nodes.ts'
import { Refused } from '../refusals.ts'
import { type Node, nodeFrom } from './node.ts'

/** Refuses with `node_not_found`. */
export async function nodeNow(reader: Reader, organization: number, node: number): Promise<Node> {
  const row = await reader.first(findNode, { organization, node })
  if (!row) throw new Refused({ fact: 'node_not_found', node })
  return nodeFrom(row)
}
