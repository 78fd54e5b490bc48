import type { Reader } from '../storage/store.ts'
import type { ZoneList } from '../storage/tables/zone-lists.ts'

/** Where a list by age was left: the last row that was given. */
export interface Position {
  readonly at: number
  readonly id: string
}

export interface Page<Item, Next = Position> {
  readonly items: Item[]
  /** All rows that match, on whatever page. */
  readonly total: number
  /** Absent on the last page. */
  readonly next?: Next
}

/** Which page of a list by age is asked for. */
export interface PageQuery {
  readonly newestFirst: boolean
  readonly after?: Position
  readonly offset: number
  readonly limit: number
}

/** One page of what a filter finds in a zone, with the exact number of all that match. */
export async function readPage<Filter extends object, Row, Item extends { readonly id: string; readonly createdAt: number }>(
  reader: Reader,
  list: ZoneList<Filter, Row>,
  filter: Filter,
  { newestFirst, after, offset, limit }: PageQuery,
  itemFrom: (row: Row) => Item,
): Promise<Page<Item>> {
  const counted = await reader.first(list.count, filter)
  const span = { at: after?.at ?? null, id: after?.id ?? null, limit: limit + 1, offset }
  const rows = await reader.all(newestFirst ? list.newestFirst : list.oldestFirst, { ...filter, ...span })
  const items = rows.slice(0, limit).map(itemFrom)
  const last = items.at(-1)
  return { items, total: counted?.n ?? 0, ...(rows.length > limit && last && { next: { at: last.createdAt, id: last.id } }) }
}
