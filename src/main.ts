import { startDueWork } from './bootstrap/due-work.ts'
import { finishDeletions } from './bootstrap/finish-deletions.ts'
import type { FirstAppWithSecret } from './bootstrap/first-company.ts'
import { bridgeFollowing } from './bootstrap/follow-bridges.ts'
import { type OpenDirectory, openDirectory } from './bootstrap/open-directory.ts'
import { eventSending } from './bootstrap/send-events.ts'
import { storeGauges } from './bootstrap/store-gauges.ts'
import { storedApp, storedKey } from './bootstrap/stored-credentials.ts'
import type { Outcome } from './contract/exchange.ts'
import { faultCodes } from './contract/operation.ts'
import { dialectRoutes, faultableOperations, type Standin } from './dialect-routes.ts'
import { standinOperations } from './dialects/admin/standin/operations.ts'
import type { Action } from './dialects/tencent/action.ts'
import type { NewKey } from './directory/accounts/create-key.ts'
import type { Ports } from './directory/ports.ts'
import { systemPorts } from './directory/system-ports.ts'
import { createReadiness, healthRoutes } from './http/health.ts'
import { createLogs, type Logs } from './http/logs.ts'
import { createMetrics, type HttpMetrics, metricsRoute } from './http/metrics.ts'
import { observeAnswers } from './http/observe-answers.ts'
import { openRateLimiter } from './http/rates/open-rate-limiter.ts'
import type { OwnedRateLimiter } from './http/rates/rate-limiter.ts'
import { startHttp } from './http/server.ts'
import { createShutdown, type ShutdownEnd } from './http/shutdown.ts'
import { readTls } from './http/tls.ts'
import type { Settings } from './settings.ts'
import { requireInForce } from './storage/master-key.ts'

/** What may be put in the place of the real thing, by tests and by the library. */
export interface Hooks {
  readonly ports?: Ports
  /** Fill a directory without an organization with the demo company. */
  readonly demo?: boolean
  /** How often it is looked whether something is due that is done behind the calls. */
  readonly lookEveryMs?: number
  /** Answered beside the real ones. */
  readonly actions?: readonly Action[]
  observe?(outcome: Outcome): void
  undocumented?(operation: string, code: string): void
}

export interface RunningServer extends Pick<OpenDirectory, 'start' | 'demo' | 'store' | 'vault'> {
  readonly url: string
  readonly port: number
  /** The first account's key with its secret: for who runs the server in his own process. */
  firstKey(): Promise<NewKey>
  /** The first company's app with its secret, for the same. */
  firstApp(): Promise<FirstAppWithSecret>
  stop(): Promise<ShutdownEnd>
}

/** The only wiring: settings → directory → dialects → HTTP. Throws one clear line when it can't start, with nothing left open. */
export async function startServer(settings: Settings, hooks: Hooks = {}): Promise<RunningServer> {
  const { ports, standin } = await portsOf(settings, hooks)
  const tls = settings.tlsCert && settings.tlsKey ? readTls({ certFile: settings.tlsCert, keyFile: settings.tlsKey }) : undefined
  const metrics = createMetrics()
  const observeBatch = metrics.distribution({
    name: 'rollcall_commit_batch_size',
    help: 'Calls that shared one commit.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128],
  })
  const directory = await openDirectory({ ...settings, demo: hooks.demo ?? false, observeBatch }, ports)
  const logs = createLogs({ level: settings.logLevel })
  let limiter: OwnedRateLimiter | undefined
  try {
    limiter = await openRateLimiter(settings, logs)
    return await serve({ settings, hooks, ports, standin, logs, metrics, tls, directory, limiter })
  } catch (error) {
    await limiter?.close()
    await directory.store.close()
    await logs.close()
    throw error
  }
}

/** With the stand-in on, a clock that can be turned and operations that can be made to fail; its code is loaded only then. */
async function portsOf({ standin }: Settings, hooks: Hooks): Promise<Pick<Parts, 'ports' | 'standin'>> {
  const ports = hooks.ports ?? systemPorts
  if (!standin) return { ports, standin: { operations: [] } }
  const [{ standinClock }, { standinFaults }] = await Promise.all([import('./standin/clock.ts'), import('./standin/faults.ts')])
  const clock = standinClock(ports.clock)
  const faults = standinFaults(new Map(faultableOperations(hooks.actions).map((each) => [each.key, faultCodes(each)])))
  return { ports: { ...ports, clock }, standin: { operations: standinOperations({ turnClock: clock.turn }, faults), faults } }
}

interface Parts {
  readonly settings: Settings
  readonly hooks: Hooks
  readonly ports: Ports
  readonly standin: Standin
  readonly logs: Logs
  readonly metrics: HttpMetrics
  readonly tls: ReturnType<typeof readTls> | undefined
  readonly directory: OpenDirectory
  readonly limiter: OwnedRateLimiter
}

async function serve(parts: Parts): Promise<RunningServer> {
  const { settings, hooks, logs, metrics, tls, directory, limiter } = parts
  const { store, vault, start, demo } = directory
  for (const gauge of storeGauges(store)) metrics.gauge(gauge)
  const readiness = createReadiness()
  const observe = observeAnswers(metrics, logs)
  const failed = (error: unknown) => logs.error('work behind the calls failed', error)
  const events = eventSending(directory, parts.ports, { secure: tls !== undefined, failed })
  const http = await startHttp({
    host: settings.host,
    port: settings.port,
    tls,
    batchedReplies: settings.batchedReplies,
    observe: (outcome, ms, ip) => {
      observe(outcome, ms, ip)
      hooks.observe?.(outcome)
    },
    routes: [...dialectRoutes(parts), ...events.routes, ...healthRoutes(readiness.ready), metricsRoute(metrics)],
    upgrades: events.upgrades,
  })
  readiness.started(async () => {
    await store.ping()
    await requireInForce(store.reader, vault)
  })
  const bridges = bridgeFollowing(directory, parts.ports)
  const due = startDueWork([finishDeletions(directory, parts.ports), events.look, bridges.look], failed, hooks.lookEveryMs)
  const closeBehind = async () => {
    await limiter.close()
    await due.stop()
    await events.stop()
    await store.close()
    await logs.close()
  }
  const begin = () => {
    readiness.ending()
    // What is being sent is given up at once, so that nobody waits for a slow receiver; the next server sends it.
    void events.stop()
    bridges.stop()
  }
  const stop = createShutdown({ begin, http, closeBehind })
  const firstKey = async () => {
    const key = await storedKey(store.reader, vault)
    if (!key) throw new Error('the first account has no key any more')
    return key
  }
  const firstApp = async () => {
    const app = await storedApp(store.reader, vault)
    if (!app) throw new Error('the first company has no app')
    return app
  }
  return { url: http.url, port: http.port, start, demo, store, vault, firstKey, firstApp, stop }
}
