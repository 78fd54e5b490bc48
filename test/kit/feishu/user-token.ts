import { withUserAccessToken } from '@larksuiteoapi/node-sdk'
import { authorize } from './authorizations.ts'
import type { TestApp } from './company.ts'

/** A user token of a person for an app: a code granted through the administration, exchanged through the official client. All of the app's scopes, unless some are named. */
export async function userToken(
  { server, company, app, client }: Pick<TestApp, 'server' | 'company' | 'app' | 'client'>,
  { user_id: person }: { readonly user_id: string },
  scopes?: readonly string[],
): Promise<string> {
  const code = await authorize({ server, company, app }, person, scopes ? { scopes } : {})
  const answer = await client.authen.oidcAccessToken.create({ data: { grant_type: 'authorization_code', code } })
  const token = answer.data?.access_token
  if (!token) throw new Error(`no user token was given: ${JSON.stringify(answer)}`)
  return token
}

/** The option with which a call of the official client acts as a person. */
export async function asUser(...of: Parameters<typeof userToken>): Promise<ReturnType<typeof withUserAccessToken>> {
  return withUserAccessToken(await userToken(...of))
}
