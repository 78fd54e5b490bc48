import type { Member } from './member.ts'

/** A way to log in to a member's account. */
export interface Identity {
  readonly id: number
  readonly name: string
}

/** The one identity that every created member has. Source: the vendor's page on creating a member; its name is our choice. */
export const presetIdentity: Identity = { id: 1, name: 'admin' }

/** The identities that are configured on a member. */
export function identitiesOf({ kind }: Pick<Member, 'kind'>): readonly Identity[] {
  return kind === 'created' ? [presetIdentity] : []
}
