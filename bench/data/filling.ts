import type { Caller } from '../../src/directory/accounts/caller.ts'
import { findCaller } from '../../src/directory/accounts/find-caller.ts'
import { accountsStream, organizationStream } from '../../src/directory/events.ts'
import { createOrganization } from '../../src/directory/organizations/create-organization.ts'
import type { Ports } from '../../src/directory/ports.ts'
import { openSession, type Session } from '../../src/directory/session.ts'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { adjustQuotas } from '../../src/directory/zones/adjust-quotas.ts'
import { openZone } from '../../src/directory/zones/open-zone.ts'
import { startServer } from '../../src/main.ts'
import { defaultSettings, type Settings } from '../../src/settings.ts'
import { account } from './data-set.ts'

const many = 10_000_000
/** Nothing is refused for its number. */
const quotas = {
  users: many,
  groups: many,
  usersPerGroup: many,
  groupsPerUser: many,
  createUserPerSecond: many,
  addMemberPerSecond: many,
  removeMemberPerSecond: many,
}

export interface Place {
  readonly dataDir: string
  readonly databaseUrl?: string
}

/** Ports whose next id is the one that the data set has for it. */
export function portsFor(text: string): Ports {
  return { ...systemPorts, ids: { ...systemPorts.ids, text: () => text } }
}

/** Fills an empty folder or database as the benchmark's key, through the directory's own commands, so that every counter and event is what it would be. */
export async function filling({ dataDir, databaseUrl }: Place, work: (session: Session) => Promise<void>): Promise<void> {
  const { secretId, secretKey, adminToken, masterKey } = account
  const own = { secretId, secretKey, adminToken, masterKey, databaseUrl, dataDir, port: 0, logLevel: 'silent' } as const
  const settings: Settings = { ...defaultSettings, ...own }
  const server = await startServer(settings)
  const { uin } = server.start.firstKey
  const origin = { actor: `key:${secretId}`, account: uin, dialect: 'tencent', operation: 'Fill', requestId: 'fill', at: Date.now() }
  await work(openSession(server.store, systemPorts, server.vault, origin))
  await server.stop()
}

async function ownCaller(session: Session): Promise<Caller> {
  const holder = await session.read(async (reader) => findCaller(reader, account.secretId))
  if (!holder) throw new Error('the benchmark has no key')
  return holder.caller
}

/** An organization of the key's account; answers its number. */
export async function makeOrganization(session: Session): Promise<number> {
  const { account: manager } = await ownCaller(session)
  return session.write(accountsStream, (tx) => createOrganization(tx, systemPorts, manager))
}

/** Such an organization with this zone, which has room for everything. */
export async function makeZone(session: Session, zone: string): Promise<void> {
  const organization = await makeOrganization(session)
  const manager = await ownCaller(session)
  await session.write(organizationStream(organization), (tx) => openZone(tx, portsFor(zone.slice(2)), manager, 'benchmark'))
  await session.write(zone, (tx) => adjustQuotas(tx, zone, quotas))
}
