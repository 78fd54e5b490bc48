/** What was looked at, and what came of it. */
export interface Finding {
  readonly what: string
  /** `ok`, a remark that stops nothing, or what must be mended. */
  readonly state: 'ok' | 'note' | 'bad'
  readonly text: string
}

const marks = { ok: 'ok  ', note: 'note', bad: 'BAD ' }

/** A line of standard output. */
export function tell({ what, state, text }: Finding): void {
  console.log(`${marks[state]}  ${what}: ${text}`)
}
