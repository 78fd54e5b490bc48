import type { AccountFacts } from '../accounts/facts.ts'
import type { Member } from '../members/member.ts'
import type { Organization } from '../organizations/find-organization.ts'

/** Rules of the zone that give access to an account. */
export interface AccessLeft {
  readonly zone: string
  readonly rules: number
  /** A user or group that has the access. */
  readonly one: string
}

/** Members that an account pays for. */
export interface Payees {
  readonly count: number
  /** One of them, and what the manager may do with its money beside having it paid for. */
  readonly one: number
  readonly otherPermissions: readonly number[]
  /** More permissions wait for its consent. */
  readonly asked: boolean
}

/** All that bears on whether a member may leave, read at one time. */
export interface Standing extends Pick<Member, 'uin' | 'name' | 'node' | 'kind' | 'mayQuit' | 'payer' | 'permissions'> {
  readonly organization: Organization
  readonly facts: AccountFacts
  /** More permissions wait for its consent, and with them who is to pay: no others can be set meanwhile. */
  readonly asked: { readonly payer: number | null } | undefined
  /** Services that it administers, by their short names. */
  readonly services: readonly { readonly product: string; readonly inUse: boolean }[]
  /** Companies that it administers, each by a relation of the organization. */
  readonly entities: readonly { readonly id: number; readonly name: string }[]
  /** Members that it pays for. */
  readonly payees: Payees | undefined
  readonly roles: AccessLeft | undefined
  readonly provisioned: AccessLeft | undefined
  /** When its pending deletion ends; null when none is. */
  readonly deletionDue: number | null
}
