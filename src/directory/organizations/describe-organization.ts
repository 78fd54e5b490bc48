import type { Reader } from '../../storage/store.ts'
import { organizationOfMember } from '../../storage/tables/organizations.ts'
import { Refused } from '../refusals.ts'

/** An organization as one of its accounts sees it. */
export interface Affiliation {
  readonly id: number
  readonly managerUin: number
  readonly managerName: string
  readonly rootNode: number
  readonly createdAt: number
  readonly joinedAt: number
  readonly mayQuit: 'allowed' | 'denied'
  /** Ids of financial permissions that the manager has over the account. */
  readonly permissions: readonly number[]
  readonly payer: number | null
  /** The payer's name in the organization; empty when the account pays itself. */
  readonly payerName: string
  /** It administers the accounts of a company in relation with the organization. */
  readonly administersEntity: boolean
}

/** Refuses with `no_organization`. */
export async function describeOrganization(reader: Reader, uin: number): Promise<Affiliation> {
  const row = await reader.first(organizationOfMember, { uin })
  if (!row) throw new Refused({ fact: 'no_organization' })
  return {
    id: row.id,
    managerUin: row.manager_uin,
    managerName: row.manager_name,
    rootNode: row.root_node,
    createdAt: row.created_at,
    joinedAt: row.joined_at,
    mayQuit: row.may_quit as Affiliation['mayQuit'],
    permissions: JSON.parse(row.permissions) as number[],
    payer: row.payer,
    payerName: row.payer_name ?? '',
    administersEntity: row.administered !== null,
  }
}
