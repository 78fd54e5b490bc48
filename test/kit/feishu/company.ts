import { Client } from '@larksuiteoapi/node-sdk'
import { everyScope } from '../../../src/dialects/feishu/every-scope.ts'
import { admin } from '../admin.ts'
import { unique } from '../directory.ts'
import type { TestServer } from '../server.ts'

type Server = Pick<TestServer, 'url' | 'adminToken'>

/** How the administration takes a range: departments by `od-…` id or custom id, people by `user_id`, groups by id. */
export type TestRange =
  | { readonly all: true }
  | {
      readonly all?: false
      readonly departments?: readonly string[]
      readonly people?: readonly string[]
      readonly groups?: readonly string[]
    }

export interface AppOptions {
  readonly id?: string
  readonly secret?: string
  readonly kind?: 'custom' | 'store'
  /** Apps of one developer share union_ids; by default the company. */
  readonly developer?: string
  /** All of them when absent. */
  readonly scopes?: readonly string[]
  /** All of the company when absent. */
  readonly range?: TestRange
  readonly webhookUrl?: string
  readonly subscriptions?: readonly string[]
  readonly encryptKey?: string
  readonly ipAllow?: readonly string[]
  readonly redirectUris?: readonly string[]
}

export interface TestApp {
  readonly server: Server
  /** Id of the company: the tenant key. */
  readonly company: string
  readonly app: { readonly id: string; readonly secret: string; readonly verificationToken: string }
  /** The official client, unmodified, with a token store of its own. */
  readonly client: Client
  /** A tenant token in force, for requests without the client. */
  token(): Promise<string>
}

export interface CompanyOptions {
  readonly name?: string
  /** What no call of the wire sets: `{ units: false, limits: { roles: 2 } }`. */
  readonly facts?: Record<string, unknown>
  /** Of its first app. */
  readonly app?: AppOptions
}

async function must<Body>(answer: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`the admin API answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** A new company with one app that has every scope and sees everything, unless `app` says otherwise. */
export async function newCompany(server: Server, { name = unique('company'), facts, app }: CompanyOptions = {}): Promise<TestApp> {
  const { id } = await must(admin<{ id: string }>(server, 'POST', '/companies', { name, ...(facts && { facts }) }))
  return newApp({ server, company: id }, app)
}

/** Another app of a company. */
export async function newApp({ server, company }: Pick<TestApp, 'server' | 'company'>, options: AppOptions = {}): Promise<TestApp> {
  const body = { name: unique('app'), scopes: everyScope(), ...options }
  const app = await must(admin<TestApp['app']>(server, 'POST', `/companies/${company}/apps`, body))
  return { server, company, app, client: feishuClient(server.url, app), token: () => tenantToken(server, app) }
}

const nothing = () => {}
/** Refusals are what most tests look for; the client would print each. */
const silent = { fatal: nothing, error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing }

/** The official client of an app; each has a cache of its own, so no test sees another's token. */
export function feishuClient(domain: string, { id, secret }: { id: string; secret: string }): Client {
  const kept = new Map<string | symbol, unknown>()
  const cache = {
    get: async (key: string | symbol) => kept.get(key),
    set: async (key: string | symbol, value: unknown) => kept.set(key, value).size > 0,
  }
  return new Client({ appId: id, appSecret: secret, domain, oauthBaseUrl: domain, logger: silent, cache: cache as never })
}

/** Changes the app through the administration: `{ range: { departments: […] } }`, `{ scopes: […] }`, `{ status: 'disabled' }`. */
export async function changeApp({ server, company, app }: Pick<TestApp, 'server' | 'company' | 'app'>, changes: object): Promise<void> {
  await must(admin(server, 'PATCH', `/companies/${company}/apps/${app.id}`, changes))
}

/** Sets facts and limits of the company: `{ units: false, limits: { units: 3 } }`. */
export async function setCompanyFacts(
  { server, company }: Pick<TestApp, 'server' | 'company'>,
  facts: Record<string, unknown>,
): Promise<void> {
  await must(admin(server, 'PATCH', `/companies/${company}`, { facts }))
}

async function tenantToken({ url }: Server, { id, secret }: TestApp['app']): Promise<string> {
  const response = await fetch(`${url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ app_id: id, app_secret: secret }),
  })
  const { tenant_access_token: token } = (await response.json()) as { tenant_access_token?: string }
  if (token === undefined) throw new Error(`no token was given: ${response.status}`)
  return token
}

/** Sends one request to `/open-apis/…` with a tenant token, or the given one; for what the official client cannot send. */
export async function sendRaw(
  { server, token }: Pick<TestApp, 'server' | 'token'>,
  method: string,
  path: string,
  { body, headers = {}, token: other }: { body?: unknown; headers?: Record<string, string>; token?: string } = {},
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
): Promise<{ status: number; headers: Headers; body: any }> {
  const authorization = `Bearer ${other ?? (await token())}`
  const sent = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  const response = await fetch(`${server.url}/open-apis${path}`, {
    method,
    headers: { authorization, ...(sent !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(sent !== undefined && { body: sent }),
  })
  const text = await response.text()
  const json = response.headers.get('content-type')?.startsWith('application/json')
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text }
}
