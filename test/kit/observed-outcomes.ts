import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { observedLine } from '../../src/contract/derive/observed-lines.ts'
import type { Outcome } from '../../src/contract/exchange.ts'

/** Where test processes leave what their servers answered; `npm run docs` reads it. */
export const observedFolder = join(import.meta.dirname, '..', '..', 'coverage', 'observed')

const processFile = join(observedFolder, `${process.pid}.jsonl`)

/**
 * Makes an observer for a server under test, which keeps each pair of operation and code once, as a line of `file`.
 * A new pair is written at once and not when the process ends: workers may be killed, and there are only some hundred pairs.
 */
export function recordOutcomes(file: string = processFile): (outcome: Pick<Outcome, 'operation' | 'code'>) => void {
  mkdirSync(dirname(file), { recursive: true })
  const known = new Map<string, Set<string>>()
  return ({ operation, code }) => {
    const codes = known.get(operation) ?? new Set()
    if (codes.has(code)) return
    known.set(operation, codes.add(code))
    appendFileSync(file, observedLine([operation, code]))
  }
}
