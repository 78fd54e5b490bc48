import { appTicket } from '../../../src/directory/tokens/app-ticket.ts'
import type { TestServer } from '../server.ts'
import type { TestApp } from './company.ts'

export interface GivenTokens {
  readonly code: number
  readonly msg: string
  readonly app_access_token?: string
  readonly tenant_access_token?: string
  readonly expire?: number
  readonly error?: { readonly message: string }
}

/** Posts to `/open-apis/auth/v3/…`, which needs no token; refusals have status 200 there as well. */
export async function postAuth({ url }: Pick<TestServer, 'url'>, path: string, body: object): Promise<GivenTokens> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/open-apis/auth/v3/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (response.status !== 200) throw new Error(`auth/v3/${path} answered ${response.status}`)
  return (await response.json()) as GivenTokens
}

export const credentialsOf = ({ app }: Pick<TestApp, 'app'>) => ({ app_id: app.id, app_secret: app.secret })

/** The ticket that a store app was sent last; undefined before the first. */
export function ticketOf(
  { store, vault }: Pick<TestServer, 'store' | 'vault'>,
  { app }: Pick<TestApp, 'app'>,
): Promise<string | undefined> {
  return appTicket(store.reader, vault, app.id)
}

/** An app token of a store app, got with its ticket. */
export async function storeAppToken(server: TestServer, of: Pick<TestApp, 'app'>): Promise<string> {
  await postAuth(server, 'app_ticket/resend', credentialsOf(of))
  const given = await postAuth(server, 'app_access_token', { ...credentialsOf(of), app_ticket: await ticketOf(server, of) })
  if (!given.app_access_token) throw new Error(`no app token was given: ${JSON.stringify(given)}`)
  return given.app_access_token
}
