import type { ErrorTable } from '../../declaration.ts'

/** Of the reasons, those for codes that a page lists; without those named. */
export function listedOf(
  reasons: Readonly<Record<number, string>>,
  errors: ErrorTable,
  without: readonly number[] = [],
): Readonly<Record<number, string>> {
  const kept = Object.entries(reasons).filter(([code]) => errors[Number(code)] && !without.includes(Number(code)))
  return Object.fromEntries(kept)
}
