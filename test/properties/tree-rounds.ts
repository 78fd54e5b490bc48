import type { Store } from '../../src/storage/store.ts'
import { type Event, eventsOf, newRealTree, type RealTree, type Rows, rowsOf, type Taken, take } from './tree-directory.ts'
import { copyOf, type Elsewhere, expected, type TreeModel, type TreeStep, textOf } from './tree-model.ts'

/** A step with small numbers instead of ids: which is meant is settled when it is taken. */
export interface TreePlan {
  readonly kind: 'create' | 'rename' | 'relocate' | 'delete' | 'move'
  readonly one: number
  readonly other: number
  readonly third: number
  readonly flag: boolean
}

export const treeKinds: readonly TreePlan['kind'][] = [
  'create',
  'create',
  'create',
  'rename',
  'relocate',
  'relocate',
  'delete',
  'delete',
  'move',
]
const nameCount = 11
const nobody = 1

/** Every organization begins with as many departments as it may have, five of them each below the one before; then one too many of both. */
const beginning: TreePlan[] = [0, 1, 2, 3, 4, 5, 0, 0, 0, 0].map((other, third) => ({ kind: 'create', one: 0, other, third, flag: false }))

/** What a plan means in this state: mostly what is there, now and then what was deleted, is another's, or never was. */
function stepOf({ kind, one, other, third, flag }: TreePlan, model: TreeModel, strange: readonly number[]): TreeStep {
  const ids = [...model.nodes.keys(), ...strange]
  const node = (number: number) => ids[number % ids.length] as number
  const uins = [...model.members.keys(), nobody]
  const uin = (number: number) => uins[number % uins.length] as number
  const name = `n${third % nameCount}`
  switch (kind) {
    case 'create':
      return { kind, name, parent: node(other) }
    case 'rename':
      return { kind: 'change', node: node(one), name }
    case 'relocate':
      return { kind: 'change', node: node(one), parent: node(other), ...(flag && { name }) }
    case 'delete':
      return { kind, nodes: third === 0 ? [1, 2, 3, 4] : flag ? [node(one), node(other)] : [node(one)] }
    case 'move':
      return { kind, members: [uin(one), uin(other)], node: flag ? model.root : node(third) }
  }
}

/** What must hold of the rows by themselves, whatever any model says. */
function judgeRows({ nodes, members }: Rows, { root, members: uins }: RealTree): void {
  const found = new Map(nodes.map((node) => [node.id, node]))
  const fail = (what: string): never => {
    throw new Error(`${what}: ${JSON.stringify({ nodes, members })}`)
  }
  if (found.size !== nodes.length) fail('a number is given twice')
  if (new Set(nodes.map(({ name }) => name)).size !== nodes.length) fail('a name is given twice')
  for (const node of nodes) {
    let at = node
    for (let level = 0; at.id !== root; level++) {
      if (level === 5) fail(`${node.id} lies too deep, or in a ring`)
      at = found.get(at.parent) ?? fail(`${at.id} has no parent`)
    }
  }
  if (found.get(root)?.parent !== 0) fail('the root is below something')
  if (JSON.stringify(members.map(({ uin }) => uin).sort()) !== JSON.stringify([...uins].sort())) fail('members came or went')
  for (const { uin, node } of members) if (!found.has(node)) fail(`${uin} lies nowhere`)
}

function modelOf({ nodes, members }: Rows, { root }: RealTree): TreeModel {
  return {
    root,
    nodes: new Map(nodes.map(({ id, parent, name }) => [id, { parent, name }])),
    members: new Map(members.map(({ uin, node }) => [uin, node])),
  }
}

/** Does to a model what an event tells, and holds that what it says of before is so. */
function follow(model: TreeModel, { kind, subject, before, after }: Event): void {
  const id = Number(subject)
  const told = JSON.parse(after ?? 'null')
  const was = JSON.parse(before ?? 'null')
  const present = kind === 'member_moved' ? { node: model.members.get(id) } : model.nodes.get(id)
  const known = kind === 'member_moved' ? was : was && { parent: was.parent, name: was.name }
  if (JSON.stringify(known ?? undefined) !== JSON.stringify(present)) throw new Error(`${kind} of ${subject} tells ${before} of before`)
  if (kind === 'member_moved') model.members.set(id, told.node)
  else if (kind === 'node_deleted') model.nodes.delete(id)
  else if (['node_created', 'node_changed', 'node_moved'].includes(kind)) model.nodes.set(id, { parent: told.parent, name: told.name })
  else throw new Error(`event ${kind} should not be here`)
}

/**
 * Holds that steps which were taken at the same time came out as one after the other: those that changed something in the order of their
 * events, each other one at some moment between them. Does them to the model.
 */
function judgeOrder(model: TreeModel, taken: readonly Taken[], events: readonly Event[], elsewhere: Elsewhere): void {
  const order = [...new Set(events.map((event) => event.request_id))]
  const idle = new Set(taken.filter(({ request }) => !order.includes(request)))
  const explain = () => {
    for (const each of idle) {
      const tried = copyOf(model)
      if (expected(tried, each.step, elsewhere) === each.outcome && textOf(tried) === textOf(model)) idle.delete(each)
    }
  }
  explain()
  for (const request of order) {
    const each = taken.find((one) => one.request === request)
    if (!each) throw new Error(`events of ${request}, which nobody sent`)
    const outcome = expected(model, each.step, elsewhere, each.made)
    if (outcome !== 'done' || each.outcome !== 'done') throw new Error(`${JSON.stringify(each)} changed something; ${outcome} was expected`)
    explain()
  }
  if (idle.size > 0) throw new Error(`no moment explains ${JSON.stringify([...idle])} in ${textOf(model)}`)
}

/**
 * Takes rounds of steps in a new organization, the steps of a round at the same time, by turns through each of the stores; after every round
 * rows, events and model agree. Answers how often each outcome came.
 */
export async function runTree(stores: readonly Store[], rounds: Iterable<readonly TreePlan[]>): Promise<Map<string, number>> {
  const store = stores[0] as Store
  const tree = await newRealTree(store, 5)
  const elsewhere = { node: (await newRealTree(store, 0)).root }
  const model = modelOf(await rowsOf(store, tree), tree)
  const told = copyOf(model)
  const outcomes = new Map<string, number>()
  let seen = (await eventsOf(store, tree, 0)).at(-1)?.seq ?? 0
  let gone = nobody
  for (const plans of [...beginning.map((plan) => [plan]), ...rounds]) {
    const steps = plans.map((plan) => stepOf(plan, model, [gone, elsewhere.node]))
    const taken = await Promise.all(steps.map((step, index) => take(stores[index % stores.length] as Store, tree, step)))
    for (const { outcome } of taken) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    const [rows, events] = [await rowsOf(store, tree), await eventsOf(store, tree, seen)]
    judgeRows(rows, tree)
    for (const event of events) follow(told, event)
    judgeOrder(model, taken, events, elsewhere)
    const there = textOf(modelOf(rows, tree))
    if (there !== textOf(model)) throw new Error(`rows say\n${there}\nthe model says\n${textOf(model)}`)
    if (there !== textOf(told)) throw new Error(`rows say\n${there}\nevents say\n${textOf(told)}`)
    seen = events.at(-1)?.seq ?? seen
    gone = Number(events.findLast(({ kind }) => kind === 'node_deleted')?.subject ?? gone)
  }
  return outcomes
}
