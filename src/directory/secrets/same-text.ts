import { timingSafeEqual } from 'node:crypto'

/** Compares what was expected with what was sent in a time that tells nothing about where they differ. */
export function sameText(expected: string, sent: string): boolean {
  const left = Buffer.from(expected)
  const right = Buffer.from(sent)
  return left.length === right.length && timingSafeEqual(left, right)
}
