import type { Operation, SourceOperation } from './operations.ts'
import type { Owner, ZoneModel } from './zone-model.ts'

/** An operation with small numbers instead of ids: which is meant is settled when it is sent. */
export interface Plan {
  readonly kind: (typeof planKinds)[number]
  readonly one: number
  readonly other: number
  readonly third: number
  readonly flag: boolean
}

/** As often as they are here, they are asked for. */
export const planKinds = [
  ...['source_add', 'source_add', 'source_add', 'source_remove', 'source_remove', 'source_both', 'source_whole', 'source_put'],
  ...[
    'source_user',
    'source_user_put',
    'source_user_patch',
    'source_user_patch',
    'source_user_delete',
    'source_group',
    'source_group_delete',
  ],
  ...['source_rename', 'source_read', 'bulk', 'bulk'],
  ...[
    'hand_add',
    'hand_add',
    'hand_add',
    'hand_remove',
    'hand_remove',
    'hand_user',
    'hand_user',
    'hand_group',
    'hand_group',
    'hand_status',
    'hand_status',
  ],
  ...['hand_user_delete', 'hand_group_delete', 'hand_rename', 'hand_read', 'hand_switch', 'hand_adopt'],
  ...[
    'company_seat',
    'company_seat',
    'company_seat',
    'company_freeze',
    'company_resign',
    'company_group',
    'company_group',
    'company_rename',
  ],
  ...['bridge', 'bridge'],
] as const

/** Ids that callers know of, those that were made lately first. */
export interface Known {
  readonly users: Record<Owner, string[]>
  readonly groups: Record<Owner, string[]>
}

export const nobodyKnown = (): Known => ({ users: { manual: [], synchronized: [] }, groups: { manual: [], synchronized: [] } })

/** So many of what is gone are asked for all the same. */
const remembered = 1

/** Learns what is there, and forgets most of what is not. */
export function learn(known: Known, model: ZoneModel): void {
  for (const [lists, things] of [[known.users, model.users] as const, [known.groups, model.groups] as const]) {
    for (const owner of ['manual', 'synchronized'] as const) {
      const there = [...things].filter(([, thing]) => thing.owner === owner).map(([id]) => id)
      const gone = lists[owner].filter((id) => !things.has(id)).slice(0, remembered)
      lists[owner] = [...there.reverse(), ...gone]
    }
  }
}

/** Some names are those of people and departments of the company, others differ in letter case alone. */
const nameOf = (number: number) => (number > 53 ? `p${number % 12}` : `${number % 5 === 4 ? 'Name' : 'name'}${number % 23}`)
const groupNameOf = (number: number) => (number > 59 ? 'team' : `${number % 5 === 4 ? 'Group' : 'group'}${number % 9}`)

/** Numbers go to 63. Now and then what is meant is of the other owner, or never was. */
function picked(lists: Record<Owner, string[]>, owner: Owner, number: number): string {
  const list = number < 58 ? lists[owner] : number < 62 ? lists[owner === 'manual' ? 'synchronized' : 'manual'] : []
  return list[number % Math.min(list.length, 9)] ?? 'u-never00000'
}

/** One to five of them, no two the same. */
function some(lists: Record<Owner, string[]>, owner: Owner, number: number, other: number): string[] {
  const count = 1 + (other % 5)
  return [...new Set(Array.from({ length: count }, (_, index) => picked(lists, owner, (number + index * (1 + (other % 7))) % 61)))]
}

/** What is sent; more than one are sent in bulk. Of the company and its bridge nothing is sent here. */
export function operationsFor(plan: Plan, known: Known): [Operation] | SourceOperation[] {
  if (plan.kind === 'bulk') return bulkFor(plan, known)
  return [plan.kind.startsWith('source') ? conditional(sourceFor(plan, known), plan.one + plan.other + plan.third) : handFor(plan, known)]
}

/** Few, so that several users have the same; each of them has one or two of them, or none. */
export const addresses = [0, 1, 2, 3, 4].map((number) => `further${number}@one.example`)

const furtherOf = (one: number, other: number) =>
  Array.from({ length: one % 3 }, (_, index) => addresses[(other + index) % addresses.length] as string)

/** A change is made under a condition as often as without one. */
function conditional(operation: SourceOperation, number: number): SourceOperation {
  const ifMatch = ([undefined, undefined, undefined, undefined, 'now', 'earlier', 'earlier', 'any', 'never'] as const)[number % 9]
  const changes = !/^(create|read)/.test(operation.kind)
  return changes && ifMatch !== undefined ? { ...operation, ifMatch } : operation
}

function sourceFor({ kind, one, other, third, flag }: Plan, { users, groups }: Known): SourceOperation {
  const user = picked(users, 'synchronized', one)
  const group = picked(groups, 'synchronized', other)
  const list = some(users, 'synchronized', one, third)
  const shape = third % 4
  const by = 'source'
  switch (kind) {
    case 'source_add':
      return { by, kind: 'patch_group', group, shape, patch: { add: list } }
    case 'source_remove':
      return { by, kind: 'patch_group', group, shape, patch: { remove: list } }
    case 'source_both': {
      const remove = some(users, 'synchronized', third, one).filter((id) => !list.includes(id))
      return { by, kind: 'patch_group', group, shape, patch: { add: list, remove } }
    }
    case 'source_whole':
      return { by, kind: 'patch_group', group, shape, patch: { whole: flag && third % 8 === 0 ? [] : list } }
    case 'source_put':
      return { by, kind: 'replace_group', group, name: groupNameOf(one), ...(flag && { whole: list }) }
    case 'source_user':
      return {
        by,
        kind: 'create_user',
        name: nameOf(one),
        externalId: `external-${other}`,
        further: furtherOf(third, other),
        ...(flag && { active: third % 2 === 0 }),
      }
    case 'source_user_put':
      return { by, kind: 'replace_user', user, name: nameOf(other), displayName: `Display ${third}`, further: furtherOf(one, third) }
    case 'source_user_patch':
      return {
        by,
        kind: 'patch_user',
        user,
        shape,
        active: flag,
        ...(other % 3 === 0 && { displayName: `Display ${other}` }),
        ...(third % 2 === 0 && { drop: addresses[other % addresses.length] as string }),
      }
    case 'source_user_delete':
      return { by, kind: 'delete_user', user }
    case 'source_group':
      return { by, kind: 'create_group', name: groupNameOf(other), members: flag ? list : [] }
    case 'source_group_delete':
      return { by, kind: 'delete_group', group }
    case 'source_rename':
      return { by, kind: 'patch_group', group, shape, patch: { name: groupNameOf(one), ...(flag && { add: list }) } }
    default:
      return { by, kind: 'read_members', group }
  }
}

function handFor({ kind, one, other, third, flag }: Plan, { users, groups }: Known): Operation {
  const owner: Owner = third % 4 === 3 ? 'synchronized' : 'manual'
  const user = picked(users, owner, one)
  const group = picked(groups, owner, other)
  const by = 'hand'
  switch (kind) {
    case 'hand_add':
      return { by, kind: 'add', group, user }
    case 'hand_remove':
      return { by, kind: 'remove', group, user }
    case 'hand_user':
      return { by, kind: 'create_user', name: nameOf(one), owner }
    case 'hand_group':
      return { by, kind: 'create_group', name: groupNameOf(one), owner }
    case 'hand_status':
      return { by, kind: 'set_status', user, status: flag ? 'enabled' : 'disabled' }
    case 'hand_user_delete':
      return { by, kind: 'delete_user', user }
    case 'hand_group_delete':
      return { by, kind: 'delete_group', group }
    case 'hand_rename':
      return { by, kind: 'rename_group', group, name: groupNameOf(one) }
    case 'hand_switch':
      // Off is not for long: nothing of the source is done meanwhile.
      return { by, kind: 'switch', on: third % 6 > 0 }
    case 'hand_adopt':
      return { by, kind: 'adopt', on: flag }
    default:
      return { by, kind: 'read_members', group }
  }
}

/** A user and a group with him in it; or several things of which no two are of one kind. */
function bulkFor({ one, other, third, flag }: Plan, known: Known): SourceOperation[] {
  const of = (kind: Plan['kind']) => sourceFor({ kind, one, other, third, flag }, known)
  if (!flag)
    return [of('source_user_patch'), of('source_both'), of('source_user_put'), of(third % 4 === 0 ? 'source_user_delete' : 'source_user')]
  const group: SourceOperation = { by: 'source', kind: 'create_group', name: groupNameOf(one), members: ['bulkId:0'] }
  return [of('source_user'), group, of(third % 2 === 0 ? 'source_remove' : 'source_put')]
}
