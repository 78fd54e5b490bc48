/**
 * The known name that is fewest letters away from what was written; nothing when none is near enough to have been meant: two letters, or
 * `share` of what was written.
 */
export function closestName(written: string, known: readonly string[], share = 0.4): string | undefined {
  const lower = written.toLowerCase()
  const ranked = known.map((name) => ({ name, away: lettersApart(lower, name.toLowerCase()) })).sort((a, b) => a.away - b.away)
  const best = ranked[0]
  return best && best.away <= Math.max(2, written.length * share) ? best.name : undefined
}

/** Levenshtein's distance, and a swap of two neighbours counts as one. */
export function lettersApart(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced, swapped))
    }
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY
