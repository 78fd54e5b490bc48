import { createAccount } from '../../src/directory/accounts/create-account.ts'
import { accountsStream, organizationStream } from '../../src/directory/events.ts'
import { moveMembers } from '../../src/directory/members/move-members.ts'
import { changeNode } from '../../src/directory/nodes/change-node.ts'
import { createNode } from '../../src/directory/nodes/create-node.ts'
import { deleteNodes } from '../../src/directory/nodes/delete-nodes.ts'
import { changeOrganization } from '../../src/directory/organizations/change-organization.ts'
import { createOrganization } from '../../src/directory/organizations/create-organization.ts'
import { organizationNow } from '../../src/directory/organizations/find-organization.ts'
import { joinOrganization } from '../../src/directory/organizations/join-organization.ts'
import { Refused } from '../../src/directory/refusals.ts'
import { statement } from '../../src/storage/statement.ts'
import type { Store } from '../../src/storage/store.ts'
import { callerOn } from './real-directory.ts'
import { type TreeStep, treeLimits } from './tree-model.ts'

export interface RealTree {
  readonly organization: number
  readonly root: number
  readonly members: readonly number[]
}

/** What became of a step that was taken, and the request under which its events stand. */
export interface Taken {
  readonly step: TreeStep
  /** `done`, or the fact that refused it. */
  readonly outcome: string
  /** The number of the node that it made. */
  readonly made?: number
  readonly request: string
}

const allNodes = statement((db, p: { organization: number }) =>
  db.selectFrom('nodes').where('organization', '=', p.organization).selectAll(),
)
const allMembers = statement((db, p: { organization: number }) =>
  db.selectFrom('members').where('organization', '=', p.organization).select(['uin', 'node']),
)
const eventsAfter = statement((db, p: { tenant: string; after: number }) =>
  db.selectFrom('events').where('tenant', '=', p.tenant).where('seq', '>', p.after).orderBy('seq').selectAll(),
)

async function newAccount(store: Store): Promise<number> {
  const session = callerOn(store)
  const wanted = { name: `account ${crypto.randomUUID()}`, verification: 'enterprise' } as const
  return (await session.write(accountsStream, (tx) => createAccount(tx, session.ports, wanted))).uin
}

/** An organization in the model's limits, with a manager and some members in its root. */
export async function newRealTree(store: Store, memberCount: number): Promise<RealTree> {
  const session = callerOn(store)
  const wanted = { name: 'manager', verification: 'enterprise' } as const
  const organization = await session.write(accountsStream, async (tx) =>
    createOrganization(tx, session.ports, await createAccount(tx, session.ports, wanted)),
  )
  const stream = organizationStream(organization)
  await session.write(stream, (tx) => changeOrganization(tx, organization, { limits: treeLimits }))
  for (let count = 0; count < memberCount; count++) {
    const uin = await newAccount(store)
    await session.write(stream, (tx) => joinOrganization(tx, organization, uin))
  }
  const { rootNode } = await organizationNow(store.reader, organization)
  const members = await store.reader.all(allMembers, { organization })
  return { organization, root: rootNode, members: members.map(({ uin }) => uin) }
}

/** Does one step through the directory's own commands. */
export async function take(store: Store, { organization }: RealTree, step: TreeStep): Promise<Taken> {
  const session = callerOn(store)
  const request = session.origin.requestId
  try {
    const made = await session.write(organizationStream(organization), async (tx) => {
      if (step.kind === 'create') return (await createNode(tx, session.ports, organization, step)).id
      if (step.kind === 'change') await changeNode(tx, organization, step.node, step)
      else if (step.kind === 'delete') await deleteNodes(tx, organization, step.nodes)
      else await moveMembers(tx, organization, step.node, step.members)
      return undefined
    })
    return { step, outcome: 'done', made, request }
  } catch (error) {
    if (error instanceof Refused) return { step, outcome: error.refusal.fact, request }
    throw error
  }
}

/** All rows of an organization's tree. */
export async function rowsOf({ reader }: Store, { organization }: RealTree) {
  return { nodes: await reader.all(allNodes, { organization }), members: await reader.all(allMembers, { organization }) }
}

export type Rows = Awaited<ReturnType<typeof rowsOf>>

/** What was recorded behind a place in the organization's stream. */
export function eventsOf({ reader }: Store, { organization }: RealTree, after: number) {
  return reader.all(eventsAfter, { tenant: organizationStream(organization), after })
}

export type Event = Awaited<ReturnType<typeof eventsOf>>[number]
