const hour = 3_600_000

/**
 * Times of this wire: `YYYY-MM-DD hh:mm:ss` without a zone, in the zone that the server is set to (China time unless told otherwise).
 * A page has many rows of the same few seconds, so the last text is kept.
 */
export function wireTime(offsetHours: number): (ms: number) => string {
  let second = -1
  let text = ''
  return (ms) => {
    const asked = Math.floor(ms / 1000)
    if (asked !== second) {
      text = new Date(asked * 1000 + offsetHours * hour).toISOString().slice(0, 19).replace('T', ' ')
      second = asked
    }
    return text
  }
}
