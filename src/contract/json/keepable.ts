/** Whether every database keeps this text as it is: it holds neither U+0000 nor half of a surrogate pair. */
export function keepable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/** Escapes that may write U+0000 or half of a surrogate pair: bytes that are UTF-8 hold no half. */
const perhapsUnkeepable = /\\u(0000|d[89a-f])/i

/** The first text, of names and values, that no database keeps as it is. `text` is the JSON of `value`, which seldom has to be walked. */
export function unkeepableIn(text: string, value: unknown): string | undefined {
  return perhapsUnkeepable.test(text) ? find(value) : undefined
}

function find(value: unknown): string | undefined {
  if (typeof value === 'string') return keepable(value) ? undefined : value
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, entry] of Object.entries(value)) {
    const found = find(name) ?? find(entry)
    if (found !== undefined) return found
  }
  return undefined
}
