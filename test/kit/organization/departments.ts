import { test } from 'vitest'
import { admin } from '../admin.ts'
import { type Client2018, sdkClient2018 } from '../clients.ts'
import { eventsIn, newAccount, newMember, newOrganization, type TestAccount, unique } from '../directory.ts'
import { expectUnchanged } from '../refusals.ts'
import type { TestServer } from '../server.ts'
import type { SharedServer } from '../shared-server.ts'

/** A manager with an organization, seen through both versions of the API. */
export interface TestTree extends TestAccount {
  readonly organization: number
  readonly root: number
  readonly older: Client2018
}

export function olderClient(server: TestServer, { key }: Pick<TestAccount, 'key'>): Client2018 {
  return sdkClient2018(key, { endpoint: `127.0.0.1:${server.port}` })
}

/** An organization whose tree is its root. */
export async function newTree(server: TestServer): Promise<TestTree> {
  const manager = await newOrganization(server)
  const { RootNodeId } = await manager.client.DescribeOrganization({})
  return { ...manager, root: RootNodeId as number, older: olderClient(server, manager) }
}

/** A new department, below the root when nothing else is said. */
export async function addNode({ client, root }: TestTree, fields: { Name?: string; ParentNodeId?: number } = {}): Promise<number> {
  const { NodeId } = await client.AddOrganizationNode({ ParentNodeId: root, Name: unique('dept'), ...fields })
  return NodeId as number
}

/** Departments each below the one before, the first below the root. */
export async function addChain(place: TestTree, length: number): Promise<number[]> {
  const chain: number[] = []
  for (let level = 0; level < length; level++) chain.push(await addNode(place, { ParentNodeId: chain.at(-1) ?? place.root }))
  return chain
}

/** A new member in a department. */
export async function memberIn(server: TestServer, place: TestTree, NodeId: number): Promise<number> {
  const { uin } = await newMember(server, place.organization)
  await place.client.MoveOrganizationNodeMembers({ NodeId, MemberUin: [uin] })
  return uin
}

/** Sets what no vendor action sets of an organization. */
export async function adjust(server: TestServer, { organization }: TestTree, change: object): Promise<void> {
  const { status, body } = await admin(server, 'PATCH', `/organizations/${organization}`, change)
  if (status >= 300) throw new Error(`the admin API answered ${status}: ${JSON.stringify(body)}`)
}

type ShownNode = NonNullable<Awaited<ReturnType<TestTree['client']['DescribeOrganizationNodes']>>['Items']>[number]

/** Every department as 2021-03-31 lists it, and how many members 2018-12-25 says are in each. */
export async function treeOf({ client, older }: TestTree) {
  const nodes: ShownNode[] = []
  for (let Offset = 0; ; Offset += 50) {
    const { Items = [] } = await client.DescribeOrganizationNodes({ Offset, Limit: 50 })
    nodes.push(...Items)
    if (Items.length < 50) break
  }
  const { Nodes = [] } = await older.ListOrganizationNodes(null as never)
  return { nodes, members: Object.fromEntries(Nodes.map(({ NodeId, MemberCount }) => [NodeId, MemberCount])) }
}

/** `expectRefusal`; the tree and everything that was recorded is afterwards what it was before. */
export async function expectSameTree(
  server: TestServer,
  place: TestTree,
  call: () => Promise<unknown>,
  code: string,
  words: string | RegExp,
): Promise<void> {
  const state = async () => ({ tree: await treeOf(place), events: await eventsIn(server, `organization-${place.organization}`) })
  await expectUnchanged(state, call, code, words)
}

/** Source: error codes of each action; an account of the organization that is not its manager: open question 15. */
export function refusesOutsiders(
  world: SharedServer,
  call: (account: TestAccount, place: TestTree) => Promise<unknown>,
  memberCode = 'ResourceNotFound.OrganizationNotExist',
): void {
  test('ResourceNotFound.OrganizationNotExist: an account without an organization', async () => {
    const place = await newTree(world.server)
    const alone = await newAccount(world.server)
    await expectSameTree(world.server, place, () => call(alone, place), 'ResourceNotFound.OrganizationNotExist', 'CreateOrganization makes')
  })

  test(`${memberCode}: a member that is not the manager`, async () => {
    const place = await newTree(world.server)
    const member = await newMember(world.server, place.organization)
    const words = `Only the manager account of organization ${place.organization}`
    await expectSameTree(world.server, place, () => call(member, place), memberCode, words)
  })
}
