import { Counter, Histogram, type MetricObjectWithValues, type MetricValueWithName, type Registry } from 'prom-client'
import { latencyBuckets, type Tally } from './tally.ts'

type Published = MetricObjectWithValues<MetricValueWithName<'operation'>>

const latency = {
  name: 'rollcall_request_seconds',
  help: 'Time from the headers of a request being read to its answer being written',
} as const

/** Hands a tally to prom-client whenever the metrics are asked for. */
export function publishTally(tally: Tally, registry: Registry): void {
  new Counter({
    name: 'rollcall_requests_total',
    help: 'Answers, by operation and by the code that they carried',
    labelNames: ['operation', 'code'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [operation, { codes }] of tally.operations) for (const [code, count] of codes) this.inc({ operation, code }, count)
    },
  })
  new TalliedLatency(tally, registry)
}

/** A histogram that counted elsewhere: prom-client has no way to set one. */
class TalliedLatency extends Histogram<'operation'> {
  readonly #tally: Tally

  constructor(tally: Tally, registry: Registry) {
    super({ ...latency, labelNames: ['operation'], registers: [registry] })
    this.#tally = tally
  }

  override async get(): Promise<Published> {
    const values: MetricValueWithName<string>[] = []
    for (const [operation, { buckets, seconds, answers }] of this.#tally.operations) {
      let below = 0
      for (const [index, le] of latencyBuckets.entries()) {
        below += buckets[index] ?? 0
        values.push({ metricName: `${latency.name}_bucket`, labels: { operation, le }, value: below })
      }
      values.push({ metricName: `${latency.name}_bucket`, labels: { operation, le: '+Inf' }, value: answers })
      values.push({ metricName: `${latency.name}_sum`, labels: { operation }, value: seconds })
      values.push({ metricName: `${latency.name}_count`, labels: { operation }, value: answers })
    }
    // The declared shape also asks for `collect`, which nothing reads here.
    return { ...latency, type: 'histogram', aggregator: 'sum', values } as unknown as Published
  }

  /** What prom-client asks instead of `get` when it writes text. */
  getForPromString(): Promise<Published> {
    return this.get()
  }
}
