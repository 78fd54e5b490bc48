const longest = 60

/** What a client sent, quoted for a message: one line, no control characters, shortened; never what is inside a list or an object. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`
}

/** Members whose content never stands in a message. */
const secret = /password|secret|token|credential|certificate|privatekey|signature/i

/** As `shown`, for a named parameter: what is secret by its name is not repeated. */
export function shownParameter(path: string, value: unknown): string {
  return secret.test(path) ? '(not shown)' : shown(value)
}
