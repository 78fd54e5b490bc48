import { type Demo, fillDemo } from './bootstrap/fill-demo.ts'
import { findKey } from './bootstrap/find-key.ts'
import { type FirstStart, firstStart } from './bootstrap/first-start.ts'
import { type OpenStore, openStore } from './bootstrap/open-store.ts'
import { storedKey } from './bootstrap/stored-credentials.ts'
import type { Outcome } from './contract/exchange.ts'
import { adminRoutes } from './dialects/admin/endpoint.ts'
import { adminOperations } from './dialects/admin/operations.ts'
import type { Action } from './dialects/tencent/action.ts'
import { tencentRoute } from './dialects/tencent/endpoint.ts'
import { organization20210331 } from './dialects/tencent/organization-2021-03-31.ts'
import { wordRefusal } from './dialects/tencent/refusals.ts'
import { wireTime } from './dialects/tencent/time.ts'
import type { NewKey } from './directory/accounts/create-key.ts'
import type { Ports } from './directory/ports.ts'
import { openSession } from './directory/session.ts'
import { systemPorts } from './directory/system-ports.ts'
import { createReadiness, healthRoutes } from './http/health.ts'
import { createLogs, type Logs } from './http/logs.ts'
import { createMetrics, type HttpMetrics, metricsRoute } from './http/metrics.ts'
import { observeAnswers } from './http/observe-answers.ts'
import { memoryRateLimiter, type OwnedRateLimiter } from './http/rate-limiter.ts'
import { type RunningHttp, startHttp } from './http/server.ts'
import { createShutdown, type ShutdownEnd } from './http/shutdown.ts'
import { readTls } from './http/tls.ts'
import type { Settings } from './settings.ts'
import { keepCheck, unlock } from './storage/master-key.ts'
import type { Origin } from './storage/store.ts'
import type { Vault } from './storage/vault.ts'

/** What may be put in the place of the real thing, by tests and by the library. */
export interface Hooks {
  readonly ports?: Ports
  /** Fill a directory without an organization with the demo company. */
  readonly demo?: boolean
  /** Answered beside the real ones. */
  readonly actions?: readonly Action[]
  observe?(outcome: Outcome): void
  undocumented?(operation: string, code: string): void
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  readonly start: FirstStart
  readonly demo: Demo | undefined
  readonly store: OpenStore
  readonly vault: Vault
  readonly logs: Logs
  /** The first account's key with its secret: for who runs the server in his own process. */
  firstKey(): Promise<NewKey>
  stop(): Promise<ShutdownEnd>
}

/** The only wiring: settings → storage → directory → dialects → HTTP. Throws one clear line when it can't start, with nothing left open. */
export async function startServer(settings: Settings, hooks: Hooks = {}): Promise<RunningServer> {
  const ports = hooks.ports ?? systemPorts
  const metrics = createMetrics()
  const tls = settings.tlsCert && settings.tlsKey ? readTls({ certFile: settings.tlsCert, keyFile: settings.tlsKey }) : undefined
  const store = await openStore({
    dataDir: settings.dataDir,
    databaseUrl: settings.databaseUrl,
    observeBatch: metrics.distribution({
      name: 'rollcall_commit_batch_size',
      help: 'Calls that shared one commit.',
      buckets: [1, 2, 4, 8, 16, 32, 64, 128],
    }),
  })
  const logs = createLogs({ level: settings.logLevel })
  let limiter: OwnedRateLimiter | undefined
  try {
    limiter = await openLimiter(settings, logs)
    return await serve({ settings, hooks, ports, logs, metrics, tls, store, limiter })
  } catch (error) {
    await limiter?.close()
    await store.close()
    await logs.close()
    throw error
  }
}

async function openLimiter({ redisUrl, rateLimits }: Settings, logs: Logs): Promise<OwnedRateLimiter> {
  if (!redisUrl) return memoryRateLimiter(rateLimits)
  const { redisRateLimiter } = await import('./http/redis-rate-limiter.ts')
  return redisRateLimiter({
    url: redisUrl,
    factor: rateLimits,
    onLost: (fault) => logs.error('Redis does not answer; every server counts rates for itself until it does', fault),
    onBack: () => logs.info('Redis answers again; rates are shared'),
  })
}

interface Parts {
  readonly settings: Settings
  readonly hooks: Hooks
  readonly ports: Ports
  readonly logs: Logs
  readonly metrics: HttpMetrics
  readonly tls: ReturnType<typeof readTls> | undefined
  readonly store: OpenStore
  readonly limiter: OwnedRateLimiter
}

async function serve({ settings, hooks, ports, logs, metrics, tls, store, limiter }: Parts): Promise<RunningServer> {
  const { vault, check } = await store.read((reader) => unlock(settings.masterKey, settings.dataDir, reader, true))
  const sessionFor = (origin: Origin) => openSession(store, ports, vault, origin)
  const bootstrap = sessionFor({
    actor: 'bootstrap',
    account: 0,
    dialect: 'admin',
    operation: 'FirstStart',
    requestId: ports.ids.uuid(),
    at: ports.clock.now(),
  })
  if (check) await bootstrap.write('accounts', (tx) => keepCheck(tx, vault, check))
  const start = await firstStart(bootstrap, settings)
  const demo = hooks.demo ? await fillDemo(bootstrap, start.firstKey.secretId) : undefined

  for (const name of Object.keys(store.gauges())) {
    metrics.gauge({
      name: `rollcall_${name}`,
      help: `Of the ${store.engine} store: ${name.replaceAll('_', ' ')}.`,
      read: () => store.gauges()[name] ?? 0,
    })
  }
  const unexpected = (error: unknown, requestId: string, operation: string) => logs.error('fault', error, { requestId, operation })
  const readiness = createReadiness()
  const observe = observeAnswers(metrics, logs)
  const http: RunningHttp = await startHttp({
    host: settings.host,
    port: settings.port,
    tls,
    batchedReplies: settings.batchedReplies,
    observe: (outcome, ms, ip) => {
      observe(outcome, ms, ip)
      hooks.observe?.(outcome)
    },
    routes: [
      tencentRoute({
        actions: [...organization20210331, ...(hooks.actions ?? [])],
        limiter,
        ports,
        time: wireTime(settings.timeZoneOffset),
        findKey: findKey(store.reader, vault),
        openSession: sessionFor,
        wordRefusal,
        unexpected,
        undocumented: hooks.undocumented ?? ((operation, code) => logs.warn('undocumented code', { operation, code })),
      }),
      ...adminRoutes({ operations: adminOperations, token: () => start.adminToken, openSession: sessionFor, ports, unexpected }),
      ...healthRoutes(readiness.ready),
      metricsRoute(metrics),
    ],
  })
  readiness.started(() => store.ping())
  const closeBehind = async () => {
    await limiter.close()
    await store.close()
    await logs.close()
  }
  const stop = createShutdown({ begin: readiness.ending, http, closeBehind })
  const firstKey = async () => {
    const key = await storedKey(store.reader, vault)
    if (!key) throw new Error('the first account has no key any more')
    return key
  }
  return { url: http.url, port: http.port, start, demo, store, vault, logs, firstKey, stop }
}
