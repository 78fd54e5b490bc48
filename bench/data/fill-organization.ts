import { createAccount } from '../../src/directory/accounts/create-account.ts'
import { organizationStream } from '../../src/directory/events.ts'
import { addMember } from '../../src/directory/members/add-member.ts'
import { createNode } from '../../src/directory/nodes/create-node.ts'
import { changeOrganization } from '../../src/directory/organizations/change-organization.ts'
import { organizationNow } from '../../src/directory/organizations/find-organization.ts'
import type { Session } from '../../src/directory/session.ts'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { filling, makeOrganization } from './filling.ts'

export interface OrganizationSize {
  readonly nodes: number
  readonly members: number
}

const many = 1_000_000

/** Things of one transaction. */
const chunk = 500

/** Fills an empty folder with one organization of this size, its members spread over its nodes, through the directory's own commands. */
export function fillOrganization(dataDir: string, { nodes, members }: OrganizationSize): Promise<void> {
  return filling({ dataDir }, async (session) => {
    const id = await makeOrganization(session)
    const stream = organizationStream(id)
    await session.write(stream, (tx) => changeOrganization(tx, id, { limits: { nodes: many, members: many } }))
    const places = await makeNodes(session, id, nodes)
    await makeMembers(session, id, places, members)
  })
}

/** Below the root, then ten below each of those. */
async function makeNodes(session: Session, id: number, count: number): Promise<number[]> {
  const { rootNode } = await session.read((reader) => organizationNow(reader, id))
  const made = [rootNode]
  while (made.length < count) {
    await session.write(organizationStream(id), async (tx) => {
      for (const end = Math.min(made.length + chunk, count); made.length < end; ) {
        const parent = made[Math.floor((made.length - 1) / 10)] as number
        made.push((await createNode(tx, systemPorts, id, { parent, name: `department-${made.length}` })).id)
      }
    })
  }
  return made
}

async function makeMembers(session: Session, organization: number, nodes: readonly number[], count: number): Promise<void> {
  for (let from = 1; from < count; from += chunk) {
    await session.write(organizationStream(organization), async (tx) => {
      for (let index = from; index < Math.min(from + chunk, count); index++) {
        const name = `member-${index}`
        const { uin } = await createAccount(tx, systemPorts, { name, verification: 'enterprise' })
        await addMember(tx, { organization, uin, node: nodes[index % nodes.length] as number, name, kind: 'invited' })
      }
    })
  }
}
