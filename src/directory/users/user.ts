import type { UserRow } from '../../storage/schemas/zones.ts'

/** Who may change a user or group: people through the API, or its source of synchronization. */
export type Owner = 'manual' | 'synchronized'

export interface User {
  readonly id: string
  readonly name: string
  readonly firstName: string
  readonly lastName: string
  readonly displayName: string
  readonly description: string
  readonly email: string
  readonly status: 'enabled' | 'disabled'
  readonly owner: Owner
  readonly mustResetPassword: boolean
  readonly createdAt: number
  readonly updatedAt: number
  /** Its id at its source; empty when it has none. Several may have the same. */
  readonly externalId: string
  /** What else its source keeps with it: nothing here reads it. */
  readonly profile: Profile
  /** Goes up with every change. */
  readonly version: number
}

export type Profile = Readonly<Record<string, unknown>>

const noProfile: Profile = Object.freeze({})

export function userFrom(row: UserRow): User {
  return {
    id: row.id,
    name: row.name,
    firstName: row.first_name,
    lastName: row.last_name,
    displayName: row.display_name,
    description: row.description,
    email: row.email,
    status: row.status as User['status'],
    owner: row.owner as Owner,
    mustResetPassword: row.must_reset_password === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    externalId: row.external_id,
    profile: row.profile === null ? noProfile : (JSON.parse(row.profile) as Profile),
    version: row.version,
  }
}

/** A user as it is kept, without its number. */
export function userRow(zone: string, user: User, passwordDigest: string): Omit<UserRow, 'number'> {
  return {
    zone,
    id: user.id,
    name: user.name,
    name_key: folded(user.name),
    first_name: user.firstName,
    last_name: user.lastName,
    display_name: user.displayName,
    description: user.description,
    email: user.email,
    email_key: emailKey(user.email),
    status: user.status,
    owner: user.owner,
    must_reset_password: user.mustResetPassword ? 1 : 0,
    password_digest: passwordDigest,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
    external_id: user.externalId,
    profile: profileText(user.profile),
    version: user.version,
  }
}

/** A profile as it is kept: nothing when it is empty. */
function profileText(profile: Profile): string | null {
  return Object.keys(profile).length === 0 ? null : JSON.stringify(profile)
}

/** Names and addresses are unique without regard to case; only A to Z have one here. */
export function folded(text: string): string {
  return text.toLowerCase()
}

/** What must be unique of an address: nothing when there is none. */
export function emailKey(email: string): string | null {
  return email === '' ? null : folded(email)
}
