const longest = 60

/** Texts up to here stand in a message unquoted: no name or address that is taken is longer. */
const longestPlain = 128

/** What is not seen, or not for what it is, in a line of text: controls, marks without width, turns of direction, spaces other than the common one. */
const unseen = /(?! )[\p{C}\p{Z}]/u
const everyUnseen = new RegExp(unseen, 'gu')

/** What a client sent, quoted for a message: one line, nothing in it unseen, shortened; never what is inside a list or an object. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  return typeof value === 'string' ? quoted(value) : String(value)
}

/** A name or an id inside a sentence: as it was sent, and as `shown` shows it where a reader would take it for something else. */
export function named(text: string): string {
  return text !== '' && text.length <= longestPlain && text === text.trim() && !unseen.test(text) ? text : quoted(text)
}

function quoted(text: string): string {
  // A character takes two places at most, so no more need be looked at.
  const first = Array.from(text.slice(0, 2 * longest + 1))
  if (first.length <= longest) return written(text)
  return `${written(first.slice(0, longest).join('')).slice(0, -1)}…" (${characters(text)} characters)`
}

function written(text: string): string {
  return JSON.stringify(text).replace(everyUnseen, (sign) => {
    const units = Array.from({ length: sign.length }, (_, index) => sign.charCodeAt(index))
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
  })
}

/** As the limits of this wire count them. */
function characters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Members whose content never stands in a message. */
const secret = /password|secret|token|credential|certificate|privatekey|signature/i

/** As `shown`, for a named parameter: what is secret by its name is not repeated. */
export function shownParameter(path: string, value: unknown): string {
  return secret.test(path) ? '(not shown)' : shown(value)
}
