import { isRehearsal, type Unit, unitsOf, type Waiting } from './unit.ts'

/** How many calls share one commit at most: beyond it latency grows and throughput does not. */
const batchLimit = 128

/**
 * Gathers the writes of one loop turn and commits them together, one batch after the other.
 * `commit` runs the units and answers how to tell their callers; it is called again only after it has ended. `silent` hears that nothing waits.
 */
export class WriteQueue {
  #waiting: Waiting[] = []
  #busy = false
  readonly #finishing: (() => void)[] = []
  readonly #commit: (units: Unit[]) => Promise<() => void>
  readonly #observe: (calls: number) => void
  readonly #silent: () => void

  constructor(commit: (units: Unit[]) => Promise<() => void>, observe: (calls: number) => void, silent: () => void = () => {}) {
    this.#commit = commit
    this.#observe = observe
    this.#silent = silent
  }

  get length(): number {
    return this.#waiting.length
  }

  /** Resolves when all that waits is committed and told. */
  async finished(): Promise<void> {
    if (this.#busy) await new Promise<void>((resolve) => this.#finishing.push(resolve))
  }

  push(call: Waiting): void {
    this.#waiting.push(call)
    if (this.#busy) return
    this.#busy = true
    void this.#drain()
  }

  /** Lets more calls come in for as many loop turns as bring some: what shares a commit shares its pages and its fsync. */
  async #gather(): Promise<void> {
    let seen = 0
    while (this.#waiting.length > seen && this.#waiting.length < batchLimit) {
      seen = this.#waiting.length
      await new Promise(setImmediate)
    }
  }

  /** What shares the next commit: all that waits, up to the limit and up to a rehearsal; or one rehearsal. */
  #next(): Waiting[] {
    const most = Math.min(this.#waiting.length, batchLimit)
    let count = 0
    while (count < most && !isRehearsal(this.#waiting[count] as Waiting)) count++
    return this.#waiting.splice(0, Math.max(count, 1))
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gather()
      const calls = this.#next()
      const units = unitsOf(calls)
      if (!units[0]?.rehearsal) this.#observe(calls.length)
      try {
        const tell = await this.#commit(units)
        tell()
      } catch (reason) {
        for (const unit of units) unit.fail(reason)
      }
    }
    this.#busy = false
    for (const resolve of this.#finishing.splice(0)) resolve()
    this.#silent()
  }
}
