import type { Text } from '../../contract/operation.ts'

/** A refusal as this wire says it: a documented code, and a text for people in both languages. */
export class TencentError extends Error {
  readonly code: string
  readonly text: Text

  constructor(code: string, text: Text) {
    super(`${code}: ${text.en}`)
    this.code = code
    this.text = text
  }
}
