/** A number that is read when somebody asks for the metrics: the length of a queue, the size of a pool. */
export interface Gauge {
  /** Prometheus name: `rollcall_writer_queue`. */
  readonly name: string
  readonly help: string
  read(): number
}

/** What is measured at each event, and counted by size: changes in a commit, seconds of an fsync. */
export interface Distribution {
  readonly name: string
  readonly help: string
  /** Upper bounds, ascending; the last, infinite one is added. */
  readonly buckets: readonly number[]
}

/** Where the other rooms bring what they measure, without knowing how it is published. */
export interface Metrics {
  gauge(gauge: Gauge): void
  /** Registers a distribution and gives the function that measures: cheap enough for the hot path. */
  distribution(distribution: Distribution): (value: number) => void
}
