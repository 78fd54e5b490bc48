import type { Reader } from '../../storage/store.ts'
import { usersWithIds } from '../../storage/tables/users.ts'
import type { Zone } from '../zones/zone.ts'
import type { Owner, User } from './user.ts'

/** What a user shows of itself in a list of members. */
export type KnownUser = Pick<User, 'id' | 'name' | 'displayName' | 'description' | 'email' | 'status' | 'owner'>

interface Remembered {
  readonly version: number
  readonly users: Map<string, KnownUser>
}

/** Users that one reader of a store remembers, of all zones together. */
const bound = 200_000

const memories = new WeakMap<Reader, Map<string, Remembered>>()

function memoryOf(reader: Reader, zone: Zone): Map<string, KnownUser> {
  const zones = memories.get(reader) ?? new Map<string, Remembered>()
  memories.set(reader, zones)
  const known = zones.get(zone.id)
  if (known && known.version >= zone.usersVersion) return known.users
  const users = new Map<string, KnownUser>()
  zones.set(zone.id, { version: zone.usersVersion, users })
  let size = 0
  for (const other of zones.values()) size += other.users.size
  if (size > bound) zones.clear()
  return users
}

/**
 * Users of a zone by their ids, in order; nothing for one that is gone. Pages of members ask for the same users again and again, and reading a hundred
 * of them costs several times what finding them does, so they are remembered for as long as the zone's `usersVersion` stands: every server
 * reads it with each request, so none shows what was changed before.
 */
export async function knownUsers(reader: Reader, zone: Zone, ids: readonly string[]): Promise<(KnownUser | undefined)[]> {
  const memory = memoryOf(reader, zone)
  const found = ids.map((id) => memory.get(id))
  if (!found.includes(undefined)) return found
  const missing = ids.filter((_, index) => found[index] === undefined)
  if (memory.size + missing.length > bound) memory.clear()
  for (const row of await reader.all(usersWithIds, { zone: zone.id, users: missing })) {
    const { id, name, description, email } = row
    const status = row.status as User['status']
    memory.set(id, { id, name, displayName: row.display_name, description, email, status, owner: row.owner as Owner })
  }
  return ids.map((id, index) => found[index] ?? memory.get(id))
}
