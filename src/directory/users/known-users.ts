import type { Reader } from '../../storage/store.ts'
import { usersWithNumbers } from '../../storage/tables/users.ts'
import type { Zone } from '../zones/zone.ts'
import { ByNumber } from './by-number.ts'
import type { Owner, User } from './user.ts'

/** What a user shows of itself in a list of members. */
export type KnownUser = Pick<User, 'id' | 'name' | 'displayName' | 'description' | 'email' | 'status' | 'owner'>

/** What a wire makes of a user, to be shown in a list. One function for each list: what it made is remembered under it. */
export type Show<Shown> = (user: KnownUser) => Shown

interface Remembered {
  readonly version: number
  readonly shown: ByNumber<unknown & {}>
}

/** Users that one reader of a store remembers for one list, of all zones together. */
const bound = 200_000

const memories = new WeakMap<Reader, Map<Show<unknown>, Map<string, Remembered>>>()

function entry<Key, Value>(map: Map<Key, Value> | WeakMap<WeakKey & Key, Value>, key: WeakKey & Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function memoryOf<Shown extends {}>(reader: Reader, zone: Zone, show: Show<Shown>): ByNumber<Shown> {
  const ofReader = entry(memories, reader, () => new Map<Show<unknown>, Map<string, Remembered>>())
  const zones = entry(ofReader, show as Show<unknown>, () => new Map<string, Remembered>())
  const known = zones.get(zone.id)
  if (known && known.version >= zone.usersVersion) return known.shown as ByNumber<Shown>
  const shown = new ByNumber<Shown>()
  zones.set(zone.id, { version: zone.usersVersion, shown })
  let size = 0
  for (const other of zones.values()) size += other.shown.size
  if (size > bound) zones.clear()
  return shown
}

/**
 * What `show` makes of users of a zone, by their numbers, in order; nothing for one that is gone. Pages of members ask for the same users again
 * and again, and reading and writing out a hundred of them costs several times what finding them does, so what was made is remembered for as
 * long as the zone's `usersVersion` stands: every server reads it with each request, so none shows what was changed before.
 */
export async function knownUsers<Shown extends {}>(
  reader: Reader,
  zone: Zone,
  numbers: readonly number[],
  show: Show<Shown>,
): Promise<(Shown | undefined)[]> {
  const memory = memoryOf(reader, zone, show)
  const found = numbers.map((number) => memory.get(number))
  if (!found.includes(undefined)) return found
  const missing = numbers.filter((_, index) => found[index] === undefined)
  if (memory.size + missing.length > bound) memory.clear()
  for (const { number, display_name: displayName, ...row } of await reader.all(usersWithNumbers, { zone: zone.id, numbers: missing })) {
    const { id, name, description, email } = row
    memory.set(number, show({ id, name, displayName, description, email, status: row.status as User['status'], owner: row.owner as Owner }))
  }
  return numbers.map((number, index) => found[index] ?? memory.get(number))
}
