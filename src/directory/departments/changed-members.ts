import { isDeepStrictEqual } from 'node:util'

/** The members of `before` that `after` has otherwise, as they were; undefined when there are none. */
export function changedMembers<Thing extends object>(before: Thing, after: Thing): Partial<Thing> | undefined {
  const members = Object.keys(after) as (keyof Thing)[]
  const changed = members.filter((member) => !isDeepStrictEqual(before[member], after[member]))
  if (changed.length === 0) return undefined
  return Object.fromEntries(changed.map((member) => [member, before[member]])) as Partial<Thing>
}
