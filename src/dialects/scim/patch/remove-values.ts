import type { Attribute } from '../schemas/attribute.ts'
import { type ScimError, scimError } from '../scim-error.ts'
import { comparableEntry, type Entry, hasSomething, without } from './list-entry.ts'
import { readList } from './list-value.ts'
import { namedValue } from './named-value.ts'
import { nothingNamed } from './nothing-named.ts'
import type { PlacedOperation } from './placed-operations.ts'
import { isSame } from './same-value.ts'
import type { ValueFilter } from './value-filter.ts'

/** What a removal leaves of a list: without those values, or those parts of values, that its filter and its value name. */
export function removeValues(
  entries: readonly Entry[],
  attribute: Attribute,
  filter: ValueFilter | undefined,
  operation: PlacedOperation,
): Entry[] {
  const { path, valued, value, at } = operation
  if (path.attribute && path.sub) return removePart(entries, attribute, path.sub, filter, operation)
  if (!filter) return removeNamed(entries, attribute, operation)
  if (valued && value !== null) throw namedTwice(attribute, at)
  return entries.filter((entry) => !filter.matches(entry))
}

/** What is said to be removed, or all. An entry goes when it is one that was named. */
function removeNamed(entries: readonly Entry[], attribute: Attribute, operation: PlacedOperation): Entry[] {
  const { valued, at } = operation
  if (!valued) return []
  const named = readList(attribute, operation)
  if (!named) throw nothingNamed(attribute.name, at)
  const naming = named.map((each) => Object.entries(namingParts(comparableEntry(attribute, each))))
  return entries.filter((entry) => {
    const own = withPreference(comparableEntry(attribute, entry))
    return !naming.some((parts) => parts.every(([part, value]) => own[part] === value))
  })
}

/** A `value` names an entry, of its type where that is told, whatever else comes with it. Without one, everything that is said names it. */
function namingParts(said: Entry): Entry {
  const { value, type } = said
  if (value === undefined) return said
  return { value, ...(type !== undefined && { type }) }
}

/** What does not say that it is preferred is not (RFC 7643 §2.4). */
function withPreference(entry: Entry): Entry {
  return { primary: false, ...entry }
}

/** Of the chosen values, or of every one, the part goes: with a value, only where it is that. */
function removePart(
  entries: readonly Entry[],
  attribute: Attribute,
  sub: Attribute,
  filter: ValueFilter | undefined,
  operation: PlacedOperation,
): Entry[] {
  const named = namedValue(sub, `${attribute.name}.${sub.name}`, operation)
  const goes = (entry: Entry) => (named === undefined || isSame(sub, entry[sub.name], named)) && (!filter || filter.matches(entry))
  return entries.map((entry) => (goes(entry) ? without(entry, sub) : entry)).filter(hasSomething)
}

function namedTwice({ name }: Attribute, at: number): ScimError {
  return scimError(
    'invalidPath',
    `Operation ${at} names values of ${name} both by a filter and by its value. Remove them by one of the two; nothing was changed.`,
    `第 ${at} 个操作同时以过滤条件与 value 指定 ${name} 的值，请只使用其中之一，未作任何变更。`,
  )
}
