import type { Attribute } from '../schemas/attribute.ts'

/** One value of a list. */
export type Entry = Readonly<Record<string, unknown>>

export function without(entry: Entry, { name }: Attribute): Entry {
  const { [name]: _, ...rest } = entry
  return rest
}

/** A value that says only what kind it would be, or that it is preferred, is none. */
export function hasSomething(entry: Entry): boolean {
  return Object.keys(entry).some((name) => name !== 'type' && name !== 'primary')
}
