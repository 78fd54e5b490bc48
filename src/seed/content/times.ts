/** A time as documents write it. */
export function timeText(at: number): string {
  return new Date(at).toISOString()
}

/** A time that a document gives, ms since 1970; undefined when it gives none. */
export function timeOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text)
}
