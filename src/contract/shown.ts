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

/** As the limits of the wires count them. */
function characters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** A fact put into words: names and ids in it, which may be a client's own and so anything, as `named` shows them. */
export function worded<Fact extends object>(fact: Fact, write: (fact: Fact) => string): string {
  const unlike: string[] = []
  const said = write(readable(fact, unlike) as Fact)
  // What is quoted for what is in it needs no other quotes around it.
  return unlike.reduce((text, name) => text.replaceAll(`"${name}"`, () => name).replaceAll(`“${name}”`, () => name), said)
}

function readable(value: unknown, unlike: string[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => readable(entry, unlike))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, readable(member, unlike)]))
  }
  if (typeof value !== 'string') return value
  const name = named(value)
  if (name !== value) unlike.push(name)
  return name
}
