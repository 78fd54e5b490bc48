import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAccount } from '../../src/directory/accounts/create-account.ts'
import { accountsStream, organizationStream } from '../../src/directory/events.ts'
import { addMember } from '../../src/directory/members/add-member.ts'
import { listMembers, type MemberQuery } from '../../src/directory/members/list-members.ts'
import type { Member, Tag } from '../../src/directory/members/member.ts'
import { createOrganization } from '../../src/directory/organizations/create-organization.ts'
import { organizationNow } from '../../src/directory/organizations/find-organization.ts'
import type { Delegation } from '../../src/directory/services/delegation.ts'
import type { Store } from '../../src/storage/store.ts'
import { insertNode } from '../../src/storage/tables/nodes.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { openTestStore } from '../storage/open-test-store.ts'
import { callerOn } from './real-directory.ts'

const names = ['甲 one', 'One two', '"quoted" %', 'back\\slash_', 'ÄÖ three', 'two']
const entities = ['Company A', 'company b', '公司']
const tags: Tag[] = [
  { key: 'team', value: 'a' },
  { key: 'team', value: 'ab' },
  { key: 'env', value: '' },
  { key: 'env', value: '","value":"' },
  { key: 'k"y', value: 'v\\' },
]
const pieces = ['one', 'ONE', '甲', '"', '%', '_', '\\', 'Ä', 'zzz']

interface Known extends Member {
  readonly entity: string
}

interface World {
  readonly organization: number
  /** Root, one below it, one below that. */
  readonly nodes: readonly [number, number, number]
  readonly members: readonly Known[]
}

/** An organization of some members with all kinds of names, companies, departments and tags; several joined at the same moment. */
async function newWorld(store: Store): Promise<World> {
  const caller = callerOn(store)
  const { ports } = caller
  const organization = await caller.write(accountsStream, async (tx) => {
    const manager = await createAccount(tx, ports, { name: 'manager', verification: 'enterprise', entity: 'Managers' })
    return createOrganization(tx, ports, manager)
  })
  const { rootNode, managerUin } = await organizationNow(store.reader, organization)
  const nodes = [rootNode, rootNode + 1, rootNode + 2] as const
  const members = await caller.write(organizationStream(organization), async (tx) => {
    for (const [id, parent, name] of [
      [nodes[1], nodes[0], 'middle'],
      [nodes[2], nodes[1], 'leaf'],
    ] as const)
      await tx.run(insertNode, { organization, id, parent, name, remark: '', tags: '[]', created_at: 0, updated_at: 0 })
    const made: Known[] = []
    for (let index = 0; index < 40; index++) {
      const entity = entities[index % 3] as string
      const { uin } = await createAccount(tx, ports, { name: `account ${index}`, verification: 'enterprise', entity })
      const name = `${names[index % 6]}${index}`
      const held = tags.filter((_, bit) => (index >> bit) & 1)
      const node = nodes[index % 3] as number
      const joinedAt = Math.floor(index / 4) * 1000
      made.push({ ...(await addMember(tx, { organization, uin, node, name, kind: 'created', tags: held, joinedAt })), entity })
    }
    return made
  })
  const manager = (await listMembers(store.reader, { organization, text: String(managerUin), offset: 0, limit: 1 })).items[0] as Member
  return { organization, nodes, members: [...members, { ...manager, entity: 'Managers' }] }
}

const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** The same by going through all of them. */
function expectedOf({ nodes, members }: World, query: Omit<MemberQuery, 'organization'>): number[] {
  const nodeNames = new Map([
    [nodes[0], 'Root'],
    [nodes[1], 'middle'],
    [nodes[2], 'leaf'],
  ])
  const scope = query.within?.scope
  const within = (member: Known) => {
    if (scope?.kind !== 'part') return true
    // Each node lies below the one before.
    const first = Math.min(...scope.nodes.map((node) => nodes.indexOf(node)))
    return scope.uins.includes(member.uin) || nodes.indexOf(member.node) >= first
  }
  const tagged = (member: Known) =>
    [...new Set(query.tags?.map(({ key }) => key))].every((key) =>
      query.tags?.some(
        (wanted) => wanted.key === key && member.tags.some((tag) => tag.key === key && (!wanted.value || tag.value === wanted.value)),
      ),
    )
  return members
    .filter(({ name, uin }) => !query.text || lower(name).includes(lower(query.text)) || String(uin) === query.text)
    .filter(({ entity }) => !query.entity || entity.includes(query.entity))
    .filter(({ node }) => query.node === undefined || node === query.node)
    .filter(({ node }) => !query.nodeName || nodeNames.get(node) === query.nodeName)
    .filter((member) => tagged(member) && within(member))
    .sort((a, b) => a.joinedAt - b.joinedAt || a.uin - b.uin)
    .map(({ uin }) => uin)
}

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })

function queriesOf({ organization, nodes, members }: World) {
  const delegation = (uins: readonly number[], ids: readonly number[]): Delegation => ({
    organization,
    service: 3,
    uin: 1,
    scope: { kind: 'part', uins, nodes: ids },
    inUse: false,
    createdAt: Date.now(),
    updatedAt: Date.now() + 1000,
  })
  const some = fc.tuple(
    fc.subarray(
      members.map(({ uin }) => uin),
      { maxLength: 5 },
    ),
    fc.subarray([...nodes], { maxLength: 2 }),
  )
  return fc.record({
    text: maybe([...pieces, String(members[3]?.uin)]),
    entity: maybe(['omp', 'Company', '公', 'none']),
    node: maybe(nodes),
    nodeName: maybe(['Root', 'middle', 'leaf', 'lea']),
    tags: fc.option(fc.array(fc.constantFrom(...tags, { key: 'team', value: '' }, { key: 'tea', value: '' }), { maxLength: 3 }), {
      nil: undefined,
    }),
    within: fc.option(
      some.map(([uins, ids]) => delegation(uins, ids)),
      { nil: undefined },
    ),
    offset: fc.nat(45),
    limit: fc.integer({ min: 1, max: 50 }),
  })
}

onEveryEngine('lists of members', (engine) => {
  test('hold exactly those that match, in one order, with their number', async () => {
    const { store } = await openTestStore(engine)
    const world = await newWorld(store)
    const { organization } = world
    const check = async (query: Omit<MemberQuery, 'organization'>) => {
      const expected = expectedOf(world, query)
      const found = await listMembers(store.reader, { organization, ...query })
      expect(found.total).toBe(expected.length)
      expect(found.items.map(({ uin }) => uin)).toEqual(expected.slice(query.offset, query.offset + query.limit))
    }
    for (const node of [undefined, ...world.nodes]) {
      for (let offset = 0; offset < 42; offset += 7) await check({ node, offset, limit: 7 })
    }
    await fc.assert(fc.asyncProperty(queriesOf(world), check), { numRuns: engine.name === 'sqlite' ? 400 : 150 })
  })
})
