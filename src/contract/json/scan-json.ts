/** What a JSON text holds that its value does not show. */
export interface Scan {
  /** Whether objects and lists nest deeper than allowed; nothing behind is looked at then. */
  readonly deep: boolean
  /** Members of all objects, and digits of the longest number. */
  readonly members: number
  readonly longestNumber: number
  /** The first member name that one object has twice, where names were asked for; nothing behind is looked at then. */
  readonly doubled: string | undefined
}

const [openBrace, closeBrace, openBracket, closeBracket, quote, backslash, colon, zero, nine] = [123, 125, 91, 93, 34, 92, 58, 48, 57]

/**
 * Reads a JSON text once; one that is no valid JSON does no harm, unless names are asked for. `sameName` asks for them: it gives one spelling to all
 * spellings of a name. Only the names of the objects that are open are kept.
 */
export function scanJson(text: string, deepest: number, sameName?: (name: string) => string): Scan {
  const open: (Set<string> | undefined)[] | undefined = sameName && []
  let depth = 0
  let members = 0
  let digits = 0
  let longestNumber = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char >= zero && char <= nine) {
      digits++
      if (digits > longestNumber) longestNumber = digits
      continue
    }
    digits = 0
    if (char === quote) {
      const end = endOfString(text, at)
      if (open && sameName) {
        const doubled = noteName(open[depth - 1], text, at, end, sameName)
        if (doubled !== undefined) return { deep: false, members, longestNumber, doubled }
      }
      at = end
    } else if (char === colon) members++
    else if (char === openBrace || char === openBracket) {
      if (depth === deepest) return { deep: true, members, longestNumber, doubled: undefined }
      if (open) open[depth] = char === openBrace ? new Set() : undefined
      depth++
    } else if (char === closeBrace || char === closeBracket) depth--
  }
  return { deep: false, members, longestNumber, doubled: undefined }
}

/** Adds the string between two quotes to the names of its object, if it is one; the name, when it is there already. */
function noteName(
  names: Set<string> | undefined,
  text: string,
  from: number,
  end: number,
  sameName: (name: string) => string,
): string | undefined {
  if (!names || !isName(text, end + 1)) return undefined
  const written = text.slice(from + 1, end)
  const name = written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written
  const known = names.size
  return names.add(sameName(name)).size === known ? name : undefined
}

function isName(text: string, from: number): boolean {
  let at = from
  while (text.charCodeAt(at) <= 32) at++
  return text.charCodeAt(at) === colon
}

/** Where the string that opens at `from` closes. */
function endOfString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length) {
    const char = text.charCodeAt(at)
    if (char === quote) return at
    at += char === backslash ? 2 : 1
  }
  return text.length
}
