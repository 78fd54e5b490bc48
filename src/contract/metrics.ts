/** A number that is read when somebody asks for the metrics: the length of a queue, the size of a pool. */
export interface Gauge {
  /** Prometheus name: `rollcall_writer_queue`. */
  readonly name: string
  readonly help: string
  read(): number
}
