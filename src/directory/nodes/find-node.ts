import type { Reader } from '../../storage/store.ts'
import { findNode, nodeAnywhere } from '../../storage/tables/nodes.ts'
import { Refused } from '../refusals.ts'
import { type Node, nodeFrom } from './node.ts'

/** Refuses with `node_not_found`, `node_elsewhere`. */
export async function nodeNow(reader: Reader, organization: number, node: number): Promise<Node> {
  const row = await reader.first(findNode, { organization, node })
  return row ? nodeFrom(row) : refuseUnknownNode(reader, node)
}

/** Refuses a node that an organization does not have: with `node_elsewhere` when another one has it, with `node_not_found` otherwise. */
export async function refuseUnknownNode(reader: Reader, node: number): Promise<never> {
  throw new Refused({ fact: (await reader.first(nodeAnywhere, { node })) ? 'node_elsewhere' : 'node_not_found', node })
}
