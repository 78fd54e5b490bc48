import type { Reader } from '../../storage/store.ts'
import { levelsBelow, pathToRoot } from '../../storage/tables/node-paths.ts'
import { deepestNode } from '../limits.ts'
import type { Node } from '../nodes/node.ts'
import { Refused } from '../refusals.ts'

/** A new node may lie below this one. Refuses with `node_too_deep`. */
export async function requireRoomBelow(reader: Reader, organization: number, parent: number): Promise<void> {
  const path = await reader.all(pathToRoot, { organization, node: parent })
  if (path.length > deepestNode) throw new Refused({ fact: 'node_too_deep', most: deepestNode })
}

/**
 * A node may move below this one with everything that lies below it: the tree stays one tree, and no deeper than it may be.
 * Refuses with `node_is_root`, `node_under_itself`, `node_too_deep`.
 */
export async function requireMoveBelow(reader: Reader, { organization, id, parent: present }: Node, parent: number): Promise<void> {
  if (present === 0) throw new Refused({ fact: 'node_is_root', node: id })
  const path = await reader.all(pathToRoot, { organization, node: parent })
  if (path.some((above) => above.id === id)) throw new Refused({ fact: 'node_under_itself', node: id, parent })
  const below = await reader.first(levelsBelow, { organization, node: id })
  if (path.length + (below?.levels ?? 0) > deepestNode) throw new Refused({ fact: 'node_too_deep', most: deepestNode })
}
