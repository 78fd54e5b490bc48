import type { Position as Age } from '../../directory/paging.ts'
import type { Position } from './paging.ts'

/** The place in a list by age that a page token holds. */
export function ageOf(position: Position | undefined): Age | undefined {
  return position && { at: Number(position[0]) || 0, id: String(position[1]) }
}

/** What a page token of a list by age holds of its last row. */
export function ageAt({ createdAt, id }: { readonly createdAt: number; readonly id: string }): Position {
  return [createdAt, id]
}
