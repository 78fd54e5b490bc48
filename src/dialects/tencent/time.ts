const hour = 3_600_000
const day = 24 * hour
const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

/** Days whose texts are kept. */
const bound = 4000

/**
 * Times of this wire: `YYYY-MM-DD hh:mm:ss` without a zone, in the zone that the server is set to (China time unless told otherwise).
 * A page has a hundred of them, and writing out a day takes ten times as long as the rest, so the texts of days are kept. A day and a time of day are
 * put together once each: V8 keeps a text of more than 12 characters that was put together as references to its pieces, to be followed later.
 */
export function wireTime(offsetHours: number): (ms: number) => string {
  const dates = new Map<number, string>()
  const dateOf = (days: number): string => {
    const known = dates.get(days)
    if (known !== undefined) return known
    if (dates.size === bound) dates.clear()
    const date = `${new Date(days * day).toISOString().slice(0, 10)} `
    dates.set(days, date)
    return date
  }
  return (ms) => {
    const local = ms + offsetHours * hour
    const days = Math.floor(local / day)
    const seconds = Math.floor((local - days * day) / 1000)
    const timeOfDay = `${two[Math.floor(seconds / 3600)]}:${two[Math.floor(seconds / 60) % 60]}:${two[seconds % 60]}`
    return dateOf(days) + timeOfDay
  }
}
