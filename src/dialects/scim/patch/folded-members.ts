import { scimError } from '../scim-error.ts'

/** A JSON object, not a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The members of a sent object by their names in lower case, since letter case means nothing in names here. Refuses what is no object, and two
 * members of one name. `en` and `zh` say what it is.
 */
export function foldedMembers(sent: unknown, en: string, zh: string): Map<string, unknown> {
  if (!isObject(sent)) throw scimError('invalidSyntax', `${en} must be an object.`, `${zh}必须是对象。`)
  const members = new Map<string, unknown>()
  for (const [name, value] of Object.entries(sent)) {
    const key = name.toLowerCase()
    if (members.has(key)) {
      throw scimError('invalidSyntax', `${en} names ${name} twice.`, `${zh}重复给出了 ${name}。`)
    }
    members.set(key, value)
  }
  return members
}
