import type { MemberRow } from '../../storage/schemas/organizations.ts'

export interface Tag {
  readonly key: string
  readonly value: string
}

/** An account's place in an organization. */
export interface Member {
  readonly organization: number
  readonly uin: number
  readonly node: number
  readonly name: string
  /** Whether the organization created the account, or it came by an invitation. */
  readonly kind: 'invited' | 'created'
  readonly mayQuit: 'allowed' | 'denied'
  readonly remark: string
  /** Ids of financial permissions that the manager has over it. */
  readonly permissions: readonly number[]
  /** Permissions that wait for the member's consent. */
  readonly askedPermissions: readonly number[] | null
  /** The account that pays for it; null when it pays itself. */
  readonly payer: number | null
  /** Who is to pay for it once the asked permissions are consented to. */
  readonly askedPayer: number | null
  readonly tags: readonly Tag[]
  readonly joinedAt: number
  readonly updatedAt: number
}

/** What every member grants at least. */
export const leastPermissions: readonly number[] = [1, 2]

export function memberFrom(row: MemberRow): Member {
  return {
    organization: row.organization,
    uin: row.uin,
    node: row.node,
    name: row.name,
    kind: row.kind as Member['kind'],
    mayQuit: row.may_quit as Member['mayQuit'],
    remark: row.remark,
    permissions: JSON.parse(row.permissions) as number[],
    askedPermissions: row.asked_permissions === null ? null : (JSON.parse(row.asked_permissions) as number[]),
    payer: row.payer,
    askedPayer: row.asked_payer,
    tags: JSON.parse(row.tags) as Tag[],
    joinedAt: row.joined_at,
    updatedAt: row.updated_at,
  }
}

/** Always in the same form, so that a tag can be found in the text. */
function tagsText(tags: readonly Tag[]): string {
  return JSON.stringify(tags.map(({ key, value }) => ({ key, value })))
}

export function memberRow(member: Member): MemberRow {
  return {
    organization: member.organization,
    uin: member.uin,
    node: member.node,
    name: member.name,
    kind: member.kind,
    may_quit: member.mayQuit,
    remark: member.remark,
    permissions: JSON.stringify(member.permissions),
    asked_permissions: member.askedPermissions && JSON.stringify(member.askedPermissions),
    payer: member.payer,
    asked_payer: member.askedPayer,
    tags: tagsText(member.tags),
    joined_at: member.joinedAt,
    updated_at: member.updatedAt,
  }
}
