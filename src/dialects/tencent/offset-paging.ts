import { type TSchema, Type } from 'typebox'

/** A page by counting rows: `limit` rows after the first `offset`. */
export interface Span {
  readonly offset: number
  readonly limit: number
}

const refusal = 'InvalidParameter'
const defaultLimit = 10
const limit = Type.Integer({ minimum: 1, maximum: 50, refusal })
// An offset need not be a multiple of the limit: the documents say that it is one, and have no code for one that is not.
const offset = Type.Integer({ minimum: 0, refusal })

/** Offset and Limit where both are required (most lists of 2021-03-31). */
export const offsetInput = { Offset: offset, Limit: limit }

/** Offset and Limit where both may be left out (2018-12-25, and the older lists). */
export const optionalOffsetInput = { Offset: Type.Optional(offset), Limit: Type.Optional(limit) }

/** The rows that are asked for: the first ten when nothing is said. */
export function spanOf({ Offset = 0, Limit = defaultLimit }: { readonly Offset?: number; readonly Limit?: number }): Span {
  return { offset: Offset, limit: Limit }
}

/** The answer of a list of 2021-03-31: all rows that match, and those of the page. */
export function totalOutput<Item extends TSchema>(item: Item) {
  return { Total: Type.Integer(), Items: Type.Array(item) }
}

/** The answer of a found page, each row shown as this wire shows it. */
export function totalAnswer<Row, Item>({ total, items }: { total: number; items: readonly Row[] }, show: (row: Row) => Item) {
  return { Total: total, Items: items.map(show) }
}
