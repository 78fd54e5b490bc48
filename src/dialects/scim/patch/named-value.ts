import { readValue } from '../documents/read-value.ts'
import type { Attribute } from '../schemas/attribute.ts'
import { nothingNamed } from './nothing-named.ts'
import type { PlacedOperation } from './placed-operations.ts'
import { singleValue } from './single-value.ts'

/**
 * The value that a removal says an attribute with one simple value has; undefined where it says none, and so means whatever is there. `where` names the
 * attribute in a refusal.
 */
export function namedValue(attribute: Attribute, where: string, { valued, value, at }: PlacedOperation): unknown {
  if (!valued || value === null) return undefined
  const named = readValue(attribute, singleValue(value), where, { unknown: 'refused' })
  if (named === undefined || named === '') throw nothingNamed(where, at)
  return named
}
