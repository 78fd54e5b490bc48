import type { Attribute } from '../schemas/attribute.ts'
import { comparable } from './same-value.ts'

/** One value of a list. */
export type Entry = Readonly<Record<string, unknown>>

/** Its parts as they are compared. */
export function comparableEntry({ subAttributes = [] }: Attribute, entry: Entry): Entry {
  const parts = Object.entries(entry).map(([name, value]) => {
    const sub = subAttributes.find((each) => each.name === name)
    return [name, sub ? comparable(sub, value) : value]
  })
  return Object.fromEntries(parts)
}

export function without(entry: Entry, { name }: Attribute): Entry {
  const { [name]: _, ...rest } = entry
  return rest
}

/** A value that says only what kind it would be, or that it is preferred, is none. */
export function hasSomething(entry: Entry): boolean {
  return Object.keys(entry).some((name) => name !== 'type' && name !== 'primary')
}
