import { isJsonObject } from '../../../contract/json/parse-json.ts'

/** Some clients wrap the only value in a list. */
export function onlyOf(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value
}

/**
 * The value for an attribute that has one: some clients wrap it, as `{"value": "…"}` or a list of one. What is wrapped otherwise stays as it is, to be
 * refused.
 */
export function singleValue(sent: unknown): unknown {
  const only = onlyOf(sent)
  if (!isJsonObject(only)) return only
  const names = Object.keys(only)
  const wrapped = names.find((name) => name.toLowerCase() === 'value')
  return wrapped !== undefined && names.every((name) => name === wrapped || name === '$ref') ? only[wrapped] : only
}
