import { isObject } from './folded-members.ts'

/**
 * The value for an attribute that has one: some clients wrap it, as `{"value": "…"}` or a list of one. What is wrapped otherwise stays as it is, to be
 * refused.
 */
export function singleValue(sent: unknown): unknown {
  const only = Array.isArray(sent) && sent.length === 1 ? sent[0] : sent
  if (!isObject(only)) return only
  const names = Object.keys(only)
  const wrapped = names.find((name) => name.toLowerCase() === 'value')
  return wrapped !== undefined && names.every((name) => name === wrapped || name === '$ref') ? only[wrapped] : only
}
