import type { Condition, SourceOperation } from './operations.ts'
import {
  came,
  contentOf,
  done,
  groupsWith,
  type Happening,
  holderOf,
  type Judged,
  limits,
  type ModelGroup,
  type ModelUser,
  membersIn,
  refused,
  went,
  type ZoneModel,
} from './zone-model.ts'

type Of<Kind extends SourceOperation['kind']> = Extract<SourceOperation, { kind: Kind }>

/** What the source must be answered, and what must be recorded, in this state. `made` is the id that a creation was given. */
export function judgeSource(model: ZoneModel, operation: SourceOperation, made: string): Judged {
  if (operation.kind === 'dangling') return refused('reference_dangling')
  if (!model.sync) return refused('synchronization_off')
  switch (operation.kind) {
    case 'create_user':
      return createUser(model, operation, made)
    case 'replace_user':
    case 'patch_user':
    case 'delete_user':
      return ofUser(model, operation)
    case 'create_group':
      return createGroup(model, operation, made)
    case 'read_members':
      return model.groups.has(operation.group) ? { outcome: shownMembers(model, operation.group), happens: [] } : refused('group_not_found')
    default:
      return ofGroup(model, operation)
  }
}

/** Who is in a group, as every wire's answer is told here. */
export function shownMembers(model: ZoneModel, group: string): string {
  return `members ${[...membersIn(model, group)].sort().join(' ')}`
}

function createUser(model: ZoneModel, { name, active, externalId, further }: Of<'create_user'>, made: string): Judged {
  const wanted = { name, owner: 'synchronized', displayName: '', externalId, further: further.join(' ') } as const
  const holder = holderOf(model.users, name)
  if (holder === undefined) {
    if (model.users.size >= limits.users) return refused('user_quota_reached')
    return done({ kind: 'user_created', subject: made, facts: { ...wanted, status: statusOf(active ?? true) } })
  }
  const { owner, status, displayName } = model.users.get(holder) as ModelUser
  if (!model.adoption || owner === 'synchronized') return refused('user_name_taken')
  if (groupsWith(model, holder).length > 0) return refused('adopted_user_in_groups')
  return done({
    kind: 'user_adopted',
    subject: holder,
    facts: { ...wanted, displayName, status: active === undefined ? status : statusOf(active) },
  })
}

const statusOf = (active: boolean): ModelUser['status'] => (active ? 'enabled' : 'disabled')

function ofUser(model: ZoneModel, operation: Of<'replace_user' | 'patch_user' | 'delete_user'>): Judged {
  const { user: id } = operation
  const user = model.users.get(id)
  if (!user) return refused('user_not_found')
  if (user.owner === 'manual') return refused('user_kept_by_hand')
  if (differs(model, id, operation)) return refused('version_differs')
  if (operation.kind === 'delete_user') {
    return done(...groupsWith(model, id).map((group) => went(group, id)), { kind: 'user_deleted', subject: id, facts: null })
  }
  const after = operation.kind === 'replace_user' ? replaced(user, operation) : patched(user, operation)
  const holder = holderOf(model.users, after.name)
  if (holder !== undefined && holder !== id) return refused('user_name_taken')
  return done(...changesOf(id, user, after))
}

/** What is another now than was seen must not be changed by whoever does not know. */
function differs(model: ZoneModel, id: string, { ifMatch, seen }: Condition): boolean {
  return ifMatch === 'never' || (seen !== undefined && seen.content !== contentOf(model, id))
}

/** A user is replaced but for the status, of which nothing was said. */
function replaced({ status }: ModelUser, { name, displayName, further }: Of<'replace_user'>): ModelUser {
  return { name, owner: 'synchronized', status, displayName, externalId: '', further: further.join(' ') }
}

function patched(user: ModelUser, { active, displayName, drop }: Of<'patch_user'>): ModelUser {
  const further = user.further.split(' ').filter((address) => address !== drop)
  return {
    ...user,
    further: further.join(' '),
    ...(active !== undefined && { status: statusOf(active) }),
    ...(displayName !== undefined && { displayName }),
  }
}

function changesOf(subject: string, before: ModelUser, after: ModelUser): Happening[] {
  const { status } = after
  const other = (['name', 'displayName', 'externalId', 'further'] as const).some((member) => before[member] !== after[member])
  return [
    ...(other ? [{ kind: 'user_changed', subject, facts: after }] : []),
    ...(before.status === status ? [] : [{ kind: 'user_status_changed', subject, facts: status }]),
  ]
}

function createGroup(model: ZoneModel, { name, members }: Of<'create_group'>, made: string): Judged {
  if (holderOf(model.groups, name) !== undefined) return refused('group_name_taken')
  if (model.groups.size >= limits.groups) return refused('group_quota_reached')
  const group: ModelGroup = { name, owner: 'synchronized', externalId: '' }
  const { refusal, happens } = memberChanges(model, made, { add: members, remove: [] })
  return refusal ? refused(refusal) : done({ kind: 'group_created', subject: made, facts: group }, ...happens)
}

function ofGroup(model: ZoneModel, operation: Of<'replace_group' | 'patch_group' | 'delete_group'>): Judged {
  const { group: id } = operation
  const before = model.groups.get(id)
  if (!before) return refused('group_not_found')
  if (before.owner === 'manual') return refused('group_kept_by_hand')
  if (differs(model, id, operation)) return refused('version_differs')
  if (operation.kind === 'delete_group') {
    return done(...[...membersIn(model, id)].map((user) => went(id, user)), { kind: 'group_deleted', subject: id, facts: null })
  }
  const patch = operation.kind === 'patch_group' ? operation.patch : operation
  const after: ModelGroup = {
    ...before,
    name: patch.name ?? before.name,
    ...(operation.kind === 'replace_group' && { externalId: '' }),
  }
  const holder = holderOf(model.groups, after.name)
  if (after.name !== before.name && holder !== undefined && holder !== id) return refused('group_name_taken')
  const { refusal, happens } = memberChanges(model, id, patch)
  if (refusal) return refused(refusal)
  const changed = after.name !== before.name || after.externalId !== before.externalId
  return done(...(changed ? [{ kind: 'group_changed', subject: id, facts: after }] : []), ...happens)
}

interface Intent {
  readonly add?: readonly string[]
  readonly remove?: readonly string[]
  readonly whole?: readonly string[]
}

/** Who comes and who goes, or why nobody does. */
function memberChanges(
  model: ZoneModel,
  group: string,
  { add = [], remove = [], whole }: Intent,
): { refusal?: string; happens: Happening[] } {
  const present = membersIn(model, group)
  const wanted = new Set(whole ?? add)
  const leaving = [...present].filter((user) => (whole ? !wanted.has(user) : remove.includes(user) && !wanted.has(user)))
  if ([...wanted].some((user) => !model.users.has(user))) return { refusal: 'users_not_found', happens: [] }
  if ([...wanted].some((user) => model.users.get(user)?.owner === 'manual')) return { refusal: 'owners_differ', happens: [] }
  const joining = [...wanted].filter((user) => !present.has(user))
  if (joining.length > 0 && present.size - leaving.length + joining.length > limits.usersPerGroup)
    return { refusal: 'group_full', happens: [] }
  if (joining.some((user) => groupsWith(model, user).length >= limits.groupsPerUser))
    return { refusal: 'user_in_too_many_groups', happens: [] }
  return { happens: [...leaving.map((user) => went(group, user)), ...joining.map((user) => came(group, user))] }
}
