import type { Reader } from '../../storage/store.ts'
import { findUser } from '../../storage/tables/users.ts'
import { Refused } from '../refusals.ts'
import { type User, userFrom } from './user.ts'

/** Refuses with `user_not_found`. */
export async function userNow(reader: Reader, zone: string, user: string): Promise<User> {
  const row = await reader.first(findUser, { zone, user })
  if (!row) throw new Refused({ fact: 'user_not_found', user })
  return userFrom(row)
}
