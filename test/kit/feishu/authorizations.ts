import { admin } from '../admin.ts'
import type { TestApp } from './company.ts'

export interface Authorization {
  /** All that the app has when absent. */
  readonly scopes?: readonly string[]
  readonly redirectUri?: string
  readonly codeChallenge?: string
  readonly codeChallengeMethod?: 'S256' | 'plain'
}

type OfApp = Pick<TestApp, 'server' | 'company' | 'app'>

/** A code with which the app gets a token of this person (by `user_id`), as if he had agreed on a page. */
export async function authorize({ server, company, app }: OfApp, person: string, wanted: Authorization = {}): Promise<string> {
  const path = `/companies/${company}/apps/${app.id}/authorizations`
  const { status, body } = await admin<{ code: string }>(server, 'POST', path, { person, ...wanted })
  if (status !== 201) throw new Error(`the admin API answered ${status}: ${JSON.stringify(body)}`)
  return body.code
}

export interface OAuthAnswer {
  readonly code: number
  readonly access_token: string
  readonly expires_in: number
  readonly refresh_token?: string
  readonly refresh_token_expires_in?: number
  readonly scope: string
  readonly token_type: string
  readonly error?: string
  readonly error_description?: string
}

/** One request to the token endpoint of the second version, or to another. */
export async function askForToken(
  { server, app }: Pick<TestApp, 'server' | 'app'>,
  fields: Readonly<Record<string, string>>,
  path = '/open-apis/authen/v2/oauth/token',
): Promise<{ status: number; body: OAuthAnswer }> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: app.id, client_secret: app.secret, ...fields }),
  })
  return { status: response.status, body: (await response.json()) as OAuthAnswer }
}
