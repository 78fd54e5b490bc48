/** The rules of users, groups and memberships, told once more and as plainly as can be: no counters, no rows, no transactions. */
export interface ModelUser {
  readonly name: string
  readonly owner: Owner
}
export type Owner = 'manual' | 'synchronized'

export interface Model {
  sync: boolean
  readonly users: Map<string, ModelUser>
  readonly groups: Map<string, ModelUser>
  /** `<group> <user>`. */
  readonly members: Set<string>
}

export const limits = { users: 6, groups: 4, usersPerGroup: 2, groupsPerUser: 2 } as const

export type Step =
  | { readonly kind: 'add' | 'remove'; readonly group: string; readonly user: string }
  | { readonly kind: 'create_user' | 'create_group'; readonly name: string; readonly owner: Owner }
  | { readonly kind: 'delete_user'; readonly user: string }
  | { readonly kind: 'delete_group'; readonly group: string }
  | { readonly kind: 'switch'; readonly on: boolean }

/** `done`, `done <id>` of what was created, or the fact of the refusal. */
export type Outcome = string

export const emptyModel = (): Model => ({ sync: false, users: new Map(), groups: new Map(), members: new Set() })

export const copyOf = (model: Model): Model => ({
  sync: model.sync,
  users: new Map(model.users),
  groups: new Map(model.groups),
  members: new Set(model.members),
})

const membersOf = (model: Model, group: string) => [...model.members].filter((pair) => pair.startsWith(`${group} `)).length
const groupsOf = (model: Model, user: string) => [...model.members].filter((pair) => pair.endsWith(` ${user}`)).length
const kept = (model: Model, owner: Owner) => model.sync && owner === 'synchronized'
const taken = (things: Map<string, ModelUser>, name: string) =>
  [...things.values()].some((thing) => thing.name.toLowerCase() === name.toLowerCase())

/** What a step must lead to; changes the model when it is `done`. `id` is what a creation was given, when it succeeded. */
export function expected(model: Model, step: Step, id: string | undefined): Outcome {
  switch (step.kind) {
    case 'switch':
      model.sync = step.on
      return 'done'
    case 'create_user':
      return create(model.users, step, id, limits.users, 'user')
    case 'create_group':
      return create(model.groups, step, id, limits.groups, 'group')
    case 'delete_user': {
      const user = model.users.get(step.user)
      if (!user) return 'user_not_found'
      if (kept(model, user.owner)) return 'user_owned_by_sync'
      if (groupsOf(model, step.user) > 0) return 'user_in_groups'
      model.users.delete(step.user)
      return 'done'
    }
    case 'delete_group': {
      const group = model.groups.get(step.group)
      if (!group) return 'group_not_found'
      if (kept(model, group.owner)) return 'group_owned_by_sync'
      if (membersOf(model, step.group) > 0) return 'group_has_members'
      model.groups.delete(step.group)
      return 'done'
    }
    default:
      return step.kind === 'add' ? add(model, step.group, step.user) : remove(model, step.group, step.user)
  }
}

function create(
  things: Map<string, ModelUser>,
  step: { name: string; owner: Owner },
  id: string | undefined,
  limit: number,
  what: string,
): Outcome {
  if (taken(things, step.name)) return `${what}_name_taken`
  if (things.size >= limit) return `${what}_quota_reached`
  if (id === undefined) return 'should have been created'
  things.set(id, { name: step.name, owner: step.owner })
  return `done ${id}`
}

function add(model: Model, groupId: string, userId: string): Outcome {
  const group = model.groups.get(groupId)
  if (!group) return 'group_not_found'
  const user = model.users.get(userId)
  if (!user) return 'user_not_found'
  if (kept(model, group.owner)) return 'group_owned_by_sync'
  if (group.owner !== user.owner) return 'owners_differ'
  if (model.members.has(`${groupId} ${userId}`)) return 'already_a_member'
  if (membersOf(model, groupId) >= limits.usersPerGroup) return 'group_full'
  if (groupsOf(model, userId) >= limits.groupsPerUser) return 'user_in_too_many_groups'
  model.members.add(`${groupId} ${userId}`)
  return 'done'
}

function remove(model: Model, groupId: string, userId: string): Outcome {
  const group = model.groups.get(groupId)
  if (!group) return 'group_not_found'
  if (kept(model, group.owner)) return 'group_owned_by_sync'
  return model.members.delete(`${groupId} ${userId}`) ? 'done' : 'not_a_member'
}
