import { giveWay } from './give-way.ts'

/** What a list can be sorted by. */
interface Sortable {
  readonly id: string
  readonly createdAt: number
  readonly name: string
}

export interface Search<Item, Attribute extends string> {
  /** Found through an index, and judged by `matches` then. Names and addresses are compared without regard to case. */
  readonly by?: { readonly attribute: Attribute; readonly value: string }
  readonly matches?: (item: Item) => boolean
  readonly sort: 'createdAt' | 'name'
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

/** A page of what was found, and how much there is in all. */
export interface Found<Item> {
  readonly items: Item[]
  readonly total: number
}

/** How to read all of something in one order. */
export interface Ordered<Item> {
  readonly total: number
  page(offset: number, limit: number): Promise<Item[]>
  behind(last: Item, limit: number): Promise<Item[]>
}

type Window = Pick<Search<unknown, string>, 'sort' | 'descending' | 'offset' | 'limit'>

const pageSize = 500

/** One page of everything. */
export async function pageOf<Item>({ total, page }: Ordered<Item>, { offset, limit }: Window): Promise<Found<Item>> {
  return { items: limit > 0 && offset < total ? await page(offset, limit) : [], total }
}

/** Judges everything one by one, in pages, letting others have their turn between two: it costs what there is, and holds what is asked for. */
export async function scan<Item>(ordered: Ordered<Item>, matches: (item: Item) => boolean, window: Window): Promise<Found<Item>> {
  const items: Item[] = []
  let total = 0
  let rows = await ordered.page(0, pageSize)
  for (;;) {
    for (const item of rows.filter(matches)) {
      if (total >= window.offset && items.length < window.limit) items.push(item)
      total++
    }
    const last = rows.at(-1)
    if (rows.length < pageSize || !last) return { items, total }
    await giveWay()
    rows = await ordered.behind(last, pageSize)
  }
}

/** One page of the few that were found through an index, sorted as the database sorts: by bytes. */
export function pageAmong<Item extends Sortable>(found: readonly Item[], key: (item: Item) => string, window: Window): Found<Item> {
  const { sort, descending, offset, limit } = window
  const compare = (one: Item, other: Item): number =>
    (sort === 'createdAt' ? one.createdAt - other.createdAt : Buffer.compare(Buffer.from(key(one)), Buffer.from(key(other)))) ||
    Buffer.compare(Buffer.from(one.id), Buffer.from(other.id))
  const sorted = found.toSorted(descending ? (one, other) => compare(other, one) : compare)
  return { items: sorted.slice(offset, offset + limit), total: found.length }
}
