import { isDeepStrictEqual } from 'node:util'
import { shown } from '../read/finding.ts'
import type { Findings } from '../read/findings.ts'

/**
 * Holds what a document gives of a thing against the same thing in the directory. A seed changes nothing that is there, so a difference is
 * refused; what is left out may be anything.
 */
export function compare(findings: Findings, given: object, present: object): void {
  for (const [name, wanted] of Object.entries(given)) {
    if (!(name in present)) continue
    const found = (present as Record<string, unknown>)[name]
    if (!isSame(wanted, found)) complain(findings, given, name, wanted, found)
  }
}

/** The same, of members whose value had to be looked up; undefined stands for one that the document does not give. */
export function compareResolved(findings: Findings, given: object, name: string, wanted: unknown, found: unknown): void {
  if (wanted !== undefined && !isSame(wanted, found)) complain(findings, given, name, wanted, found)
}

function complain(findings: Findings, given: object, name: string, wanted: unknown, found: unknown): void {
  const there = found === undefined ? 'nothing' : shown(found)
  findings.add(
    given,
    name,
    `is ${shown(wanted)} here and ${there} in the directory. A seed changes nothing that is there: leave it out, or change it there.`,
  )
}

const time = /^\d{4}-\d\d-\d\dT.*Z$/

function isSame(wanted: unknown, found: unknown): boolean {
  if (typeof wanted === 'string' && typeof found === 'string' && time.test(wanted) && time.test(found)) {
    return Date.parse(wanted) === Date.parse(found)
  }
  return isDeepStrictEqual(wanted, found)
}
