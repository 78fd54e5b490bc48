import { findCaller } from '../directory/accounts/find-caller.ts'
import type { Session } from '../directory/session.ts'
import { applySeed } from '../seed/apply/apply-seed.ts'
import { demoSeed } from '../seed/demo-seed.ts'
import { SeedRefused } from '../seed/read/finding.ts'
import { readSeed } from '../seed/read/read-seed.ts'
import type { Reader } from '../storage/store.ts'
import { groupWithName } from '../storage/tables/groups.ts'
import { userWithName } from '../storage/tables/users.ts'

/** What the welcome's snippet works on: a group, and a user that is not in it yet. */
export interface Demo {
  readonly zone: string
  readonly group: string
  readonly user: string
}

/** Fills a directory whose first account has no organization with the demo company; any other is left alone. */
export async function fillDemo(session: Session, secretId: string): Promise<Demo | undefined> {
  const caller = (reader: Reader) => findCaller(reader, secretId)
  const manager = (await session.read(async (reader) => caller(reader)))?.caller
  if (!manager || manager.organization) return undefined
  try {
    await applySeed(session, readSeed(demoSeed, 'the demo company'), { bound: new Map([['Manager', manager.account.uin]]) })
  } catch (error) {
    // What is there already, such as accounts of an organization that was deleted, stands in its way.
    if (error instanceof SeedRefused) return undefined
    throw error
  }
  return session.read(async (reader) => {
    const zone = (await caller(reader))?.caller.zone?.id ?? ''
    const group = await reader.first(groupWithName, { zone, nameKey: 'platform' })
    const user = await reader.first(userWithName, { zone, nameKey: 'xu.ming' })
    return { zone, group: group?.id ?? '', user: user?.id ?? '' }
  })
}
