import type { Tx } from '../../storage/store.ts'
import { countAccountsOfEntity } from '../../storage/tables/accounts.ts'
import { creationsSoFar, findCreationRecord, putCreationRecord } from '../../storage/tables/creation-records.ts'
import { findEntityRelation } from '../../storage/tables/entity-relations.ts'
import { holdStream } from '../../storage/tables/event-streams.ts'
import type { Account } from '../accounts/account.ts'
import { createAccount, type NewAccount } from '../accounts/create-account.ts'
import { accountNow } from '../accounts/find-account.ts'
import { accountsStream } from '../events.ts'
import { requireFreeAccountName, requireFreeMemberName } from '../invariants/member-names.ts'
import { requireRoomForMember } from '../invariants/member-quota.ts'
import { requireEnterprise } from '../invariants/verification.ts'
import { nodeNow } from '../nodes/find-node.ts'
import { type Organization, organizationNow } from '../organizations/find-organization.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusals.ts'
import { addMember } from './add-member.ts'
import { presetIdentity } from './identities.ts'
import type { Member, Tag } from './member.ts'
import { requireSolventPayer } from './pay-on-behalf.ts'
import { type Payee, requireDirectCustomers, requirePayer } from './payers.ts'
import { requirePayerNamed, requirePermissions } from './permissions.ts'

export interface WantedMember {
  readonly name: string
  /** Of the account that is made. */
  readonly accountName: string
  readonly node: number
  readonly remark: string
  readonly permissions: readonly number[]
  readonly payer: number | null
  /** Configured on it beside the preset one. */
  readonly identities: readonly number[]
  readonly tags: readonly Tag[]
  /** A failed creation that is tried again; 0 for a new one. */
  readonly creation: number
  /** The relation to the company that it is to be verified as; 0 for the manager's own. */
  readonly relation: number
}

/**
 * Makes an account that belongs to the organization, verified as the manager's company or as another that is in relation with it.
 * Runs in the organization's stream. Refuses with `not_verified`, `not_enterprise`, `entity_relation_not_found`, `creation_record_not_found`,
 * `creation_record_done`, `node_not_found`, `node_elsewhere`, `identity_not_found`, `member_name_taken`, `account_name_taken`, `member_quota_reached`,
 * `created_member_quota_reached`, `entity_quota_reached`, and as `requirePermissions`, `requirePayerNamed`, `requirePayer`,
 * `requireDirectCustomers` and `requireSolventPayer` do.
 */
export async function createMember(tx: Tx, ports: Ports, organization: number, wanted: WantedMember): Promise<Member> {
  const place = await organizationNow(tx, organization)
  const permissions = requirePermissions(wanted.permissions, place.facts.openedPermissions)
  requirePayerNamed(permissions, wanted.payer)
  const manager = await accountNow(tx, place.managerUin)
  requireEnterprise(manager)
  const entity = await entityFor(tx, organization, manager, wanted.relation)
  await nodeNow(tx, organization, wanted.node)
  await requireSharedMoney(tx, place, manager, { permissions, payer: wanted.payer, entity })
  const unknown = wanted.identities.find((identity) => identity !== presetIdentity.id)
  if (unknown !== undefined) throw new Refused({ fact: 'identity_not_found', identity: unknown })
  await requireFreeMemberName(tx, organization, wanted.name)
  // Accounts are counted and named over all organizations: nobody may make another until this one is made.
  await tx.run(holdStream, { tenant: accountsStream })
  await requireFreeAccountName(tx, organization, wanted.accountName)
  const creation = await requireRoom(tx, place, entity, wanted.creation)

  const account = await createAccount(tx, ports, {
    name: wanted.accountName,
    verification: 'enterprise',
    entity,
    createdIn: organization,
    ...comingWith(manager),
  })
  await tx.run(putCreationRecord, { organization, id: creation, uin: account.uin, created_at: tx.origin.at })
  const { name, node, remark, payer, tags } = wanted
  return addMember(tx, { organization, uin: account.uin, kind: 'created', name, node, remark, permissions, payer, tags })
}

/** The new account owes nothing, and has a distributor when the manager has one. */
async function requireSharedMoney(
  tx: Tx,
  place: Organization,
  manager: Account,
  { permissions, payer, entity }: Pick<Member, 'permissions' | 'payer'> & Payee,
): Promise<void> {
  if (payer === null) return requireDirectCustomers(permissions, [manager])
  await requirePayer(tx, place, payer, { entity })
  requireDirectCustomers(permissions, [manager, await accountNow(tx, payer)])
  await requireSolventPayer(tx, payer)
}

/** A new account is registered where the manager is, and a client of the same distributor. Source: 1031/58106. */
function comingWith({ kind, facts: { site, distributor } }: Account): Pick<NewAccount, 'kind' | 'facts'> {
  return { kind, facts: { site, distributor } }
}

/** The verified name of the new account. */
async function entityFor(tx: Tx, organization: number, manager: Account, relation: number): Promise<string> {
  if (relation === 0) return manager.entity
  const found = await tx.first(findEntityRelation, { organization, id: relation })
  if (!found) throw new Refused({ fact: 'entity_relation_not_found', relation })
  return found.name
}

/** Within all quotas, answers the number of the creation's record. */
async function requireRoom(tx: Tx, place: Organization, entity: string, retried: number): Promise<number> {
  const { id: organization, limits } = place
  if (retried !== 0) await requireFailed(tx, organization, retried)
  await requireRoomForMember(tx, place)
  const creations = await tx.first(creationsSoFar, { organization })
  if ((creations?.accounts ?? 0) >= limits.createdMembers)
    throw new Refused({ fact: 'created_member_quota_reached', quota: limits.createdMembers })
  const alike = await tx.first(countAccountsOfEntity, { entity })
  if ((alike?.n ?? 0) >= limits.accountsPerEntity)
    throw new Refused({ fact: 'entity_quota_reached', entity, quota: limits.accountsPerEntity })
  return retried === 0 ? (creations?.newest ?? 0) + 1 : retried
}

async function requireFailed(tx: Tx, organization: number, record: number): Promise<void> {
  const found = await tx.first(findCreationRecord, { organization, id: record })
  if (!found) throw new Refused({ fact: 'creation_record_not_found', record })
  if (found.uin !== null) throw new Refused({ fact: 'creation_record_done', record, uin: found.uin })
}
