import type { SyncedGroupChange } from '../../../directory/synchronization/change-synced-group.ts'
import type { MemberIntent } from '../../../directory/synchronization/member-intent.ts'
import { externalIdOf } from '../external-id.ts'
import { groupName } from '../groups/group-name.ts'
import type { Attribute } from '../schemas/attribute.ts'
import { groupType } from '../schemas/resource-type.ts'
import { type ScimError, scimError } from '../scim-error.ts'
import { idsInFilter } from './member-filter.ts'
import { memberIds, mostMembers, tooMany } from './member-ids.ts'
import { namedValue } from './named-value.ts'
import type { PatchOperation } from './parse-patch.ts'
import { type PlacedOperation, placedOperations } from './placed-operations.ts'
import { isSame } from './same-value.ts'
import { singleValue } from './single-value.ts'

/** What the operations want of the members, by user: in or out. With `whole`, nobody else is to be in. */
interface Wanted {
  whole: boolean
  readonly byUser: Map<string, boolean>
  named: number
}

/**
 * What all operations of a PATCH together want of a group, each after those before it, told without looking at who is in the group.
 * Refuses what it does not understand.
 */
export function groupPatch(id: string, operations: readonly PatchOperation[]): SyncedGroupChange {
  const change: { name?: string; externalId?: ExternalId } = {}
  const wanted: Wanted = { whole: false, byUser: new Map(), named: 0 }
  for (const operation of placedOperations(groupType, id, operations)) {
    const { attribute } = operation.path
    if (attribute?.name === 'members') wantMembers(wanted, operation)
    else if (attribute?.name === 'displayName') change.name = nameIn(operation)
    else if (attribute?.name === 'externalId') change.externalId = externalIdAfter(change.externalId, attribute, operation)
    else throw new Error(`nobody said what a PATCH of ${attribute?.name} means`)
  }
  const members = intentOf(wanted)
  return { ...change, ...(members && { members }) }
}

function nameIn({ op, at, value }: PlacedOperation): string {
  if (op !== 'remove') return groupName(singleValue(value))
  throw scimError(
    'mutability',
    `Operation ${at} removes displayName, which a group must have. Replace it instead.`,
    `第 ${at} 个操作要移除 displayName，而用户组必须有名称，请改用 replace。`,
  )
}

type ExternalId = SyncedGroupChange['externalId']

/** What becomes of the id at the source. A removal that says an id takes that one away and no other. */
function externalIdAfter(before: ExternalId, attribute: Attribute, operation: PlacedOperation): ExternalId {
  if (operation.op !== 'remove') return externalIdOf(singleValue(operation.value))
  const named = namedValue(attribute, attribute.name, operation)
  if (named === undefined) return ''
  const without = (id: string) => (isSame(attribute, id, named) ? '' : id)
  if (typeof before === 'string') return without(before)
  return (now) => without(before?.(now) ?? now)
}

function wantMembers(wanted: Wanted, operation: PlacedOperation): void {
  const { op, valued } = operation
  if (op === 'replace' || (op === 'remove' && !valued && filterOf(operation) === undefined)) {
    // The only two that speak of members that they don't name.
    wanted.whole = true
    wanted.byUser.clear()
  }
  const ids = idsOf(operation)
  wanted.named += ids.length
  if (wanted.named > mostMembers) throw tooMany(wanted.named)
  for (const id of ids) wanted.byUser.set(id, op !== 'remove')
}

/** Whom the operation names. */
function idsOf(operation: PlacedOperation): string[] {
  const { op, at, valued, value } = operation
  const where = `Operation ${at}`
  const filter = filterOf(operation)
  if (filter !== undefined) {
    if (op === 'remove' && (!valued || value === null)) return idsInFilter(filter, where)
    throw unclearPath(at)
  }
  if (op === 'remove' && !valued) return []
  const ids = memberIds(value, where)
  if (op === 'remove' && ids.length === 0) throw nobodyNamed(at)
  return ids
}

function filterOf({ path, at }: PlacedOperation): string | undefined {
  if (path.attribute === undefined || path.sub) throw unclearPath(at)
  return path.filter
}

function intentOf({ whole, byUser }: Wanted): MemberIntent | undefined {
  const add: string[] = []
  const remove: string[] = []
  for (const [id, isIn] of byUser) (isIn ? add : remove).push(id)
  if (whole) return { whole: add }
  return byUser.size > 0 ? { add, remove } : undefined
}

function unclearPath(at: number): ScimError {
  return scimError(
    'invalidPath',
    `Operation ${at}: members are added and replaced at the path members, and removed there or at members[value eq "u-…"]. Nothing was changed.`,
    `第 ${at} 个操作：成员的 add 与 replace 路径为 members，remove 路径为 members 或 members[value eq "u-…"]，未作任何变更。`,
  )
}

function nobodyNamed(at: number): ScimError {
  return scimError(
    'invalidValue',
    `Operation ${at} removes nobody: its list is empty. Name members in value, or leave value out to remove all. Nothing was changed.`,
    `第 ${at} 个操作的成员列表为空：请在 value 中指定成员，或省略 value 以移除全部，未作任何变更。`,
  )
}
