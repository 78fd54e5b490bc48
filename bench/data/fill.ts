import { findCaller } from '../../src/directory/accounts/find-caller.ts'
import { accountsStream, organizationStream } from '../../src/directory/events.ts'
import { changeMemberships } from '../../src/directory/groups/change-memberships.ts'
import { createGroup } from '../../src/directory/groups/create-group.ts'
import { createOrganization } from '../../src/directory/organizations/create-organization.ts'
import type { Ports } from '../../src/directory/ports.ts'
import { openSession, type Session } from '../../src/directory/session.ts'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { createUser } from '../../src/directory/users/create-user.ts'
import { adjustQuotas } from '../../src/directory/zones/adjust-quotas.ts'
import { openZone } from '../../src/directory/zones/open-zone.ts'
import { startServer } from '../../src/main.ts'
import { defaultSettings, type Settings } from '../../src/settings.ts'
import { account, type DataSet, groupId, idText, userId, zoneId } from './data-set.ts'

const many = 10_000_000
/** Nothing is refused for its number. */
export const quotas = {
  users: many,
  groups: many,
  usersPerGroup: many,
  groupsPerUser: many,
  createUserPerSecond: many,
  addMemberPerSecond: many,
  removeMemberPerSecond: many,
}

/** Changes of one transaction. */
const chunk = 2000

export interface Place {
  readonly dataDir: string
  readonly databaseUrl?: string
}

/** Ports whose next id is the one that the data set has for it. */
export function portsFor(text: string): Ports {
  return { ...systemPorts, ids: { ...systemPorts.ids, text: () => text } }
}

/** Fills an empty folder or database through the directory's own commands, so that every counter and event is what it would be; a thousand times faster than by calls. */
export async function fill({ dataDir, databaseUrl }: Place, data: DataSet): Promise<void> {
  const { secretId, secretKey, adminToken, masterKey } = account
  const own = { secretId, secretKey, adminToken, masterKey, databaseUrl, dataDir, port: 0, logLevel: 'silent' } as const
  const settings: Settings = { ...defaultSettings, ...own }
  const server = await startServer(settings)
  const origin = {
    actor: `key:${secretId}`,
    account: server.start.firstKey.uin,
    dialect: 'tencent',
    operation: 'Fill',
    requestId: 'fill',
    at: Date.now(),
  }
  const session = openSession(server.store, systemPorts, server.vault, origin)
  await openBenchmarkZone(session)
  for (let from = 0; from < data.scale.users; from += chunk) await makeUsers(session, from, Math.min(from + chunk, data.scale.users))
  for (let from = 0; from < data.groups; from += chunk) await makeGroups(session, from, Math.min(from + chunk, data.groups))
  await makeMemberships(session, data)
  await server.stop()
}

async function openBenchmarkZone(session: Session): Promise<void> {
  const caller = async () => {
    const holder = await session.read(async (reader) => findCaller(reader, account.secretId))
    if (!holder) throw new Error('the benchmark has no key')
    return holder.caller
  }
  const manager = await caller()
  const organization = await session.write(accountsStream, (tx) => createOrganization(tx, systemPorts, manager.account))
  const placed = await caller()
  const ports = portsFor(zoneId.slice(2))
  await session.write(organizationStream(organization), (tx) => openZone(tx, ports, placed, 'benchmark'))
  await session.write(zoneId, (tx) => adjustQuotas(tx, zoneId, quotas))
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index)

function makeUsers(session: Session, from: number, to: number): Promise<unknown> {
  const made = (index: number) => {
    const name = `user-${index}@example.com`
    const names = { firstName: 'Given', lastName: `Family ${index}`, displayName: `Given Family ${index}` }
    return { name, email: name, description: 'Made for the benchmark', ...names }
  }
  return session.write(zoneId, (tx) =>
    Promise.all(numbers(from, to).map((index) => createUser(tx, portsFor(idText('u', index)), session.vault, zoneId, made(index)))),
  )
}

function makeGroups(session: Session, from: number, to: number): Promise<unknown> {
  const made = (index: number) => ({ name: `group-${index}`, description: 'Made for the benchmark' })
  return session.write(zoneId, (tx) =>
    Promise.all(numbers(from, to).map((index) => createGroup(tx, portsFor(idText('g', index)), zoneId, made(index)))),
  )
}

async function makeMemberships(session: Session, data: DataSet): Promise<void> {
  let list: { group: string; user: string }[] = []
  const flush = async () => {
    const changes = list.map((pair) => ({ change: { kind: 'add' as const, ...pair }, origin: session.origin }))
    list = []
    const outcomes = await session.write(zoneId, (tx) => changeMemberships.run(tx, zoneId, changes))
    const refused = outcomes.find((outcome) => !outcome.done)
    if (refused) throw new Error(`a membership was refused: ${JSON.stringify(refused)}`)
  }
  for (let group = 0; group < data.groups; group++) {
    for (let n = 0; n < data.sizeOf(group); n++) {
      if (list.push({ group: groupId(group), user: userId(data.nth(group, n)) }) === chunk) await flush()
    }
  }
  if (list.length > 0) await flush()
}
