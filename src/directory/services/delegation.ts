import type { ServiceDelegationRow } from '../../storage/schemas/organizations.ts'

/** What a delegate administers: every member, or some members and the members of some departments. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'part'; readonly uins: readonly number[]; readonly nodes: readonly number[] }

/** A member that administers one service of its organization. */
export interface Delegation {
  readonly organization: number
  readonly service: number
  readonly uin: number
  readonly scope: Scope
  /** The member uses the service; always false where the service does not tell. */
  readonly inUse: boolean
  readonly createdAt: number
  /** When the scope was last said. Who joined later is not meant by it. */
  readonly updatedAt: number
}

export function delegationFrom(row: ServiceDelegationRow): Delegation {
  const part = () => ({
    kind: 'part' as const,
    uins: JSON.parse(row.scope_uins) as number[],
    nodes: JSON.parse(row.scope_nodes) as number[],
  })
  return {
    organization: row.organization,
    service: row.service,
    uin: row.uin,
    scope: row.scope === 'all' ? { kind: 'all' } : part(),
    inUse: row.in_use === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function delegationRow(delegation: Delegation): ServiceDelegationRow {
  const { scope } = delegation
  return {
    organization: delegation.organization,
    service: delegation.service,
    uin: delegation.uin,
    scope: scope.kind,
    scope_uins: JSON.stringify(scope.kind === 'part' ? scope.uins : []),
    scope_nodes: JSON.stringify(scope.kind === 'part' ? scope.nodes : []),
    in_use: delegation.inUse ? 1 : 0,
    created_at: delegation.createdAt,
    updated_at: delegation.updatedAt,
  }
}
