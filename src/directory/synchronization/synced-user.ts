import type { Profile, User } from '../users/user.ts'

/** All that a source says of a user. What is left out is empty, and the status enabled. */
export interface SyncedUser {
  readonly name: string
  readonly firstName?: string
  readonly lastName?: string
  readonly displayName?: string
  readonly email?: string
  readonly status?: User['status']
  readonly externalId?: string
  readonly profile?: Profile
}
