/** What a valid JSON text holds that its value no longer shows. */
export interface Scan {
  /** Whether objects and lists nest deeper than allowed; nothing behind is looked at then. */
  readonly deep: boolean
  /** The first member name that one object has twice. Names of attributes are the same in any letter case. */
  readonly doubled?: string
}

/** Reads a valid JSON text once, and keeps only the names of the objects that are open. */
export function scanJson(text: string, deepest: number): Scan {
  const open: (Set<string> | undefined)[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === openBrace || char === openBracket) {
      open.push(char === openBrace ? new Set() : undefined)
      if (open.length > deepest) return { deep: true }
    } else if (char === closeBrace || char === closeBracket) open.pop()
    else if (char === quote) {
      const end = endOfString(text, at)
      const names = open[open.length - 1]
      if (names && isName(text, end + 1)) {
        const name = nameIn(text, at, end)
        if (names.has(name.toLowerCase())) return { deep: false, doubled: name }
        names.add(name.toLowerCase())
      }
      at = end
    }
  }
  return { deep: false }
}

const [openBrace, closeBrace, openBracket, closeBracket, quote, backslash, colon] = [123, 125, 91, 93, 34, 92, 58]

function nameIn(text: string, from: number, end: number): string {
  const name = text.slice(from + 1, end)
  return name.includes('\\') ? (JSON.parse(`"${name}"`) as string) : name
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
