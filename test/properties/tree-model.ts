/** The rules of an organization's tree, told once more and as plainly as can be: no rows, no walks in the database, no transactions. */
export interface TreeModel {
  readonly root: number
  readonly nodes: Map<number, { readonly parent: number; readonly name: string }>
  /** The node of each member. */
  readonly members: Map<number, number>
}

export type TreeStep =
  | { readonly kind: 'create'; readonly name: string; readonly parent: number }
  | { readonly kind: 'change'; readonly node: number; readonly name?: string; readonly parent?: number }
  | { readonly kind: 'delete'; readonly nodes: readonly number[] }
  | { readonly kind: 'move'; readonly members: readonly number[]; readonly node: number }

export const treeLimits = { nodes: 8, nodesPerDeletion: 3 } as const
const levels = 5

/** A node's number that another organization has. */
export interface Elsewhere {
  readonly node: number
}

export function copyOf({ root, nodes, members }: TreeModel): TreeModel {
  return { root, nodes: new Map(nodes), members: new Map(members) }
}

/** A state as text: two are the same when their texts are. */
export function textOf({ nodes, members }: TreeModel): string {
  const tree = [...nodes].map(([id, { parent, name }]) => `${id} ${name} below ${parent}`).sort()
  const places = [...members].map(([uin, node]) => `${uin} in ${node}`).sort()
  return [...tree, ...places].join('\n')
}

/** Does a step to the model, and says what becomes of it: `done` or the fact that refuses it. `made` is the number of a new node. */
export function expected(model: TreeModel, step: TreeStep, elsewhere: Elsewhere, made = 0): string {
  switch (step.kind) {
    case 'create':
      return create(model, step, elsewhere, made)
    case 'change':
      return change(model, step, elsewhere)
    case 'delete':
      return remove(model, step.nodes, elsewhere)
    case 'move': {
      if (!model.nodes.has(step.node)) return unknown(step.node, elsewhere)
      if (step.members.some((uin) => !model.members.has(uin))) return 'members_not_found'
      for (const uin of step.members) model.members.set(uin, step.node)
      return 'done'
    }
  }
}

const unknown = (node: number, elsewhere: Elsewhere) => (node === elsewhere.node ? 'node_elsewhere' : 'node_not_found')
const taken = ({ nodes }: TreeModel, name: string) => [...nodes.values()].some((node) => node.name === name)
const childrenOf = ({ nodes }: TreeModel, id: number) => [...nodes].filter(([, { parent }]) => parent === id).map(([child]) => child)

function depth(model: TreeModel, id: number): number {
  return id === model.root ? 0 : 1 + depth(model, model.nodes.get(id)?.parent as number)
}

function height(model: TreeModel, id: number): number {
  return Math.max(0, ...childrenOf(model, id).map((child) => 1 + height(model, child)))
}

function isAtOrBelow(model: TreeModel, id: number, top: number): boolean {
  return id === top || childrenOf(model, top).some((child) => isAtOrBelow(model, id, child))
}

type Of<Kind extends TreeStep['kind']> = Extract<TreeStep, { kind: Kind }>

function create(model: TreeModel, { parent, name }: Of<'create'>, elsewhere: Elsewhere, made: number): string {
  if (!model.nodes.has(parent)) return unknown(parent, elsewhere)
  if (taken(model, name)) return 'node_name_taken'
  if (depth(model, parent) === levels) return 'node_too_deep'
  if (model.nodes.size - 1 >= treeLimits.nodes) return 'node_quota_reached'
  model.nodes.set(made, { parent, name })
  return 'done'
}

function change(model: TreeModel, step: Of<'change'>, elsewhere: Elsewhere): string {
  const node = model.nodes.get(step.node)
  if (!node) return unknown(step.node, elsewhere)
  const { name = node.name, parent = node.parent } = step
  const moves = parent !== node.parent
  if (moves && !model.nodes.has(parent)) return unknown(parent, elsewhere)
  if (name !== node.name && taken(model, name)) return 'node_name_taken'
  if (moves && step.node === model.root) return 'node_is_root'
  if (moves && isAtOrBelow(model, parent, step.node)) return 'node_under_itself'
  if (moves && depth(model, parent) + 1 + height(model, step.node) > levels) return 'node_too_deep'
  model.nodes.set(step.node, { name, parent })
  return 'done'
}

function remove(model: TreeModel, list: readonly number[], elsewhere: Elsewhere): string {
  const nodes = [...new Set(list)]
  if (nodes.length > treeLimits.nodesPerDeletion) return 'too_many_nodes_at_once'
  for (const id of nodes) {
    if (!model.nodes.has(id)) return unknown(id, elsewhere)
    if (id === model.root) return 'node_is_root'
    if (childrenOf(model, id).length > 0) return 'node_has_children'
    if ([...model.members.values()].includes(id)) return 'node_has_members'
  }
  for (const id of nodes) model.nodes.delete(id)
  return 'done'
}
