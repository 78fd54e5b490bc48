/** What a text of a query or a form says where a boolean is asked for; undefined when it is none. SDKs for Python write `True` and `False`. */
export function booleanOf(text: string): boolean | undefined {
  if (text === 'true' || text === 'True') return true
  if (text === 'false' || text === 'False') return false
  return undefined
}
