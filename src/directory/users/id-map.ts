const smallest = 64
const unusual = -1

/** Six characters of 0-9 and a-z as 32 bits that no other six have, and that are never `unusual`'s; `unusual` when one is something else. */
function wordAt(id: string, from: number): number {
  let word = 0
  for (let at = from; at < from + 6; at++) {
    const code = id.charCodeAt(at)
    if (code >= 97 && code <= 122) word = (Math.imul(word, 36) + code - 87) | 0
    else if (code >= 48 && code <= 57) word = (Math.imul(word, 36) + code - 48) | 0
    else return unusual
  }
  return word
}

/** Of an id like `u-0123456789ab`. */
const firstWord = (id: string): number =>
  id.length === 14 && id.charCodeAt(0) === 117 && id.charCodeAt(1) === 45 ? wordAt(id, 2) : unusual

/**
 * What is known of users by their ids. A `Map` interns each text that it is asked for, which for the hundred fresh ids of a page takes longer than
 * reading the page; the ids that the directory gives fit into two numbers, and are found by those. Ids of another shape, which a seed may give, are kept
 * in a `Map` all the same.
 */
export class IdMap<Value extends {}> {
  /** Two words a place, beside each other, so that a look-up waits for one line of memory. */
  #words = new Int32Array(2 * smallest)
  #values: (Value | undefined)[] = new Array(smallest)
  #count = 0
  readonly #others = new Map<string, Value>()

  get size(): number {
    return this.#count + this.#others.size
  }

  get(id: string): Value | undefined {
    const first = firstWord(id)
    const second = first === unusual ? unusual : wordAt(id, 8)
    return second === unusual ? this.#others.get(id) : this.#values[this.#place(first, second)]
  }

  set(id: string, value: Value): void {
    const first = firstWord(id)
    const second = first === unusual ? unusual : wordAt(id, 8)
    if (second === unusual) {
      this.#others.set(id, value)
      return
    }
    if (2 * this.#count >= this.#values.length) this.#grow()
    this.#put(first, second, value)
  }

  clear(): void {
    this.#words = new Int32Array(2 * smallest)
    this.#values = new Array(smallest)
    this.#count = 0
    this.#others.clear()
  }

  /** Where these words are, or would be: the first place from the one they ask for that is theirs or nobody's. */
  #place(first: number, second: number): number {
    const last = this.#values.length - 1
    for (let at = (Math.imul(first, 0x9e3779b1) ^ second ^ (second >>> 15)) & last; ; at = (at + 1) & last) {
      if (this.#values[at] === undefined || (this.#words[2 * at] === first && this.#words[2 * at + 1] === second)) return at
    }
  }

  #put(first: number, second: number, value: Value): void {
    const at = this.#place(first, second)
    if (this.#values[at] === undefined) this.#count++
    this.#words[2 * at] = first
    this.#words[2 * at + 1] = second
    this.#values[at] = value
  }

  #grow(): void {
    const [words, values] = [this.#words, this.#values]
    this.#words = new Int32Array(2 * words.length)
    this.#values = new Array(2 * values.length)
    this.#count = 0
    values.forEach((value, at) => {
      if (value !== undefined) this.#put(words[2 * at] as number, words[2 * at + 1] as number, value)
    })
  }
}
