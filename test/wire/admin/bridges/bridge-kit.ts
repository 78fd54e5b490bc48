import { dueBridges, followEvents } from '../../../../src/directory/bridges/follow-events.ts'
import { listGroups } from '../../../../src/directory/groups/list-groups.ts'
import { membersOf } from '../../../../src/directory/groups/members-of.ts'
import { openSession } from '../../../../src/directory/session.ts'
import { listUsers } from '../../../../src/directory/users/list-users.ts'
import type { User } from '../../../../src/directory/users/user.ts'
import { switchSynchronization } from '../../../../src/directory/zones/switch-synchronization.ts'
import { type Admin, type Json, ports, vault } from '../admin-kit.ts'
import { newZone, origin, type TestZone } from '../organization-kit.ts'
import { newCompany, type TestCompany } from './company-kit.ts'

/** A zone that lets itself be filled, and a company to fill it from. */
export interface World {
  readonly admin: Admin
  readonly place: TestZone
  readonly zone: string
  readonly company: TestCompany
}

export async function newWorld(admin: Admin): Promise<World> {
  const place = await newZone(admin)
  const world = { admin, place, zone: place.zone, company: await newCompany(admin) }
  await switchOn(world, true)
  return world
}

export async function switchOn({ admin, zone }: World, on: boolean): Promise<void> {
  await admin.store.write(zone, origin, (tx) => switchSynchronization(tx, zone, on ? 'enabled' : 'disabled'))
}

/** A bridge of the world's company, by its id; `more` is what else its creation says. */
export async function newBridge({ admin, zone, company }: World, selection: object, more: object = {}): Promise<string> {
  const body = { company: company.id, selection, ...more }
  return (await admin.must(201, 'POST', `/zones/${zone}/bridges`, { body })).id
}

export function path({ zone }: World, bridge: string): string {
  return `/zones/${zone}/bridges/${bridge}`
}

/** The report of applying. */
export async function applied(world: World, bridge: string, body?: object): Promise<Json> {
  return world.admin.must(200, 'POST', `${path(world, bridge)}/apply`, body && { body })
}

/** Items that failed, in the order of their texts: what, whose, and why. */
export const problemsOf = (items: readonly Json[]): string[] =>
  items.map(({ kind, source, problem }) => `${kind} ${source.name}: ${problem.code}`).sort()

/** All that is shown before. */
export async function previewed(world: World, bridge: string): Promise<Json> {
  return world.admin.must(200, 'POST', `${path(world, bridge)}/preview?limit=1000`)
}

/** What is in the zone: users by name with their status, groups by name with the names of their members. */
export async function zoneNow({
  admin,
  zone,
}: Pick<World, 'admin' | 'zone'>): Promise<{ users: Record<string, string>; groups: Record<string, string[]> }> {
  const { reader } = admin.store
  const page = { zone, newestFirst: false, offset: 0, limit: 10_000 }
  const users = Object.fromEntries((await listUsers(reader, page)).items.map(({ name, status }) => [name, status]))
  const groups: Record<string, string[]> = {}
  for (const { id, name, memberCount } of (await listGroups(reader, page)).items) {
    const members = (await membersOf(reader, zone, id)).map((member) => member.name).sort()
    if (members.length !== memberCount) throw new Error(`${name} counts ${memberCount} members and has ${members.length}`)
    groups[name] = members
  }
  return { users, groups }
}

export async function userNamed({ admin, zone }: World, name: string): Promise<User> {
  const { items } = await listUsers(admin.store.reader, { zone, newestFirst: false, offset: 0, limit: 10_000 })
  const found = items.find((user) => user.name === name)
  if (!found) throw new Error(`no user ${name}`)
  return found
}

export async function groupNamed({ admin, zone }: World, name: string): Promise<string> {
  const { items } = await listGroups(admin.store.reader, { zone, newestFirst: false, offset: 0, limit: 10_000 })
  const found = items.find((group) => group.name === name)
  if (!found) throw new Error(`no group ${name}`)
  return found.id
}

/** Follows as a server does, until nothing is due. `stopped` ends it in between, as a server that is killed. */
export async function follow(
  { admin }: Pick<World, 'admin'>,
  holder = 'alone',
  stopped = () => false,
  now = ports.clock.now,
): Promise<void> {
  const clocked = { ...ports, clock: { now } }
  const session = openSession(admin.store, clocked, vault, { ...origin, actor: 'bridge:test', at: now() })
  // Bounded: whoever follows for ever has failed.
  for (let round = 0; round < 50; round++) {
    const due = await dueBridges(admin.store.reader, holder, now(), 100)
    if (due.length === 0) return
    for (const key of due) while (await followEvents({ session, holder, stopped }, key));
    if (stopped()) return
  }
  throw new Error('there is always more to follow')
}
