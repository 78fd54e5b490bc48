import type { Reader, Tx } from '../../storage/store.ts'
import { entityRelationNamed, findEntityApplication, putEntityApplication } from '../../storage/tables/entity-relations.ts'
import type { Account } from '../accounts/account.ts'
import { organizationStream } from '../events.ts'
import type { Organization } from '../organizations/find-organization.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'

/** Asks that another company count as the same, with what proves it. */
export interface TrustApplication {
  readonly entity: string
  readonly proofs: readonly { readonly name: string; readonly url: string }[]
}

interface Parties {
  readonly organization: Organization
  readonly manager: Account
  readonly invitee: Account
}

async function isTrusted(reader: Reader, { organization, manager }: Parties, entity: string): Promise<boolean> {
  if (entity === manager.entity || organization.facts.trustedEntities.includes(entity)) return true
  return (await reader.first(entityRelationNamed, { organization: organization.id, name: entity })) !== undefined
}

/** An application stays open until its company is trusted, or until the account is of another company. */
async function requireNoApplication(reader: Reader, { organization, invitee }: Parties): Promise<void> {
  const { uin, entity } = invitee
  const application = await reader.first(findEntityApplication, { organization: organization.id, uin })
  if (application?.entity === entity) throw new Refused({ fact: 'trust_applied_for', uin, entity })
}

/**
 * Members are of the manager's company, or of one that counts as the same.
 * Refuses with `trust_exists`, `invitee_of_other_company`, `trust_applied_for`.
 */
export async function judgeCompany(reader: Reader, parties: Parties, trust: TrustApplication | undefined): Promise<void> {
  const { manager, invitee } = parties
  if (trust && (await isTrusted(reader, parties, trust.entity))) throw new Refused({ fact: 'trust_exists', entity: trust.entity })
  if (!trust && (await isTrusted(reader, parties, invitee.entity))) return
  await requireNoApplication(reader, parties)
  if (trust?.entity === invitee.entity) return
  throw new Refused({ fact: 'invitee_of_other_company', uin: invitee.uin, entity: trust?.entity ?? manager.entity })
}

/** Keeps an application that was judged. */
export async function applyForTrust(tx: Tx, organization: number, uin: number, { entity, proofs }: TrustApplication): Promise<void> {
  await tx.run(putEntityApplication, { organization, uin, entity, proofs: JSON.stringify(proofs), created_at: tx.origin.at })
  record(tx, {
    tenant: organizationStream(organization),
    kind: 'trust_applied_for',
    subject: String(uin),
    after: { organization, uin, entity, proofs },
  })
}
