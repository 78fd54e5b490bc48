import type { Text } from '../../contract/operation.ts'

/** One thing that is wrong with what was sent. */
export interface FieldViolation {
  /** As the client named it: `members[2].member_id`. */
  readonly field: string
  readonly value: string
  readonly description: string
}

/** The beginning of a value, as a violation shows it; without the half of a character that two places hold. */
export function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.slice(0, 64).toWellFormed()
}

interface More {
  readonly violations?: readonly FieldViolation[]
  /** Told beside the refusal, where the vendor does so. */
  readonly data?: object
  /** Of codes that no endpoint lists: the gateway's own. */
  readonly http?: number
  readonly msg?: string
  readonly headers?: Readonly<Record<string, string>>
  /** More members of the answer's `error`. */
  readonly error?: object
}

/** A refusal as this wire says it: a documented code, and a text for people in both languages. `msg` and the status are the endpoint's own. */
export class FeishuError extends Error {
  readonly code: number
  readonly text: Text
  readonly more: More

  constructor(code: number, text: Text, more: More = {}) {
    super(`${code}: ${text.en}`)
    this.code = code
    this.text = text
    this.more = more
  }
}
