import { closestName } from '../../settings/closest-name.ts'
import { type Finding, type Path, SeedRefused, shown } from './finding.ts'
import type { Source } from './source.ts'

/** What is wrong with a document, gathered until all of it is known. */
export class Findings {
  readonly #source: Source
  readonly #places: WeakMap<object, Path>
  readonly #found: Finding[]
  readonly #lacking: boolean

  constructor(source: Source, places: WeakMap<object, Path>, found: readonly Finding[], lacking: boolean) {
    this.#source = source
    this.#places = places
    this.#found = [...found]
    this.#lacking = lacking
  }

  /** The same findings, to which others come. */
  copy(): Findings {
    return new Findings(this.#source, this.#places, this.#found, this.#lacking)
  }

  /** Something is wrong with an object or list of the document, or with one of its members. */
  add(holder: object, member: string | number | undefined, text: string): void {
    this.#found.push({ path: this.#pathOf(holder, member), text })
  }

  /**
   * Something is named that is not there. Nothing is said when parts of the document could not be read: it may be among them.
   */
  missing(holder: object, member: string | number | undefined, text: string, known: Iterable<string> = [], named?: unknown): void {
    if (this.#lacking) return
    const closest = typeof named === 'string' ? closestName(named, [...known].slice(0, 2000)) : undefined
    this.add(holder, member, closest === undefined ? text : `${text} Did you mean ${shown(closest)}?`)
  }

  /** Complains of what stands twice in a list, by what must be unique of each, and as `toldOf` tells it. */
  twice<Item extends object>(items: readonly Item[], member: string, keyOf: (item: Item) => unknown, toldOf = keyOf): void {
    const seen = new Map<unknown, Item>()
    for (const item of items) {
      const key = keyOf(item)
      if (key === undefined) continue
      const first = seen.get(key)
      if (first)
        this.add(
          item,
          member,
          `${shown(toldOf(item))} stands in line ${this.#source.lineOf(this.#pathOf(first, undefined))} already. Give each its own.`,
        )
      else seen.set(key, item)
    }
  }

  /** Throws `SeedRefused` when anything was found. */
  require(): void {
    if (this.#found.length > 0) throw this.#refusal(this.#found)
  }

  /** The refusal of one thing that shows only when it is written. */
  refusal(holder: object, text: string, member?: string | number): SeedRefused {
    return this.#refusal([{ path: this.#pathOf(holder, member), text }])
  }

  #refusal(found: readonly Finding[]): SeedRefused {
    return new SeedRefused(this.#source.lines(found))
  }

  #pathOf(holder: object, member: string | number | undefined): Path {
    const path = this.#places.get(holder) ?? []
    return member === undefined ? path : [...path, member]
  }
}
