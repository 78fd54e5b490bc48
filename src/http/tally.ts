/** Upper bounds of the latency histogram, in seconds: from a lookup in memory to a change that waits for a slow disk. */
export const latencyBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** More pairs of operation and code than the server has; beyond it they are counted as one, so that memory stays bounded. */
const mostPairs = 10_000

interface OperationTally {
  readonly codes: Map<string, number>
  /** One count for each bucket and one for what is beyond the last. */
  readonly buckets: number[]
  seconds: number
  answers: number
}

/**
 * Answers by operation and code, and their latency. prom-client hashes the labels of each observation, about a microsecond for the two
 * metrics; this counts in plain numbers and is handed to prom-client when somebody asks.
 */
export class Tally {
  readonly operations = new Map<string, OperationTally>()
  #pairs = 0

  count(operation: string, code: string, seconds: number): void {
    const known = this.operations.get(operation)?.codes.has(code) ?? false
    if (known || this.#pairs < mostPairs) this.#count(operation, code, seconds)
    else this.#count('other:-', 'Other', seconds)
  }

  #count(operation: string, code: string, seconds: number): void {
    const tally = this.operations.get(operation) ?? this.#add(operation)
    const before = tally.codes.get(code)
    if (before === undefined) this.#pairs++
    tally.codes.set(code, (before ?? 0) + 1)
    let bucket = 0
    while (bucket < latencyBuckets.length && seconds > (latencyBuckets[bucket] as number)) bucket++
    tally.buckets[bucket] = (tally.buckets[bucket] as number) + 1
    tally.seconds += seconds
    tally.answers++
  }

  #add(operation: string): OperationTally {
    const tally = { codes: new Map(), buckets: new Array(latencyBuckets.length + 1).fill(0), seconds: 0, answers: 0 }
    this.operations.set(operation, tally)
    return tally
  }
}
