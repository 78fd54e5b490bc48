import type { Refusal } from '../../refusals.ts'
import type { Owner } from '../../users/user.ts'
import type { Removed } from '../bridge.ts'
import type { UserFacts } from '../mapping.ts'
import type { GroupSource, GroupSourceKind } from './plan.ts'

/** How a company wants the zone to be; of some people only, when a plan is for them alone. */
export interface Wanted {
  /** Who is chosen, in the order of ids. */
  readonly people: ReadonlyMap<string, WantedPerson>
  readonly groups: readonly WantedGroup[]
  /** What was chosen and is no longer there. */
  readonly gone: readonly Pick<GroupSource, 'kind' | 'id'>[]
}

export interface WantedPerson {
  readonly name: string
  readonly user: { readonly facts: UserFacts } | { readonly refusal: Refusal }
}

export interface WantedGroup extends GroupSource {
  /** The name that its group is to have. */
  readonly groupName: string
  /** Ids of people. */
  readonly members: ReadonlySet<string>
}

/** How the zone is, as far as it concerns the bridge. */
export interface Actual {
  /** Users by the people for whom they stand: all, or those of the people that a plan is for. */
  readonly users: ReadonlyMap<string, LinkedUser>
  /** All people that have a user here. */
  readonly userCount: number
  /** Groups by the keys of their sources. */
  readonly groups: ReadonlyMap<string, LinkedGroup>
  /** Groups that no bridge has and that an earlier one made for the same, by the keys of their sources. */
  readonly orphans: ReadonlyMap<string, LinkedGroup>
  /** Users in each of these groups: all, or those of the people that a plan is for. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>
  /** Who has a name or address that is wanted, by its folded form. */
  readonly named: ReadonlyMap<string, Holder>
  readonly addressed: ReadonlyMap<string, Holder>
  readonly groupsNamed: ReadonlyMap<string, GroupHolder>
  /** People with a user here who are no longer chosen: their names, and whether they are still in the company. */
  readonly leavers: ReadonlyMap<string, { readonly name: string; readonly present: boolean }>
  /** Whether users that are kept by hand may be taken over. */
  readonly adoption: boolean
}

export interface LinkedUser extends UserFacts {
  readonly id: string
}

export interface LinkedGroup {
  readonly kind: GroupSourceKind
  readonly source: string
  readonly id: string
  readonly name: string
  readonly externalId: string
  readonly memberCount: number
  readonly removed: Removed
}

export interface Holder extends UserFacts {
  readonly id: string
  readonly owner: Owner
  /** The bridge for which he stands for somebody; null for none. */
  readonly bridge: string | null
  /** Groups that keep a user from being taken over. */
  readonly groups: readonly { readonly id: string; readonly name: string }[]
}

export interface GroupHolder {
  readonly id: string
  readonly name: string
  readonly externalId: string
  readonly owner: Owner
  readonly memberCount: number
  readonly bridge: string | null
}
