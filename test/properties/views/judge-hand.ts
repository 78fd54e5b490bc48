import { shownMembers } from './judge-source.ts'
import type { HandOperation } from './operations.ts'
import {
  came,
  done,
  groupsWith,
  holderOf,
  type Judged,
  limits,
  membersIn,
  type Owner,
  refused,
  went,
  type ZoneModel,
} from './zone-model.ts'

type Of<Kind extends HandOperation['kind']> = Extract<HandOperation, { kind: Kind }>

/** What is synchronized belongs to its source alone while synchronization is on. */
const kept = ({ sync }: ZoneModel, owner: Owner) => sync && owner === 'synchronized'

/** What people must be answered, and what must be recorded, in this state. `made` is the id that a creation was given. */
export function judgeHand(model: ZoneModel, operation: HandOperation, made: string): Judged {
  switch (operation.kind) {
    case 'switch': {
      const facts = operation.on ? 'enabled' : 'disabled'
      return model.sync === operation.on ? done() : done({ kind: 'synchronization_changed', subject: '', facts })
    }
    case 'adopt': {
      const facts = operation.on ? 'by_name' : 'never'
      return model.adoption === operation.on ? done() : done({ kind: 'adoption_changed', subject: '', facts })
    }
    case 'create_user':
    case 'create_group':
      return create(model, operation, made)
    case 'delete_user':
    case 'set_status':
      return ofUser(model, operation)
    case 'rename_group':
    case 'delete_group':
      return ofGroup(model, operation)
    case 'read_members':
      return model.groups.has(operation.group) ? { outcome: shownMembers(model, operation.group), happens: [] } : refused('group_not_found')
    default:
      return operation.kind === 'add' ? add(model, operation) : remove(model, operation)
  }
}

function create(model: ZoneModel, { kind, name, owner }: Of<'create_user' | 'create_group'>, made: string): Judged {
  const thing = { name, owner, externalId: '' }
  if (kind === 'create_group') {
    if (holderOf(model.groups, name) !== undefined) return refused('group_name_taken')
    if (model.groups.size >= limits.groups) return refused('group_quota_reached')
    return done({ kind: 'group_created', subject: made, facts: thing })
  }
  if (holderOf(model.users, name) !== undefined) return refused('user_name_taken')
  if (model.users.size >= limits.users) return refused('user_quota_reached')
  return done({ kind: 'user_created', subject: made, facts: { ...thing, status: 'enabled', displayName: '', further: '' } })
}

function ofUser(model: ZoneModel, operation: Of<'delete_user' | 'set_status'>): Judged {
  const { user: id } = operation
  const user = model.users.get(id)
  if (!user) return refused('user_not_found')
  if (kept(model, user.owner)) return refused(`user_owned_by_sync ${operation.kind}`)
  if (operation.kind === 'set_status') {
    return user.status === operation.status ? done() : done({ kind: 'user_status_changed', subject: id, facts: operation.status })
  }
  return groupsWith(model, id).length > 0 ? refused('user_in_groups') : done({ kind: 'user_deleted', subject: id, facts: null })
}

function ofGroup(model: ZoneModel, operation: Of<'rename_group' | 'delete_group'>): Judged {
  const { group: id } = operation
  const group = model.groups.get(id)
  if (!group) return refused('group_not_found')
  if (kept(model, group.owner)) return refused(`group_owned_by_sync ${operation.kind}`)
  if (operation.kind === 'delete_group') {
    return membersIn(model, id).size > 0 ? refused('group_has_members') : done({ kind: 'group_deleted', subject: id, facts: null })
  }
  const holder = holderOf(model.groups, operation.name)
  if (holder !== undefined && holder !== id) return refused('group_name_taken')
  if (group.name === operation.name) return done()
  return done({ kind: 'group_changed', subject: id, facts: { ...group, name: operation.name } })
}

function add(model: ZoneModel, { group: groupId, user: userId }: Of<'add' | 'remove'>): Judged {
  const [group, user] = [model.groups.get(groupId), model.users.get(userId)]
  if (!group) return refused('group_not_found')
  if (!user) return refused('user_not_found')
  if (kept(model, group.owner)) return refused(`group_owned_by_sync ${user.owner === 'synchronized' ? 'add' : 'other'}`)
  if (group.owner !== user.owner) return refused('owners_differ')
  if (membersIn(model, groupId).has(userId)) return refused('already_a_member')
  if (membersIn(model, groupId).size >= limits.usersPerGroup) return refused('group_full')
  if (groupsWith(model, userId).length >= limits.groupsPerUser) return refused('user_in_too_many_groups')
  return done(came(groupId, userId))
}

function remove(model: ZoneModel, { group: groupId, user }: Of<'add' | 'remove'>): Judged {
  const group = model.groups.get(groupId)
  if (!group) return refused('group_not_found')
  const member = membersIn(model, groupId).has(user)
  if (kept(model, group.owner)) return refused(`group_owned_by_sync ${member ? 'remove' : 'other'}`)
  return member ? done(went(groupId, user)) : refused('not_a_member')
}
