import { createMember } from '../../../src/directory/members/create-member.ts'
import type { Member } from '../../../src/directory/members/member.ts'
import { organizationNow } from '../../../src/directory/organizations/find-organization.ts'
import type { Ports } from '../../../src/directory/ports.ts'
import type { Tx } from '../../../src/directory/session.ts'

/** Has an organization make an account that is verified as its manager's company. */
export async function newMember(tx: Tx, ports: Ports, organization: number, name = 'member'): Promise<Member> {
  const { rootNode } = await organizationNow(tx, organization)
  const plain = { remark: '', permissions: [1, 2], payer: null, identities: [], tags: [], creation: 0, relation: 0 }
  return createMember(tx, ports, organization, { name, accountName: name, node: rootNode, ...plain })
}
