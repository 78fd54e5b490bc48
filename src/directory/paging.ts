import type { Reader } from '../storage/store.ts'
import type { ZoneList } from '../storage/tables/zone-lists.ts'
import { giveWay } from './give-way.ts'

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

interface Listed {
  readonly id: string
  readonly created_at: number
}

/** Of what a page is: what a filter finds in a zone, or all that it has, whose number is known. */
export interface Listing<Filter extends object, Row> {
  readonly list: ZoneList<Filter, Row>
  readonly zone: string
  readonly filter: Filter | undefined
  readonly known: number
}

/** One page, with the exact number of all that match. */
export async function readPage<Filter extends object, Row extends Listed, Item>(
  reader: Reader,
  { list, zone, filter, known }: Listing<Filter, Row>,
  query: PageQuery,
  itemFrom: (row: Row) => Item,
): Promise<Page<Item>> {
  const { limit } = query
  const total = filter ? await countFound(reader, list, zone, filter) : known
  const rows = filter ? await rowsFound(reader, list, zone, filter, { ...query, total }) : await rowsOfAll(reader, list, zone, query)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(itemFrom), total, ...(rows.length > limit && last && { next: { at: last.created_at, id: last.id } }) }
}

/** The rows of a page, and one more where there is one. */
async function rowsOfAll<Filter extends object, Row>(
  reader: Reader,
  { all }: ZoneList<Filter, Row>,
  zone: string,
  { newestFirst, after, offset, limit }: PageQuery,
): Promise<Row[]> {
  const { page, behind } = newestFirst ? all.descending : all.ascending
  if (offset > 0) return reader.all(page, { zone, offset, limit: limit + 1 })
  return reader.all(behind, { zone, ...(after ?? beforeAll(newestFirst)), key: '', limit: limit + 1 })
}

/** A place before every row. */
const beforeAll = (newestFirst: boolean): Position => (newestFirst ? { at: Number.MAX_SAFE_INTEGER, id: '' } : { at: -1, id: '' })

/** Rows that are looked through at a time, others having their turn in between: a filter costs what there is, and stops nobody. */
const pieceSize = 2000
/** Of a page, the first ones: mostly that is enough. */
const firstPiece = 250

async function countFound<Filter extends object, Row>(
  reader: Reader,
  { count }: ZoneList<Filter, Row>,
  zone: string,
  filter: Filter,
): Promise<number> {
  let total = 0
  for (let after = ''; ; ) {
    const counted = await reader.first(count, { ...filter, zone, after, size: pieceSize })
    total += counted?.n ?? 0
    if (!counted || counted.passed < pieceSize || counted.last === null) return total
    after = counted.last
    await giveWay()
  }
}

async function rowsFound<Filter extends object, Row extends Listed>(
  reader: Reader,
  list: ZoneList<Filter, Row>,
  zone: string,
  filter: Filter,
  { newestFirst, after, offset, limit, total }: PageQuery & { total: number },
): Promise<Row[]> {
  const { rows: found, end } = newestFirst ? list.newestFirst : list.oldestFirst
  // None that was counted lies behind these.
  const most = Math.min(offset + limit + 1, total)
  const rows: Row[] = []
  let place = after ?? beforeAll(newestFirst)
  for (let size = firstPiece; most > 0; size = Math.min(2 * size, pieceSize)) {
    rows.push(...(await reader.all(found, { ...filter, zone, ...place, size, limit: most - rows.length })))
    if (rows.length === most) break
    const last = await reader.first(end, { zone, ...place, size })
    if (!last) break
    place = { at: last.created_at, id: last.id }
    await giveWay()
  }
  return rows.slice(offset)
}
