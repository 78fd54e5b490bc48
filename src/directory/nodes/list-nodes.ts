import type { Reader } from '../../storage/store.ts'
import { countNodes, countTaggedNodes, nodesOldestFirst, nodesWithMembers, taggedNodes } from '../../storage/tables/nodes.ts'
import type { Tag } from '../members/member.ts'
import type { Page } from '../paging.ts'
import { type Node, nodeFrom } from './node.ts'

export interface NodeQuery {
  readonly organization: number
  /** Every key must be there, with one of the values that are given for it; an empty value stands for any. */
  readonly tags?: readonly Tag[]
  readonly offset: number
  readonly limit: number
}

/** Some of an organization's nodes by age, so the root first, with the exact number of all that match. */
export async function listNodes(reader: Reader, { organization, tags, offset, limit }: NodeQuery): Promise<Page<Node, never>> {
  if (!tags) {
    const counted = await reader.first(countNodes, { organization })
    const rows = await reader.all(nodesOldestFirst, { organization, offset, limit })
    return { items: rows.map(nodeFrom), total: counted?.n ?? 0 }
  }
  const search = { organization, tags: tags.map(({ key, value }) => [key, value] as const) }
  const counted = await reader.first(countTaggedNodes, search)
  const rows = await reader.all(taggedNodes, { ...search, offset, limit })
  return { items: rows.map(nodeFrom), total: counted?.n ?? 0 }
}

/** All nodes of an organization by age, each with how many members lie in it itself. */
export async function wholeTree(reader: Reader, organization: number): Promise<(Node & { readonly members: number })[]> {
  const rows = await reader.all(nodesWithMembers, { organization })
  return rows.map((row) => ({ ...nodeFrom(row), members: row.members }))
}
