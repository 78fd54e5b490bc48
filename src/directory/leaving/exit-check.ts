import type { Reader } from '../../storage/store.ts'
import { accountNow } from '../accounts/find-account.ts'
import type { Blocker } from '../refusals/leaving.ts'
import { Refused } from '../refusals.ts'
import { blockersOf, clearedBefore } from './blockers.ts'
import type { Way } from './gate.ts'
import { standingNow } from './read-standings.ts'

/** What keeps an account, and what is to be cleared `before` that can be. */
export interface Obstacle {
  readonly blocker: Blocker
  readonly before: Blocker | undefined
}

/** Everything that keeps an account, for each way out at once. Refuses with `account_not_found`, `no_organization`. */
export async function exitCheck(reader: Reader, uin: number): Promise<Record<Way, Obstacle[]>> {
  const { organization } = await accountNow(reader, uin)
  if (organization === null) throw new Refused({ fact: 'no_organization' })
  const standing = await standingNow(reader, organization, uin)
  const obstacles = (way: Way) => blockersOf(standing, way).map((blocker) => ({ blocker, before: clearedBefore(standing, blocker) }))
  return { remove: obstacles('remove'), quit: obstacles('quit'), delete: obstacles('delete') }
}
