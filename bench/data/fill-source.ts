import { findCaller } from '../../src/directory/accounts/find-caller.ts'
import { accountsStream, organizationStream } from '../../src/directory/events.ts'
import { changeMemberships } from '../../src/directory/groups/change-memberships.ts'
import { createOrganization } from '../../src/directory/organizations/create-organization.ts'
import { openSession, type Session } from '../../src/directory/session.ts'
import { createSyncedGroup } from '../../src/directory/synchronization/create-synced-group.ts'
import { createSyncedUser } from '../../src/directory/synchronization/create-synced-user.ts'
import { createCredential } from '../../src/directory/synchronization/credentials/create-credential.ts'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { adjustQuotas } from '../../src/directory/zones/adjust-quotas.ts'
import { openZone } from '../../src/directory/zones/open-zone.ts'
import { switchSynchronization } from '../../src/directory/zones/switch-synchronization.ts'
import { startServer } from '../../src/main.ts'
import { defaultSettings, type Settings } from '../../src/settings.ts'
import { account, idText } from './data-set.ts'
import { portsFor, quotas } from './fill.ts'
import {
  manyGroups,
  nthOfSourceGroup,
  sizeOfSourceGroup,
  sourceGroupId,
  sourceGroupNames,
  sourceToken,
  sourceUserId,
  sourceUsers,
  sourceZone,
} from './source-data.ts'

/** Things of one transaction. */
const chunk = 2000

/** Fills an empty folder with a zone that its source keeps, and the credential of that source, through the directory's own commands. */
export async function fillSource(dataDir: string): Promise<void> {
  const { secretId, secretKey, adminToken, masterKey } = account
  const settings: Settings = { ...defaultSettings, secretId, secretKey, adminToken, masterKey, dataDir, port: 0, logLevel: 'silent' }
  const server = await startServer(settings)
  const { uin } = server.start.firstKey
  const origin = { actor: `key:${secretId}`, account: uin, dialect: 'tencent', operation: 'Fill', requestId: 'fill', at: Date.now() }
  const session = openSession(server.store, systemPorts, server.vault, origin)
  await openSourceZone(session)
  await inChunks(sourceUsers, (indexes) => makeUsers(session, indexes))
  const groups = sourceGroupNames.length + manyGroups
  await inChunks(groups, (indexes) => makeGroups(session, indexes))
  for (let group = 0; group < groups; group++) {
    await inChunks(sizeOfSourceGroup(group), (places) => putIn(session, group, places))
  }
  await server.stop()
}

async function openSourceZone(session: Session): Promise<void> {
  const caller = async () => {
    const holder = await session.read(async (reader) => findCaller(reader, account.secretId))
    if (!holder) throw new Error('the benchmark has no key')
    return holder.caller
  }
  const { account: manager } = await caller()
  const organization = await session.write(accountsStream, (tx) => createOrganization(tx, systemPorts, manager))
  const placed = await caller()
  await session.write(organizationStream(organization), (tx) => openZone(tx, portsFor(sourceZone.slice(2)), placed, 'benchmark'))
  const credential = { id: 'scimcred-benchmark', secret: sourceToken, expiresAt: Date.now() + 365 * 86_400_000 }
  await session.write(sourceZone, async (tx) => {
    await adjustQuotas(tx, sourceZone, quotas)
    await switchSynchronization(tx, sourceZone, 'enabled')
    await createCredential(tx, session.vault, sourceZone, credential)
  })
}

async function inChunks(count: number, work: (indexes: number[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < count; from += chunk) {
    await work(Array.from({ length: Math.min(chunk, count - from) }, (_, index) => from + index))
  }
}

function makeUsers(session: Session, indexes: readonly number[]): Promise<unknown> {
  const made = (index: number) => {
    const name = `source-user-${index}@example.com`
    return {
      name,
      email: name,
      firstName: 'Given',
      lastName: `Family ${index}`,
      displayName: `Given Family ${index}`,
      externalId: `e${index}`,
    }
  }
  return session.write(sourceZone, async (tx) => {
    for (const index of indexes) await createSyncedUser(tx, portsFor(idText('u', index)), session.vault, sourceZone, made(index))
  })
}

function makeGroups(session: Session, indexes: readonly number[]): Promise<unknown> {
  const made = (index: number) => ({ name: `source group ${index}`, externalId: `e${index}`, members: [] })
  return session.write(sourceZone, async (tx) => {
    for (const index of indexes) await createSyncedGroup(tx, portsFor(idText('g', index)), sourceZone, made(index))
  })
}

async function putIn(session: Session, group: number, places: readonly number[]): Promise<void> {
  const changes = places.map((n) => {
    const user = sourceUserId(nthOfSourceGroup(group, n))
    return { change: { kind: 'add' as const, group: sourceGroupId(group), user, by: 'source' as const }, origin: session.origin }
  })
  const outcomes = await session.write(sourceZone, (tx) => changeMemberships.run(tx, sourceZone, changes))
  const refused = outcomes.find((outcome) => !outcome.done)
  if (refused) throw new Error(`a membership was refused: ${JSON.stringify(refused)}`)
}
