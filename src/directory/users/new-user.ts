import type { Vault } from '../../storage/vault.ts'
import type { Profile, User } from './user.ts'

export interface NewUser {
  readonly name: string
  readonly firstName?: string
  readonly lastName?: string
  readonly displayName?: string
  readonly description?: string
  readonly email?: string
  readonly status?: User['status']
  readonly owner?: User['owner']
  readonly mustResetPassword?: boolean
  readonly externalId?: string
  readonly profile?: Profile
}

/** A user with what is usual where nothing was said. */
export function newUser(id: string, wanted: NewUser, at: number): User {
  return {
    id,
    name: wanted.name,
    firstName: wanted.firstName ?? '',
    lastName: wanted.lastName ?? '',
    displayName: wanted.displayName ?? '',
    description: wanted.description ?? '',
    email: wanted.email ?? '',
    status: wanted.status ?? 'enabled',
    owner: wanted.owner ?? 'manual',
    mustResetPassword: wanted.mustResetPassword ?? false,
    createdAt: at,
    updatedAt: at,
    externalId: wanted.externalId ?? '',
    profile: wanted.profile ?? {},
    version: 1,
  }
}

/** All that is kept of a password. */
export function passwordDigest(vault: Vault, { id }: User, password: string): string {
  return vault.digest(password, `password ${id}`)
}
