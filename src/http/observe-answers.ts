import type { Logs } from './logs.ts'
import type { HttpMetrics } from './metrics.ts'
import type { Observer } from './serve-route.ts'

/** Brings each answer to the metrics and the log; a fault of ours with its stack. */
export function observeAnswers(metrics: HttpMetrics, logs: Logs): Observer {
  return ({ requestId, operation, code, fact, fault }, ms, ip) => {
    metrics.answered(operation, code, ms)
    logs.answered({ requestId, operation, code, fact, ms, ip })
    if (fault !== undefined) logs.error('fault', fault, { requestId, operation, code })
  }
}
