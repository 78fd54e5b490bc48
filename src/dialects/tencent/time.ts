const hour = 3_600_000
const day = 24 * hour
const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

/**
 * Times of this wire: `YYYY-MM-DD hh:mm:ss` without a zone, in the zone that the server is set to (China time unless told otherwise).
 * A page has a hundred of them, mostly of few days, so the text of the last day is kept.
 */
export function wireTime(offsetHours: number): (ms: number) => string {
  let known = Number.NaN
  let date = ''
  return (ms) => {
    const local = ms + offsetHours * hour
    const days = Math.floor(local / day)
    if (days !== known) {
      date = new Date(days * day).toISOString().slice(0, 10)
      known = days
    }
    const seconds = Math.floor((local - days * day) / 1000)
    return `${date} ${two[Math.floor(seconds / 3600)]}:${two[Math.floor(seconds / 60) % 60]}:${two[seconds % 60]}`
  }
}
