import type { Reader } from '../../storage/store.ts'
import { nodeAnywhere } from '../../storage/tables/nodes.ts'
import type { Ports } from '../ports.ts'

/**
 * A number for a new node that no organization uses. Two organizations that draw the same one at the same moment both have it:
 * nodes are found by their organization first, so nothing is lost by that.
 */
export async function freeNodeNumber(reader: Reader, ports: Ports): Promise<number> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const id = ports.ids.number(7)
    if (!(await reader.first(nodeAnywhere, { node: id }))) return id
  }
  throw new Error('no free node number in 20 attempts')
}
