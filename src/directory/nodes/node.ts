import type { NodeRow } from '../../storage/schemas/organizations.ts'
import type { Tag } from '../members/member.ts'

/** A department of an organization's tree. */
export interface Node {
  readonly organization: number
  readonly id: number
  /** 0 for the root. */
  readonly parent: number
  readonly name: string
  readonly remark: string
  readonly tags: readonly Tag[]
  readonly createdAt: number
  readonly updatedAt: number
}

/** What the root of a new organization is called. */
export const rootName = 'Root'

export function nodeRow(node: Node): NodeRow {
  return {
    organization: node.organization,
    id: node.id,
    parent: node.parent,
    name: node.name,
    remark: node.remark,
    tags: JSON.stringify(node.tags),
    created_at: node.createdAt,
    updated_at: node.updatedAt,
  }
}

export function nodeFrom(row: NodeRow): Node {
  return {
    organization: row.organization,
    id: row.id,
    parent: row.parent,
    name: row.name,
    remark: row.remark,
    tags: JSON.parse(row.tags) as Tag[],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
