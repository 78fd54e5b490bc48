import { comparableEntry, type Entry } from '../patch/list-entry.ts'
import type { Attribute } from '../schemas/attribute.ts'

/** Values with further ones behind them. One that is there already gets what is new about it, which another letter case is not. */
export function mergedValues(attribute: Attribute, entries: readonly Entry[], added: readonly Entry[]): Entry[] {
  const result = [...entries]
  const places = new Map(result.map((entry, place) => [identityOf(attribute, entry), place]))
  for (const entry of added) {
    const identity = identityOf(attribute, entry)
    const place = places.get(identity) ?? result.length
    places.set(identity, place)
    result[place] = withNews(attribute, result[place] ?? {}, entry)
  }
  return result
}

/** A value is the same as another of its kind (RFC 7643 §2.4); one that has no `value`, when all of it is the same but whether it is preferred. */
function identityOf(attribute: Attribute, entry: Entry): string {
  const { primary: _, ...own } = comparableEntry(attribute, entry)
  return own.value === undefined ? JSON.stringify(own, Object.keys(own).sort()) : JSON.stringify([own.value, own.type])
}

/** A value with what was said of it, spelled as it is there where it is the same. */
function withNews(attribute: Attribute, now: Entry, said: Entry): Entry {
  const [before, after] = [comparableEntry(attribute, now), comparableEntry(attribute, said)]
  return { ...now, ...Object.fromEntries(Object.entries(said).filter(([part]) => before[part] !== after[part])) }
}
