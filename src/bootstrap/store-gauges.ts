import type { Gauge } from '../contract/metrics.ts'
import type { OpenStore } from './open-store.ts'

/** What a store says of itself, for the metrics: its queue of writes, its connections. */
export function storeGauges(store: OpenStore): Gauge[] {
  return Object.keys(store.gauges()).map((name) => ({
    name: `rollcall_${name}`,
    help: `Of the ${store.engine} store: ${name.replaceAll('_', ' ')}.`,
    read: () => store.gauges()[name] ?? 0,
  }))
}
