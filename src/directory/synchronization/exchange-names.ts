import { usersNamed, usersWithAddress } from '../../storage/tables/bridges/zone-side.ts'
import type { Reader } from '../session.ts'
import { folded, type User } from '../users/user.ts'

export interface Changing {
  readonly before: User
  readonly said: User
}

/**
 * Of users who are to change together, leaves those whose new names and addresses are free: nobody has them who keeps them, and none of them comes
 * before. Answers those who give theirs to another of them.
 */
export async function leavePossible(reader: Reader, zone: string, changing: Map<string, Changing>): Promise<string[]> {
  const taken = new Map([...changing].map(([id, { before, said }]) => [id, keysOf(said).filter((key) => !keysOf(before).includes(key))]))
  const given = new Map([...changing].map(([id, { before, said }]) => [id, keysOf(before).filter((key) => !keysOf(said).includes(key))]))
  const holders = await holdersOf(reader, zone, [...changing.values()])
  for (let stuck: string[] | undefined; stuck === undefined || stuck.length > 0; ) {
    const claimed = new Set<string>()
    const isFree = (key: string): boolean => {
      const holder = holders.get(key)
      const isKept = holder !== undefined && (!changing.has(holder) || given.get(holder)?.includes(key) !== true)
      if (isKept || claimed.has(key)) return false
      claimed.add(key)
      return true
    }
    stuck = [...changing.keys()].filter((id) => taken.get(id)?.every(isFree) === false)
    for (const id of stuck) changing.delete(id)
  }
  return [...new Set([...changing.keys()].flatMap((id) => taken.get(id)?.flatMap((key) => holders.get(key) ?? []) ?? []))]
}

/** The name and the address as they must be unique, told apart. */
function keysOf({ name, email }: User): string[] {
  return [nameKey(name), ...(email === '' ? [] : [addressKey(email)])]
}

const nameKey = (name: string) => `name ${folded(name)}`
const addressKey = (email: string) => `email ${folded(email)}`

/** Who has the names and addresses that are new to somebody. */
async function holdersOf(reader: Reader, zone: string, changing: readonly Changing[]): Promise<Map<string, string>> {
  const nameKeys = changing.flatMap(({ before, said }) => (folded(said.name) === folded(before.name) ? [] : [folded(said.name)]))
  const emailKeys = changing.flatMap(({ before, said: { email } }) =>
    email === '' || folded(email) === folded(before.email) ? [] : [folded(email)],
  )
  const named = nameKeys.length > 0 ? await reader.all(usersNamed, { zone, nameKeys }) : []
  const addressed = emailKeys.length > 0 ? await reader.all(usersWithAddress, { zone, emailKeys }) : []
  return new Map([
    ...named.map(({ id, name }) => [nameKey(name), id] as const),
    ...addressed.map(({ id, email }) => [addressKey(email), id] as const),
  ])
}
