import type { Refusal } from '../../refusals.ts'
import type { UserFacts } from '../mapping.ts'

export const itemKinds = [
  'create_user',
  'link_user',
  'change_user',
  'disable_user',
  'delete_user',
  'create_group',
  'link_group',
  'change_group',
  'delete_group',
  'add_member',
  'remove_member',
] as const
export type ItemKind = (typeof itemKinds)[number]

export type GroupSourceKind = 'department' | 'group'

/** A department or group of the company that a group of the zone stands for. */
export interface GroupSource {
  readonly kind: GroupSourceKind
  readonly id: string
  readonly name: string
}

export interface Source {
  readonly kind: 'person' | GroupSourceKind
  readonly id: string
  readonly name: string
}

/** What of a user or group differs, by member. */
export type Facts = Readonly<Partial<UserFacts>>

/** One thing that is to be done in the zone, or that can't or may not be. */
export interface Item {
  readonly kind: ItemKind
  /** Of what in the company it comes; null for a member who stands for nobody. */
  readonly source: Source | null
  /** The user, or the group where it is about a group alone; null as long as it is to be created. */
  readonly target: string | null
  /** The group that is joined or left, and what it stands for. */
  readonly group?: GroupSource & { readonly target: string | null }
  readonly before?: Facts
  readonly after?: Facts
  /** Why it is not done: `failed` can't be done as things stand, `held` may not be done without being told. */
  readonly state: 'ready' | 'failed' | 'held'
  readonly refusal?: Refusal
}

/** How a source is told from others in maps. */
export function keyOf({ kind, id }: Pick<Source, 'kind' | 'id'>): string {
  return `${kind} ${id}`
}

/** The item as one that is not done. */
export function failing(item: Item, refusal: Refusal): Item {
  return { ...item, state: 'failed', refusal }
}

export function holding(item: Item, refusal: Refusal): Item {
  return { ...item, state: 'held', refusal }
}

/** Items that take something away from a group: a member, or all of them. */
export function takesFrom({ kind }: Pick<Item, 'kind'>): boolean {
  return kind === 'remove_member' || kind === 'delete_group'
}

/** Items that take a user away. */
export function takesUser({ kind }: Pick<Item, 'kind'>): boolean {
  return kind === 'disable_user' || kind === 'delete_user'
}
