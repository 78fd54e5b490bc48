import { expect } from 'vitest'
import type { TestServer } from '../../kit/server.ts'
import { askAdmin } from './ask-hand.ts'
import { type Company, departments, groupName } from './company.ts'
import { type BridgedGroups, type Gone, type GuardedRun, isTooMany, removalShare } from './guard.ts'
import type { Run } from './judge-order.ts'
import { groupsWith, holderOf, limits, membersIn, type ZoneModel } from './zone-model.ts'

/** What a report says of one thing that could not be done, or was held back. */
interface OpenItem {
  readonly kind: string
  readonly state: 'failed' | 'held'
  readonly source: { readonly kind: string; readonly id: string; readonly name: string } | null
  readonly target: string | null
  readonly group: { readonly id: string; readonly name: string; readonly target: string | null } | null
  readonly after: { readonly name?: string } | null
  readonly problem: { readonly code: string } | null
}

export interface Applied extends Run, GuardedRun {
  readonly did: number
  readonly open: readonly OpenItem[]
}

/** The path of a new bridge that deletes users of people who left as far as its guard lets it, and does nothing by itself. */
export async function newBridge(server: TestServer, zone: string, { app, departmentIds, group }: Company): Promise<string> {
  const selection = { departments: Object.values(departmentIds), groups: [group] }
  const mapping = { names: ['code'], email: 'none', leavers: 'delete' }
  const settings = { company: app.company, selection, mapping, removalShare }
  const { body } = await askAdmin<{ id: string }>(server, 'POST', `/zones/${zone}/bridges`, settings)
  return `/zones/${zone}/bridges/${body.id}`
}

/** Applies it, with all that is held or without; undefined when synchronization is off. */
export async function applyBridge(server: TestServer, bridge: string, allowed: boolean): Promise<Applied | undefined> {
  const start = performance.now()
  type Report = { done: Record<string, number>; open: OpenItem[]; type?: string }
  const { requestId, body } = await askAdmin<Report>(server, 'POST', `${bridge}/apply`, { allowAll: allowed }, [
    'urn:rollcall:synchronization_off',
  ])
  if (body.type !== undefined) return undefined
  const did = Object.values(body.done).reduce((sum, count) => sum + count, 0)
  return { key: `${requestId} ApplyBridge`, start, end: performance.now(), allowed, done: body.done, did, open: body.open }
}

/** The groups of the zone that stand for what the bridge takes its people from. */
export function groupsOfBridge(model: ZoneModel, { departmentIds, group }: Company): BridgedGroups {
  const sources = new Set([...Object.values(departmentIds), group])
  return new Map([...model.groups].flatMap(([id, { externalId }]) => (sources.has(externalId) ? [[id, externalId] as const] : [])))
}

/** The internal id of a person, by which a user is known that stands for one. */
const standsForPerson = /^[0-9a-f]{32}$/

/**
 * Holds that the zone agrees with the company but for what the last report names, nothing having been done by it; and that what it names was in the
 * way, or would be more than may go by itself.
 */
export function checkAgreement(model: ZoneModel, company: Company, gone: Gone, { did, open: items, allowed }: Applied): void {
  expect(did).toBe(0)
  const held = items.filter(({ state }) => state === 'held')
  if (allowed) expect(held).toEqual([])
  for (const item of held) requireHeld(model, gone, item, held)
  const open = items.filter(({ state }) => state === 'failed')
  for (const item of open) requireReason(model, item, open)
  const stillEnabled = new Set(held.flatMap(({ kind, target }) => (kind === 'disable_user' ? [target] : [])))
  // Whose user could not be changed has one all the same, and is in the groups with it.
  const failedPeople = new Map(
    open.flatMap(({ kind, source, target }) => (kind.endsWith('_user') ? [[source?.name.split(' ')[1], target]] : [])),
  )
  const failedGroups = new Set(open.flatMap(({ kind, source }) => (kind.endsWith('_group') && source ? [source.name] : [])))
  const users = new Map<string, string>()
  const chosen = [...company.people].filter(([code, { department, inGroup }]) => {
    return (department || inGroup) && failedPeople.get(code) !== null
  })
  for (const [code, { frozen }] of chosen) {
    const id = failedPeople.get(code) ?? holderOf(model.users, code) ?? ''
    users.set(code, id)
    const status = frozen && !stillEnabled.has(id) ? 'disabled' : 'enabled'
    // To be disabled is an item of its own; to be enabled fails with the rest.
    const facts = failedPeople.has(code)
      ? frozen && { status }
      : { name: code, owner: 'synchronized', displayName: `Person ${code}`, status }
    expect(model.users.get(id)).toMatchObject(facts || {})
  }
  const standing = [...model.users].filter(([, { externalId }]) => standsForPerson.test(externalId)).map(([id]) => id)
  const unexpected = new Set([...standing].filter((id) => ![...users.values()].includes(id)))
  for (const { target } of items) if (target !== null) unexpected.delete(target)
  expect([...unexpected]).toEqual([])

  const names = { east: company.eastName, west: 'west' }
  for (const department of departments) {
    if (!failedGroups.has(names[department])) checkGroup(names[department], ([, person]) => person.department === department)
  }
  if (!failedGroups.has(groupName)) checkGroup(groupName, ([, person]) => person.inGroup)

  function checkGroup(name: string, isIn: (entry: (typeof chosen)[number]) => unknown): void {
    const id = holderOf(model.groups, name) ?? ''
    expect(model.groups.get(id)).toMatchObject({ name, owner: 'synchronized' })
    const missing = open.filter(({ kind, group }) => kind === 'add_member' && group?.name === name).map(({ target }) => target)
    const staying = held.filter(({ kind, group }) => kind === 'remove_member' && group?.name === name).map(({ target }) => target)
    const wanted = chosen.filter(isIn).map(([code]) => users.get(code))
    const there = [...wanted.filter((user) => !missing.includes(user ?? '')), ...staying]
    expect([...membersIn(model, id)].sort(), name).toEqual(there.sort())
  }
}

/** Nothing is held that may go by itself, and nobody is deleted who is held in a group. */
function requireHeld(model: ZoneModel, gone: Gone, item: OpenItem, held: readonly OpenItem[]): void {
  const { kind, problem, source, group } = item
  const alike = held.filter((other) => other.problem?.code === problem?.code)
  const leaving = (of: string) => alike.filter((other) => other.kind === 'remove_member' && other.group?.target === of).length
  const isRight = {
    bridge_removals_held: () => {
      if (kind === 'delete_user') return alike.some((other) => other.kind === 'remove_member' && other.source?.id === source?.id)
      const [id, before] = [group?.target ?? '', gone.most.get(group?.id ?? '') ?? 0]
      return kind === 'remove_member' && isTooMany(leaving(id), before, membersIn(model, id).size)
    },
    // How many users it counts among its own is told by nobody.
    bridge_users_held: () => kind.endsWith('_user') && isTooMany(alike.length, gone.most.get('users') ?? 0, 0),
  }[problem?.code ?? '']
  expect(isRight?.(), JSON.stringify(item)).toBe(true)
}

/** Nothing is reported that could have been done. */
function requireReason(model: ZoneModel, item: OpenItem, open: readonly OpenItem[]): void {
  const { problem, source, target, group, after } = item
  const failed = (kind: string, name: string | undefined) => open.some((other) => other.kind === kind && other.source?.name === name)
  const name = after?.name ?? ''
  const holder = holderOf(model.users, name)
  const found = {
    user_name_taken: () => holder !== undefined && holder !== target,
    bridge_target_linked: () => holder !== undefined && holder !== target,
    adopted_user_in_groups: () => holder !== undefined && groupsWith(model, holder).length > 0,
    group_name_taken: () => holderOf(model.groups, name) !== undefined && holderOf(model.groups, name) !== target,
    user_quota_reached: () => model.users.size >= limits.users,
    group_quota_reached: () => model.groups.size >= limits.groups,
    bridge_user_missing: () => failed('create_user', source?.name),
    bridge_group_missing: () => failed('create_group', group?.name),
    group_full: () => membersIn(model, group?.target ?? '').size >= limits.usersPerGroup,
    user_in_too_many_groups: () => groupsWith(model, target ?? '').length >= limits.groupsPerUser,
  }[problem?.code ?? '']
  expect(found?.(), JSON.stringify(item)).toBe(true)
}
