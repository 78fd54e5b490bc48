import type { Observed } from './coverage.ts'

/** One observed answer as a line of `coverage/observed/*.jsonl`. */
export function observedLine(observed: Observed): string {
  return `${JSON.stringify(observed)}\n`
}

/** Reads such files back. A last line that was cut off by the end of its process is passed over; any other damage is an error. */
export function readObserved(text: string): Observed[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map(readLine)
}

function readLine(line: string): Observed {
  const value: unknown = JSON.parse(line)
  if (Array.isArray(value) && (value.length === 2 || value.length === 3) && value.every((part) => typeof part === 'string'))
    return value as unknown as Observed
  throw new Error(`not an observed answer: ${line}`)
}
