import { organizationStream } from '../../directory/events.ts'
import { createNode } from '../../directory/nodes/create-node.ts'
import { nodeNow } from '../../directory/nodes/find-node.ts'
import { type Node, nodeRow } from '../../directory/nodes/node.ts'
import { record } from '../../directory/record.ts'
import type { Tx } from '../../storage/store.ts'
import { nodeAnywhere, restoreNode } from '../../storage/tables/nodes.ts'
import { timeOf } from '../content/times.ts'
import { nodeContent } from '../content/tree.ts'
import { shown } from '../read/finding.ts'
import type { SeedNode, SeedRoot } from '../schema/node.ts'
import { compare } from './compare.ts'
import { idOf, type PlannedOrganization, type Planning } from './plan.ts'
import { drawing, givenOf, within } from './replayed.ts'
import type { Means, Task } from './task.ts'

/** Tasks for the departments of one organization that are missing, from the root down. */
export async function planNodes(planning: Planning, planned: PlannedOrganization): Promise<Task[]> {
  const { given, present } = planned
  const tasks: Task[] = []
  const names = new Map<string, string>((present?.tree.byPath ?? new Map<string, Node>()).entries().map(([path, { name }]) => [name, path]))
  if (given?.root) {
    if (present) compare(planning.findings, given.root, nodeContent(present.tree.root))
    else tasks.push(restoreRoot(planned, given.root))
  }
  const visit = async (node: SeedNode, above: string): Promise<void> => {
    const path = above === '' ? node.name : `${above}/${node.name}`
    const there = present?.tree.byPath.get(path)
    if (there) compare(planning.findings, node, nodeContent(there))
    else if (await mayBeMade(planning, node, names.get(node.name))) tasks.push(makeNode(planned, node, path, above))
    names.set(node.name, path)
    if (!planned.nodes.has(path)) planned.nodes.set(path, undefined)
    for (const below of node.nodes ?? []) await visit(below as SeedNode, path)
  }
  for (const node of given?.nodes ?? []) await visit(node as SeedNode, '')
  return tasks
}

async function mayBeMade({ tx, findings }: Planning, node: SeedNode, elsewhere: string | undefined): Promise<boolean> {
  if (elsewhere !== undefined) {
    findings.add(
      node,
      'name',
      `the organization has a department called ${shown(node.name)} already, at ${shown(elsewhere)}. Give each its own name.`,
    )
    return false
  }
  if (node.id !== undefined && (await tx.first(nodeAnywhere, { node: node.id }))) {
    findings.add(node, 'id', `another department has the number ${node.id}. Leave it out.`)
    return false
  }
  return true
}

function makeNode(planned: PlannedOrganization, node: SeedNode, path: string, above: string): Task {
  const run = async ({ tx, ports }: Means) => {
    const organization = idOf(planned)
    const parent = planned.nodes.get(above)
    if (parent === undefined) throw new Error(`department ${above} is asked for before it is made`)
    const { name, remark, tags } = node
    const own = within(tx, organizationStream(organization), timeOf(node.createdAt))
    const made = await createNode(own, drawing(ports, { numbers: { 7: node.id } }), organization, {
      parent,
      name,
      ...givenOf({ remark, tags }),
    })
    planned.nodes.set(path, made.id)
    const updatedAt = timeOf(node.updatedAt)
    if (updatedAt !== undefined && updatedAt !== made.updatedAt) await tx.run(restoreNode, nodeRow({ ...made, updatedAt }))
  }
  return { makes: 'department', holder: node, run }
}

/** The root came with the organization; the document may call it something else. */
function restoreRoot(planned: PlannedOrganization, { id: _, createdAt, updatedAt, ...given }: SeedRoot): Task {
  const run = async ({ tx }: Means) => {
    const organization = idOf(planned)
    const before = await nodeNow(tx, organization, planned.nodes.get('') as number)
    const created = timeOf(createdAt) ?? before.createdAt
    const after: Node = { ...before, ...givenOf(given), createdAt: created, updatedAt: timeOf(updatedAt) ?? created }
    await tx.run(restoreNode, nodeRow(after))
    if (Object.keys(givenOf(given)).length > 0) recordChange(within(tx, organizationStream(organization)), before, after)
  }
  return { holder: planned.given?.root ?? {}, run }
}

function recordChange(tx: Tx, before: Node, after: Node): void {
  record(tx, { kind: 'node_changed', subject: String(after.id), before, after })
}
