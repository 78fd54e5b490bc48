import type { Reader } from '../../storage/store.ts'
import { accountNow } from '../accounts/find-account.ts'
import type { Blocker } from '../refusals/leaving.ts'
import { Refused } from '../refusals.ts'
import { blockersOf } from './blockers.ts'
import type { Way } from './gate.ts'
import { standingNow } from './read-standings.ts'

/** Everything that keeps an account, for each way out at once. Refuses with `account_not_found`, `no_organization`. */
export async function exitCheck(reader: Reader, uin: number): Promise<Record<Way, Blocker[]>> {
  const { organization } = await accountNow(reader, uin)
  if (organization === null) throw new Refused({ fact: 'no_organization' })
  const standing = await standingNow(reader, organization, uin)
  return { remove: blockersOf(standing, 'remove'), quit: blockersOf(standing, 'quit'), delete: blockersOf(standing, 'delete') }
}
