import { folded } from '../../users/user.ts'
import type { Facts, Item } from './plan.ts'

/**
 * Changes in the order in which they can be made: whoever gives up a name or address comes before whoever gets it, and those who exchange theirs in a
 * circle come together, as one.
 */
export function orderRenames(items: readonly Item[]): Item[][] {
  const givers = new Map<string, Item>()
  for (const item of items)
    for (const key of keysOf(item.before).filter((each) => !keysOf(item.after).includes(each))) givers.set(key, item)
  const waitsFor = (item: Item) => keysOf(item.after).flatMap((key) => givers.get(key) ?? [])
  return circlesOf(items, waitsFor)
}

/** Lists that hold up to so many; what comes together stays together, whatever its number. */
export function packed(together: readonly (readonly Item[])[], most: number): Item[][] {
  const lists: Item[][] = []
  for (const some of together) {
    const last = lists.at(-1)
    if (last && last.length + some.length <= most) last.push(...some)
    else lists.push([...some])
  }
  return lists
}

/** The names and addresses among facts, as they must be unique. */
function keysOf({ name, email = '' }: Facts = {}): string[] {
  return [...(name === undefined ? [] : [`name ${folded(name)}`]), ...(email === '' ? [] : [`email ${folded(email)}`])]
}

interface Visit {
  readonly item: Item
  readonly left: Item[]
  readonly number: number
  /** The earliest visit that is reached from here and is still open. */
  earliest: number
}

/** Tarjan's strongly connected components, which come in the order wanted; without recursion, since a chain of renames may be long. */
function circlesOf(items: readonly Item[], waitsFor: (item: Item) => Item[]): Item[][] {
  const numbers = new Map<Item, number>()
  const open: Item[] = []
  const isOpen = new Set<Item>()
  const circles: Item[][] = []
  const path: Visit[] = []
  const enter = (item: Item) => {
    const number = numbers.size
    numbers.set(item, number)
    path.push({ item, left: waitsFor(item), number, earliest: number })
    open.push(item)
    isOpen.add(item)
  }
  const leave = ({ item, number, earliest }: Visit) => {
    path.pop()
    const above = path.at(-1)
    if (above) above.earliest = Math.min(above.earliest, earliest)
    if (earliest < number) return
    const circle = open.splice(open.lastIndexOf(item))
    for (const each of circle) isOpen.delete(each)
    circles.push(circle)
  }
  for (const item of items) {
    if (!numbers.has(item)) enter(item)
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const next = visit.left.pop()
      if (next === undefined) leave(visit)
      else if (!numbers.has(next)) enter(next)
      else if (isOpen.has(next)) visit.earliest = Math.min(visit.earliest, numbers.get(next) ?? 0)
    }
  }
  return circles
}
