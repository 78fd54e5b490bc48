import type { Node } from '../../directory/nodes/node.ts'
import { timeText } from './times.ts'

/** The departments of an organization by their paths; the root's path is empty. */
export interface Tree {
  readonly root: Node
  readonly nodes: ReadonlyMap<number, Node>
  pathOf(node: number): string
  readonly byPath: ReadonlyMap<string, Node>
  childrenOf(node: number): readonly Node[]
}

/** Nodes in the order in which they are to be written. */
export function treeOf(list: readonly Node[], rootNode: number): Tree {
  const nodes = new Map(list.map((node) => [node.id, node]))
  const root = nodes.get(rootNode)
  if (!root) throw new Error(`an organization without its root ${rootNode}`)
  const children = Map.groupBy(list, ({ parent }) => parent)
  const paths = new Map<number, string>()
  const pathOf = (id: number): string => {
    const known = paths.get(id)
    if (known !== undefined) return known
    const node = nodes.get(id)
    const above = !node || id === rootNode ? '' : pathOf(node.parent)
    const path = !node || id === rootNode ? '' : above === '' ? node.name : `${above}/${node.name}`
    paths.set(id, path)
    return path
  }
  return {
    root,
    nodes,
    pathOf,
    byPath: new Map(list.map((node) => [pathOf(node.id), node])),
    childrenOf: (id) => children.get(id) ?? [],
  }
}

/** A department as a document writes it, without those below. */
export function nodeContent({ name, id, remark, tags, createdAt, updatedAt }: Node) {
  return {
    name,
    id,
    remark,
    tags: tags.map(({ key, value }) => ({ key, value })),
    createdAt: timeText(createdAt),
    updatedAt: timeText(updatedAt),
  }
}
