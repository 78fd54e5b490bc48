import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TSchema } from 'typebox'
import { Check } from 'typebox/value'
import { meantWord } from '../../../src/bootstrap/meant-word.ts'
import type { Answer, Request, Route } from '../../../src/contract/exchange.ts'
import { keptRehearsals } from '../../../src/contract/rehearsals.ts'
import type { AdminOperation } from '../../../src/dialects/admin/admin-operation.ts'
import { adminRoutes } from '../../../src/dialects/admin/endpoint.ts'
import type { AdminDeps } from '../../../src/dialects/admin/endpoint-deps.ts'
import { adminOperations } from '../../../src/dialects/admin/operations.ts'
import { openSession } from '../../../src/directory/session.ts'
import { systemPorts } from '../../../src/directory/system-ports.ts'
import { openPostgres } from '../../../src/storage/engines/open-postgres.ts'
import { SqliteStore } from '../../../src/storage/engines/sqlite.ts'
import type { Store } from '../../../src/storage/store.ts'
import { openVault } from '../../../src/storage/vault.ts'
import type { TestEngine } from '../../kit/engines.ts'
import { layMigrated } from '../../kit/migrated.ts'
import { recordOutcomes } from '../../kit/observed-outcomes.ts'

export const token = 'rollcall_test-token'
export const ports = systemPorts
export const vault = openVault(Buffer.alloc(32, 7))

export interface Sent {
  /** Sent as JSON, unless `bytes` says otherwise. */
  readonly body?: unknown
  readonly bytes?: string | Buffer
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly oversized?: boolean
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
export type Json = any

export interface Told {
  readonly status: number
  readonly body: Json
  readonly answer: Answer
}

export interface Admin {
  readonly store: Store
  readonly routes: readonly Route[]
  /** What was reported as a fault of ours. */
  readonly faults: unknown[]
  /** `path` is what follows /admin/v1, with its query. */
  ask(method: string, path: string, sent?: Sent): Promise<Told>
  /** The answer's body; anything but this status fails the test. */
  must(status: number, method: string, path: string, sent?: Sent): Promise<Json>
  stop(): Promise<void>
}

const record = recordOutcomes()

/** The admin routes over a real store in a folder or database of its own. */
export async function openAdmin(engine?: TestEngine, differing: Partial<AdminDeps> = {}): Promise<Admin> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-admin-'))
  const url = await engine?.newDatabase()
  if (!url) await layMigrated(folder)
  const store = url ? await openPostgres({ url, pool: 4 }) : new SqliteStore({ folder })
  const faults: unknown[] = []
  const routes = adminRoutes({
    operations: adminOperations,
    ports,
    token: () => token,
    rehearsals: keptRehearsals(ports.clock),
    verifyWebhook: async () => undefined,
    meant: meantWord,
    openSession: (origin, rehearsal) => openSession(store, ports, vault, origin, rehearsal),
    undocumented: (operation, code) => {
      throw new Error(`${operation} answered ${code}, which it does not declare`)
    },
    ...differing,
  })
  const ask = async (method: string, path: string, sent: Sent = {}): Promise<Told> => {
    const request = requestOf(method, `/admin/v1${path}`, sent)
    const { route, params } = routed(routes, request)
    const answer = await route.handle({ ...request, params })
    record(answer.outcome)
    if (answer.outcome.fault !== undefined) faults.push(answer.outcome.fault)
    checkForm(answer, differing.operations ?? adminOperations)
    return { status: answer.status, body: answer.body === '' ? undefined : JSON.parse(answer.body), answer }
  }
  return {
    store,
    routes,
    faults,
    ask,
    async must(status, method, path, sent) {
      const told = await ask(method, path, sent)
      if (told.status !== status) throw new Error(`${method} ${path} answered ${told.status}: ${told.answer.body}`)
      return told.body
    },
    async stop() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function requestOf(method: string, url: string, { body, bytes, headers, oversized = false }: Sent): Omit<Request, 'params'> {
  const [path = '', query = ''] = url.split('?')
  const sent = bytes ?? (body === undefined ? '' : JSON.stringify(body))
  return {
    method,
    path,
    query,
    headers: {
      authorization: `Bearer ${token}`,
      ...(sent.length > 0 && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: Buffer.from(sent as string),
    oversized,
    ip: '127.0.0.1',
  }
}

/** As the server mounts them: a route with the method before one for all, a longer path before the catch-all. */
function routed(
  routes: readonly Route[],
  { method, path }: Pick<Request, 'method' | 'path'>,
): { route: Route; params: Record<string, string> } {
  const wanted = method === 'HEAD' ? 'GET' : method
  const order = [(route: Route) => route.method === wanted, (route: Route) => route.method === '*' && !route.path.endsWith('*'), () => true]
  for (const fits of order) {
    for (const route of routes.filter(fits)) {
      const params = matched(route.path.split('/'), path.split('/'))
      if (params) return { route, params }
    }
  }
  throw new Error(`no route takes ${method} ${path}`)
}

function matched(pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  if (pattern.at(-1) !== '*' && pattern.length !== path.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, segment] of pattern.entries()) {
    if (segment === '*') return params
    if (segment.startsWith(':')) params[segment.slice(1)] = decodeURIComponent(path[at] ?? '')
    else if (segment !== path[at]) return undefined
  }
  return params
}

/** What holds for every answer, whatever a test looks for. */
function checkForm({ status, headers, type, body, outcome }: Answer, operations: readonly AdminOperation[]): void {
  const operation = operations.find(({ name }) => outcome.operation === `admin:${name}`)
  if (!operation && outcome.operation !== 'admin:-') throw new Error(`outcome of an unknown operation: ${outcome.operation}`)
  if (headers?.['x-request-id'] !== outcome.requestId) throw new Error('the answer does not carry its request id')
  if (headers?.['cache-control'] !== 'no-store') throw new Error('the answer may be kept on the way')
  if (status < 400) {
    if (outcome.code !== 'OK' || operation?.status !== status) throw new Error(`${outcome.operation} answered ${status} as ${outcome.code}`)
    if (status === 204 ? body !== '' : !Check(operation.output as TSchema, JSON.parse(body))) throw new Error(`not as declared: ${body}`)
    return
  }
  const problem = JSON.parse(body)
  const texts = [problem.title, problem.detail, problem.detail_zh]
  if (type !== 'application/problem+json' || problem.status !== status || problem.type !== `urn:rollcall:${outcome.code}`)
    throw new Error(`not a problem document of ${status} ${outcome.code}: ${body}`)
  if (!texts.every((text) => typeof text === 'string' && text !== '') || /undefined|\[object/.test(body))
    throw new Error(`badly worded: ${body}`)
}

/** A word that no other test uses. */
export function unique(prefix: string): string {
  return `${prefix}-${randomUUID().slice(0, 8)}`
}

export async function newAccount(admin: Admin, facts: object = {}): Promise<{ uin: number } & Json> {
  return admin.must(201, 'POST', '/accounts', { body: { name: unique('account'), verification: 'enterprise', ...facts } })
}

/** What happened to a thing, oldest first. */
export async function eventsOf(admin: Admin, subject: string | number, filters = ''): Promise<Json[]> {
  return (await admin.must(200, 'GET', `/events?subject=${subject}&limit=1000${filters}`)).items
}
