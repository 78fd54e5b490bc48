import type { Zone } from '../../directory/zones/zone.ts'

/** What a bearer token stands for; undefined for one that nobody was given. */
export type FindCredential = (token: string) => Promise<KnownCredential | undefined>

export interface KnownCredential {
  readonly id: string
  readonly expired: boolean
  readonly enabled: boolean
  readonly zone: Zone
}
