import { changeMemberships } from '../../src/directory/groups/change-memberships.ts'
import type { Session } from '../../src/directory/session.ts'
import { createSyncedGroup } from '../../src/directory/synchronization/create-synced-group.ts'
import { createSyncedUser } from '../../src/directory/synchronization/create-synced-user.ts'
import { createCredential } from '../../src/directory/synchronization/credentials/create-credential.ts'
import { switchSynchronization } from '../../src/directory/zones/switch-synchronization.ts'
import { idText } from './data-set.ts'
import { filling, makeZone, portsFor } from './filling.ts'
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
export function fillSource(dataDir: string): Promise<void> {
  return filling({ dataDir }, async (session) => {
    await makeZone(session, sourceZone)
    await openToSource(session)
    await inChunks(sourceUsers, (indexes) => makeUsers(session, indexes))
    const groups = sourceGroupNames.length + manyGroups
    await inChunks(groups, (indexes) => makeGroups(session, indexes))
    for (let group = 0; group < groups; group++) {
      await inChunks(sizeOfSourceGroup(group), (places) => putIn(session, group, places))
    }
  })
}

async function openToSource(session: Session): Promise<void> {
  const credential = { id: 'scimcred-benchmark', secret: sourceToken, expiresAt: Date.now() + 365 * 86_400_000 }
  await session.write(sourceZone, async (tx) => {
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
