/** The first member name that occurs twice in one object of a valid JSON text; for a message, after the fact is known. */
export function firstDuplicate(text: string): string {
  const open: (Set<string> | undefined)[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '{') open.push(new Set())
    else if (char === '[') open.push(undefined)
    else if (char === '}' || char === ']') open.pop()
    else if (char === '"') {
      const end = endOfString(text, at)
      const names = open.at(-1)
      if (names && isName(text, end + 1)) {
        const name = JSON.parse(text.slice(at, end + 1)) as string
        if (names.has(name)) return name.slice(0, 60)
        names.add(name)
      }
      at = end
    }
  }
  return ''
}

function isName(text: string, from: number): boolean {
  let at = from
  while (' \t\r\n'.includes(text[at] ?? 'x')) at++
  return text[at] === ':'
}

/** Where the string that opens at `from` closes. */
export function endOfString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length) {
    const char = text.charCodeAt(at)
    if (char === 34) return at
    at += char === 92 ? 2 : 1
  }
  return text.length
}
