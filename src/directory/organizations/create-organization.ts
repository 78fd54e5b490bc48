import type { Tx } from '../../storage/store.ts'
import { insertNode } from '../../storage/tables/nodes.ts'
import { affiliationOf, insertOrganization } from '../../storage/tables/organizations.ts'
import type { Account } from '../accounts/account.ts'
import { organizationStream } from '../events.ts'
import { requireEnterprise } from '../invariants/verification.ts'
import { addMember } from '../members/add-member.ts'
import { freeNodeNumber } from '../nodes/free-number.ts'
import { rootName } from '../nodes/node.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'

/** Numbers are short and public, so one may be taken: then another is tried. */
async function numbered(tx: Tx, ports: Ports, managerUin: number, rootNode: number): Promise<number> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const id = ports.ids.number(9)
    const made = await tx.run(insertOrganization, { id, manager_uin: managerUin, root_node: rootNode, created_at: tx.origin.at })
    if (made === 1) return id
  }
  throw new Error('no free organization number in 20 attempts')
}

/**
 * Makes the account the manager of a new organization with one root node. Runs in the accounts' stream.
 * Refuses with `account_created_in_organization`, `account_kind_barred`, `not_verified`, `not_enterprise`, `already_in_organization`.
 */
export async function createOrganization(tx: Tx, ports: Ports, account: Account): Promise<number> {
  if (account.createdIn !== null) throw new Refused({ fact: 'account_created_in_organization', organization: account.createdIn })
  if (account.kind !== 'standard') throw new Refused({ fact: 'account_kind_barred', kind: account.kind })
  requireEnterprise(account)
  const present = await tx.first(affiliationOf, { uin: account.uin })
  if (present) throw new Refused({ fact: 'already_in_organization', organization: present.organization })

  const at = tx.origin.at
  const root = await freeNodeNumber(tx, ports)
  const organization = await numbered(tx, ports, account.uin, root)
  await tx.run(insertNode, { organization, id: root, parent: 0, name: rootName, remark: '', tags: '[]', created_at: at, updated_at: at })
  const tenant = organizationStream(organization)
  record(tx, { tenant, kind: 'organization_created', subject: String(organization), after: { manager: account.uin, rootNode: root } })
  await addMember(tx, { organization, uin: account.uin, node: root, name: account.name, kind: 'invited', mayQuit: 'denied' })
  return organization
}
