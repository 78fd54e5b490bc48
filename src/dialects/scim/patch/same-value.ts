import type { Attribute } from '../schemas/attribute.ts'

/** A simple value as it is compared: letter case counts only where the schema says so (RFC 7643 §2.2 and §7). */
export function comparable({ caseExact }: Attribute, value: unknown): unknown {
  return typeof value === 'string' && !caseExact ? value.toLowerCase() : value
}

/** Whether two simple values of an attribute are one. */
export function isSame(attribute: Attribute, left: unknown, right: unknown): boolean {
  return comparable(attribute, left) === comparable(attribute, right)
}
