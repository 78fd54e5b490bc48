import type { Owner } from './zone-model.ts'

/** Under what condition something is changed. */
export interface Condition {
  /** Anything, what is seen just before, what somebody saw before that, or what never was. */
  readonly ifMatch?: 'any' | 'now' | 'earlier' | 'never'
  readonly seen?: Seen
}

/** What was seen of something, under which tag, and when it was asked for. */
export interface Seen {
  readonly tag: string
  readonly content: string
  readonly start: number
}

/** What the source asks of the zone, over HTTP. `shape` is how it says it: each identity provider has its own. */
export type SourceOperation = Condition &
  (
    | {
        readonly by: 'source'
        readonly kind: 'create_user'
        readonly name: string
        readonly active?: boolean
        readonly externalId: string
        readonly further: readonly string[]
      }
    | {
        readonly by: 'source'
        readonly kind: 'replace_user'
        readonly user: string
        readonly name: string
        readonly displayName: string
        readonly further: readonly string[]
      }
    | ({ readonly by: 'source'; readonly kind: 'patch_user'; readonly user: string; readonly shape: number } & UserPatch)
    | { readonly by: 'source'; readonly kind: 'delete_user'; readonly user: string }
    | { readonly by: 'source'; readonly kind: 'create_group'; readonly name: string; readonly members: readonly string[] }
    | {
        readonly by: 'source'
        readonly kind: 'replace_group'
        readonly group: string
        readonly name: string
        readonly whole?: readonly string[]
      }
    | { readonly by: 'source'; readonly kind: 'patch_group'; readonly group: string; readonly shape: number; readonly patch: GroupPatch }
    | { readonly by: 'source'; readonly kind: 'delete_group'; readonly group: string }
    | { readonly by: 'source'; readonly kind: 'read_members'; readonly group: string }
    /** What a bulk request could not do since what it refers to was not made. */
    | { readonly by: 'source'; readonly kind: 'dangling' }
  )

export interface UserPatch {
  readonly active?: boolean
  readonly displayName?: string
  /** An address that is to go, where it is one of several. */
  readonly drop?: string
}

export interface GroupPatch {
  readonly name?: string
  readonly add?: readonly string[]
  readonly remove?: readonly string[]
  readonly whole?: readonly string[]
}

/** What people ask of it, through the vendor's official client; the last of them through the administration. */
export type HandOperation =
  | { readonly by: 'hand'; readonly kind: 'create_user' | 'create_group'; readonly name: string; readonly owner: Owner }
  | { readonly by: 'hand'; readonly kind: 'delete_user'; readonly user: string }
  | { readonly by: 'hand'; readonly kind: 'set_status'; readonly user: string; readonly status: 'enabled' | 'disabled' }
  | { readonly by: 'hand'; readonly kind: 'rename_group'; readonly group: string; readonly name: string }
  | { readonly by: 'hand'; readonly kind: 'delete_group'; readonly group: string }
  | { readonly by: 'hand'; readonly kind: 'add' | 'remove'; readonly group: string; readonly user: string }
  | { readonly by: 'hand'; readonly kind: 'read_members'; readonly group: string }
  | { readonly by: 'hand'; readonly kind: 'switch'; readonly on: boolean }
  | { readonly by: 'hand'; readonly kind: 'adopt'; readonly on: boolean }

export type Operation = SourceOperation | HandOperation

/** An operation that was answered. */
export interface Answered {
  readonly operation: Operation
  /** The request and the operation's name on the wire: what events are recorded under. */
  readonly key: string
  /** Between these two moments it was done. */
  readonly start: number
  readonly end: number
  /** `done`, the wire's code, or what was read. */
  readonly outcome: string
  /** What was created. */
  readonly made?: string
  /** Where several were sent in one request: the one before. */
  readonly after?: Answered
}
