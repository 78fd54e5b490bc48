import type { AccountRow } from '../../storage/schema.ts'
import { type AccountFacts, factsFrom } from './facts.ts'

/** How far an account's real name was verified. */
export type Verification = 'none' | 'personal' | 'enterprise'

/** A cloud account, known by its Uin. */
export interface Account {
  readonly uin: number
  readonly name: string
  readonly verification: Verification
  /** The verified name: of the company, or of the person; empty without verification. */
  readonly entity: string
  /** A distributor's client may not create an organization of its own. */
  readonly kind: 'standard' | 'distributor_client'
  /** The organization that created this account, if it was not registered by itself. */
  readonly createdIn: number | null
  readonly facts: AccountFacts
  readonly createdAt: number
}

/** The verified name that an account has: its own name when none was given, nothing without verification. */
export function entityOf(facts: { readonly name: string; readonly verification: Verification; readonly entity?: string }): string {
  return facts.verification === 'none' ? '' : facts.entity || facts.name
}

export function accountFrom(row: AccountRow): Account {
  return {
    uin: row.uin,
    name: row.name,
    verification: row.verification as Verification,
    entity: row.entity,
    kind: row.kind as Account['kind'],
    createdIn: row.created_in,
    facts: factsFrom(row.facts),
    createdAt: row.created_at,
  }
}

/** What the secret of a key is sealed for: it opens for this key alone. */
export const keyPurpose = (secretId: string): string => `key ${secretId}`
