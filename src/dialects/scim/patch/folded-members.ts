import { isJsonObject } from '../../../contract/json/parse-json.ts'
import { named } from '../../../contract/shown.ts'
import { type ScimError, scimError } from '../scim-error.ts'

/** What an object is called in a refusal. It is asked for only then: nearly all are understood. */
type Called = () => { readonly en: string; readonly zh: string }

/**
 * The members of a sent object by their names in lower case, since letter case means nothing in names here. Refuses what is no object, and two
 * members of one name.
 */
export function foldedMembers(sent: unknown, called: Called): Map<string, unknown> {
  if (!isJsonObject(sent)) throw noObject(called)
  const members = new Map<string, unknown>()
  for (const [name, value] of Object.entries(sent)) {
    const key = name.toLowerCase()
    if (members.has(key)) throw doubled(name, called)
    members.set(key, value)
  }
  return members
}

/**
 * The members of an object that may have these alone, by their names as they are spelled here, in whatever letter case they were sent. Refuses another
 * one with `stray`.
 */
export function knownMembers<Name extends string>(
  sent: unknown,
  names: readonly Name[],
  called: Called,
  stray: (name: string) => ScimError,
): Partial<Readonly<Record<Name, unknown>>> {
  if (!isJsonObject(sent)) throw noObject(called)
  // Nearly every client spells them so.
  if (Object.keys(sent).every((name) => names.includes(name as Name))) return sent as Partial<Record<Name, unknown>>
  const members: Partial<Record<Name, unknown>> = {}
  for (const [name, value] of Object.entries(sent)) {
    const key = names.find((known) => known.toLowerCase() === name.toLowerCase())
    if (key === undefined) throw stray(name)
    if (key in members) throw doubled(name, called)
    members[key] = value
  }
  return members
}

function noObject(called: Called): ScimError {
  const { en, zh } = called()
  return scimError('invalidSyntax', `${en} must be an object.`, `${zh}必须是对象。`)
}

function doubled(name: string, called: Called): ScimError {
  const { en, zh } = called()
  return scimError('invalidSyntax', `${en} names ${named(name)} twice.`, `${zh}重复给出了 ${named(name)}。`)
}
