import { invitationLife } from '../../directory/invitations/invitation.ts'
import type { MailBinding } from '../../directory/mail-bindings/mail-binding.ts'
import { leastPermissions } from '../../directory/members/member.ts'
import { type Node, rootName } from '../../directory/nodes/node.ts'
import { invitationContent, memberContent } from '../content/member-content.ts'
import {
  applicationContent,
  creationContent,
  delegationContent,
  deletionContent,
  entityContent,
  mailContent,
  type OrganizationContent,
} from '../content/organization-content.ts'
import { timeText } from '../content/times.ts'
import { nodeContent, type Tree } from '../content/tree.ts'
import { leaveOut } from './leave-out.ts'

const nothing = { remark: '' }

/** An organization as an export writes it: what is left out is what a seed takes it for. */
export function organizationDocument(content: OrganizationContent): object {
  const { row, tree } = content
  const createdAt = timeText(row.created_at)
  const document = leaveOut({
    manager: row.manager_uin,
    id: row.id,
    limits: JSON.parse(row.quotas) as object,
    facts: JSON.parse(row.facts) as object,
    createdAt,
    root: leaveOut(nodeContent(tree.root), { ...nothing, name: rootName, createdAt, updatedAt: timeText(tree.root.createdAt) }),
    nodes: branches(tree, tree.root.id),
    members: content.members.map((member) => {
      const told = memberContent(member, tree)
      return leaveOut(told, { ...nothing, permissions: leastPermissions, updatedAt: told.joinedAt })
    }),
    invitations: content.invitations.map((invitation) =>
      leaveOut(invitationContent(invitation, tree), {
        ...nothing,
        permissions: leastPermissions,
        mayQuit: 'allowed',
        status: 'open',
        expiresAt: timeText(invitation.createdAt + invitationLife),
        updatedAt: timeText(invitation.createdAt),
      }),
    ),
    services: content.delegations.map((delegation) => {
      const told = delegationContent(delegation, tree)
      const scope = told.accounts.length + told.nodes.length > 0 ? 'part' : 'all'
      return leaveOut(told, { scope, inUse: false, updatedAt: told.createdAt })
    }),
    mailBindings: content.mailBindings.map(mailBindingDocument),
    entities: content.entities.map((entity) => leaveOut(entityContent(entity))),
    creations: content.creations.map((creation) => leaveOut(creationContent(creation))),
    deletions: content.deletions.map((deletion) => leaveOut(deletionContent(deletion))),
    applications: content.applications.map((application) => leaveOut(applicationContent(application))),
  })
  // Left out, a seed would make a record of every member that was created.
  const unrecorded = content.creations.length === 0 && content.members.some(({ kind }) => kind === 'created')
  return unrecorded ? { ...document, creations: [] } : document
}

export function mailBindingDocument(binding: MailBinding): object {
  return leaveOut(mailContent(binding), { countryCode: '86', status: 'valid', description: '', requests: 1, updates: 0, sends: 0 })
}

function branches(tree: Tree, above: number): object[] {
  return tree.childrenOf(above).map((node: Node) => {
    const content = { ...nodeContent(node), nodes: branches(tree, node.id) }
    return leaveOut(content, { ...nothing, updatedAt: content.createdAt })
  })
}
