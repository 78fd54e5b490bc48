import { shown } from '../../contract/shown.ts'

/** Members whose content never stands in a message. */
const secret = /password|secret|token|credential|certificate|privatekey|signature/i

/** As `shown`, for a named parameter: what is secret by its name is not repeated. */
export function shownParameter(path: string, value: unknown): string {
  return secret.test(path) ? '(not shown)' : shown(value)
}
