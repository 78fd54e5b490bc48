import { type Invitation, invitationFrom } from '../../directory/invitations/invitation.ts'
import { type MailBinding, mailBindingFrom } from '../../directory/mail-bindings/mail-binding.ts'
import { type Member, memberFrom } from '../../directory/members/member.ts'
import { nodeFrom } from '../../directory/nodes/node.ts'
import { type Delegation, delegationFrom } from '../../directory/services/delegation.ts'
import { productOf } from '../../directory/services/services.ts'
import type { Schema } from '../../storage/schema.ts'
import type { EntityApplicationRow, OrganizationRow } from '../../storage/schemas/organizations.ts'
import type { Reader } from '../../storage/store.ts'
import {
  everyAccountDeletion,
  everyCreationRecord,
  everyDelegation,
  everyEntityApplication,
  everyEntityRelation,
  everyInvitation,
  everyMailBinding,
  everyMember,
  everyNode,
} from '../../storage/tables/contents.ts'
import { nodeReference } from './member-content.ts'
import { timeText } from './times.ts'
import { type Tree, treeOf } from './tree.ts'

/** All that an organization holds, beside its zone. */
export interface OrganizationContent {
  readonly row: OrganizationRow
  readonly tree: Tree
  readonly members: readonly Member[]
  readonly invitations: readonly Invitation[]
  readonly delegations: readonly Delegation[]
  readonly mailBindings: readonly MailBinding[]
  readonly entities: readonly Schema['entity_relations'][]
  readonly creations: readonly Schema['creation_records'][]
  readonly deletions: readonly Schema['account_deletions'][]
  readonly applications: readonly EntityApplicationRow[]
}

export async function readOrganization(reader: Reader, row: OrganizationRow): Promise<OrganizationContent> {
  const of = { organization: row.id }
  return {
    row,
    tree: treeOf((await reader.all(everyNode, of)).map(nodeFrom), row.root_node),
    members: (await reader.all(everyMember, of)).map(memberFrom),
    invitations: (await reader.all(everyInvitation, of)).map(invitationFrom),
    delegations: (await reader.all(everyDelegation, of)).map(delegationFrom),
    mailBindings: (await reader.all(everyMailBinding, of)).map(mailBindingFrom),
    entities: await reader.all(everyEntityRelation, of),
    creations: await reader.all(everyCreationRecord, of),
    deletions: await reader.all(everyAccountDeletion, of),
    applications: await reader.all(everyEntityApplication, of),
  }
}

export function delegationContent({ service, uin, scope, inUse, createdAt, updatedAt }: Delegation, tree: Tree) {
  return {
    service: productOf(service),
    account: uin,
    scope: scope.kind,
    accounts: scope.kind === 'part' ? [...scope.uins] : [],
    nodes: scope.kind === 'part' ? scope.nodes.map((node) => nodeReference(node, tree) ?? node) : [],
    inUse,
    createdAt: timeText(createdAt),
    updatedAt: timeText(updatedAt),
  }
}

export function mailContent({ organization: _, uin, sentAt, createdAt, boundAt, ...rest }: MailBinding) {
  return {
    account: uin,
    ...rest,
    sentAt: sentAt === 0 ? undefined : timeText(sentAt),
    createdAt: timeText(createdAt),
    boundAt: boundAt === null ? undefined : timeText(boundAt),
  }
}

export function entityContent({ id, name, manager_uin: manager, created_at }: Schema['entity_relations']) {
  return { name, id, manager: manager ?? undefined, createdAt: timeText(created_at) }
}

export function creationContent({ id, uin, created_at }: Schema['creation_records']) {
  return { id, account: uin ?? undefined, createdAt: timeText(created_at) }
}

export function deletionContent({ uin, requested_at, due_at }: Schema['account_deletions']) {
  return { account: uin, requestedAt: timeText(requested_at), dueAt: timeText(due_at) }
}

export function applicationContent({ uin, entity, proofs, created_at }: EntityApplicationRow) {
  const listed = JSON.parse(proofs) as { name: string; url: string }[]
  return { account: uin, entity, proofs: listed.map(({ name, url }) => ({ name, url })), createdAt: timeText(created_at) }
}
