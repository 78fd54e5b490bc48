import { collectDefaultMetrics, Gauge as PromGauge, Histogram as PromHistogram, Registry } from 'prom-client'
import type { Route } from '../contract/exchange.ts'
import type { Gauge } from '../contract/metrics.ts'
import { plainAnswer } from './plain-answers.ts'
import { publishTally } from './publish-tally.ts'
import { Tally } from './tally.ts'

/** What is measured at each event, and counted by size: changes in a commit, seconds of an fsync. */
interface Distribution {
  readonly name: string
  readonly help: string
  /** Upper bounds, ascending; the last, infinite one is added. */
  readonly buckets: readonly number[]
}

export interface HttpMetrics {
  gauge(gauge: Gauge): void
  /** Registers a distribution and gives the function that measures: cheap enough for the hot path. */
  distribution(distribution: Distribution): (value: number) => void
  /** Counts one answer. Costs a tenth of a microsecond. */
  answered(operation: string, code: string, milliseconds: number): void
  /** The page in Prometheus' text form. */
  render(): Promise<string>
}

/** The process's own figures: watched once, however many servers a process starts and ends. */
let ofProcess: Registry | undefined

function processRegistry(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry()
    collectDefaultMetrics({ register: ofProcess })
  }
  return ofProcess
}

/** A registry of its own for each server; the process's own figures stand behind it. */
export function createMetrics(): HttpMetrics {
  const registry = new Registry()
  const tally = new Tally()
  const shared = processRegistry()
  publishTally(tally, registry)
  return {
    answered: (operation, code, milliseconds) => tally.count(operation, code, milliseconds / 1000),
    render: async () => `${await registry.metrics()}\n${await shared.metrics()}`,
    gauge({ name, help, read }) {
      new PromGauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read())
        },
      })
    },
    distribution({ name, help, buckets }) {
      const histogram = new PromHistogram({ name, help, buckets: [...buckets], registers: [registry] })
      return (value) => histogram.observe(value)
    },
  }
}

/** `GET /metrics`. */
export function metricsRoute(metrics: HttpMetrics): Route {
  return {
    method: 'GET',
    path: '/metrics',
    bodyLimit: 0,
    async handle() {
      const { outcome } = plainAnswer(200, 'OK', '')
      const type = 'text/plain; version=0.0.4; charset=utf-8'
      return { status: 200, type, body: await metrics.render(), outcome: { ...outcome, operation: 'http:metrics' } }
    },
  }
}
