import type { Invitation } from '../../directory/invitations/invitation.ts'
import type { Member } from '../../directory/members/member.ts'
import { timeText } from './times.ts'
import type { Tree } from './tree.ts'

/** How a department is named: by its path, or by its number when it is gone; nothing for the root. */
export function nodeReference(node: number, tree: Tree): string | number | undefined {
  if (node === tree.root.id) return undefined
  return tree.nodes.has(node) ? tree.pathOf(node) : node
}

const termsOf = (terms: Member | Invitation, tree: Tree) => ({
  account: terms.uin,
  node: nodeReference(terms.node, tree),
  name: terms.name,
  remark: terms.remark,
  permissions: [...terms.permissions],
  payer: terms.payer ?? undefined,
  mayQuit: terms.mayQuit,
  tags: terms.tags.map(({ key, value }) => ({ key, value })),
})

/** A member as a document writes it, with everything that it has. */
export function memberContent(member: Member, tree: Tree) {
  const { kind, askedPermissions, askedPayer, joinedAt, updatedAt } = member
  return {
    ...termsOf(member, tree),
    kind,
    askedPermissions: askedPermissions ? [...askedPermissions] : undefined,
    askedPayer: askedPayer ?? undefined,
    joinedAt: timeText(joinedAt),
    updatedAt: timeText(updatedAt),
  }
}

/** An invitation as a document writes it. */
export function invitationContent(invitation: Invitation, tree: Tree) {
  const { id, status, createdAt, expiresAt, updatedAt } = invitation
  return {
    ...termsOf(invitation, tree),
    id,
    status,
    createdAt: timeText(createdAt),
    expiresAt: timeText(expiresAt),
    updatedAt: timeText(updatedAt),
  }
}
