import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { observedLine } from '../../src/contract/derive/observed-lines.ts'
import type { Outcome } from '../../src/contract/exchange.ts'

/** Where test processes leave what their servers answered; `npm run docs` reads it. */
export const observedFolder = join(import.meta.dirname, '..', '..', 'coverage', 'observed')

const processFile = join(observedFolder, `${process.pid}.jsonl`)

/**
 * Makes an observer for a server under test, which keeps each pair of operation and code, with what the directory refused with, once, as a line of
 * `file`. A new one is written at once and not when the process ends: workers may be killed, and there are only some hundred.
 */
export function recordOutcomes(file: string = processFile): (outcome: Pick<Outcome, 'operation' | 'code' | 'fact'>) => void {
  mkdirSync(dirname(file), { recursive: true })
  const known = new Set<string>()
  return ({ operation, code, fact }) => {
    const line = observedLine(fact === undefined ? [operation, code] : [operation, code, fact])
    if (known.has(line)) return
    known.add(line)
    appendFileSync(file, line)
  }
}
