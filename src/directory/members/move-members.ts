import type { Tx } from '../../storage/store.ts'
import { nodesOfMembers, placeMembers } from '../../storage/tables/member-nodes.ts'
import { nodeNow } from '../nodes/find-node.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'

/**
 * Moves all of these members into a node, or none when one of them is no member. One that is there already stays and is not recorded.
 * Runs in the organization's stream. Refuses with `node_not_found`, `node_elsewhere`, `members_not_found`.
 */
export async function moveMembers(tx: Tx, organization: number, node: number, accounts: readonly number[]): Promise<void> {
  await nodeNow(tx, organization, node)
  const uins = [...new Set(accounts)]
  const rows = await tx.all(nodesOfMembers, { organization, uins })
  const present = new Map(rows.map((row) => [row.uin, row.node]))
  const strangers = uins.filter((uin) => !present.has(uin))
  if (strangers.length > 0) throw new Refused({ fact: 'members_not_found', uins: strangers })
  await tx.run(placeMembers, { organization, uins, node, at: tx.origin.at })
  for (const uin of uins) {
    const before = present.get(uin)
    if (before !== node) record(tx, { kind: 'member_moved', subject: String(uin), before: { node: before }, after: { node } })
  }
}
