import { isUtf8 } from 'node:buffer'
import { Type } from 'typebox'
import { readToken, writeToken } from '../../contract/page-token.ts'
import { Refused } from '../../directory/refusals.ts'

/** Query members of every list. */
export const pageQuery = {
  after: Type.Optional(Type.String({ maxLength: 60_000, description: 'The cursor of the page before; absent for the first page' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100, description: 'Most items in the answer' })),
}

export const defaultLimit = 100

/** Leads to the items behind a place. Opaque: clients hand it back as they got it. */
export const cursor = Type.Union([Type.String(), Type.Null()], {
  description: 'Give it as `after` for the next page; null on the last page',
})

/** The place that a cursor was made of. Refuses with `cursor_invalid` what `fits` does not take. */
export function placeIn<Place>(text: string, fits: (value: unknown) => value is Place): Place {
  const bytes = Buffer.from(text, 'base64url')
  // Node skips what is not base64url; a cursor of ours comes back as it was written.
  const value = bytes.toString('base64url') === text && isUtf8(bytes) ? readToken(text) : undefined
  if (!fits(value)) throw new Refused({ fact: 'cursor_invalid' })
  return value
}

/** One page of rows that were asked for with one more than the page may have. */
export function cut<Row>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => unknown,
): { rows: readonly Row[]; cursor: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, cursor: rows.length > limit && last !== undefined ? writeToken(place(last)) : null }
}

/** For lists in the order of ids that are texts. */
export const isIdText = (value: unknown): value is string => typeof value === 'string' && /^[\x21-\x7e]{1,128}$/.test(value)
