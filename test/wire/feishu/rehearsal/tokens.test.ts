import { expect, test } from 'vitest'
import { authEndpoints } from '../../../../src/dialects/feishu/auth.ts'
import { everyScope } from '../../../../src/dialects/feishu/every-scope.ts'
import { contentOf } from '../../../kit/content.ts'
import { askForToken, authorize } from '../../../kit/feishu/authorizations.ts'
import { newApp, newCompany } from '../../../kit/feishu/company.ts'
import { newPerson } from '../../../kit/feishu/people.ts'
import { credentialsOf, storeAppToken, ticketOf } from '../../../kit/feishu/store-apps.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const world = sharedServer()
const writes = authEndpoints.filter(({ kind }) => kind === 'write')

interface Asked {
  readonly body: object
  readonly authorization?: string
}

/** A good request of each endpoint that gives out tokens, all of which use something up or write a token down. */
async function goodRequests(): Promise<Record<string, Asked>> {
  const app = await newCompany(world.server, { app: { scopes: everyScope() } })
  const store = await newApp(app, { kind: 'store' })
  const storeToken = await storeAppToken(world.server, store)
  const { user_id } = await newPerson(app.client)
  const code = () => authorize(app, user_id)
  const client = { client_id: app.app.id, client_secret: app.app.secret }
  const refresh = async () => (await askForToken(app, { grant_type: 'authorization_code', code: await code() })).body.refresh_token
  const bearer = `Bearer ${await app.token()}`
  const first = async () => {
    const answer = await send('/open-apis/authen/v1/oidc/access_token', {
      body: { grant_type: 'authorization_code', code: await code() },
      authorization: bearer,
    })
    return answer.body.data.refresh_token
  }
  const byCode = async () => ({ body: { grant_type: 'authorization_code', code: await code() }, authorization: bearer })
  const byRefresh = async () => ({ body: { grant_type: 'refresh_token', refresh_token: await first() }, authorization: bearer })
  return {
    'tenant_access_token.internal': { body: credentialsOf(await newApp(app)) },
    'app_access_token.internal': { body: credentialsOf(await newApp(app)) },
    'app_access_token.create': { body: { ...credentialsOf(store), app_ticket: await ticketOf(world.server, store) } },
    'tenant_access_token.create': { body: { app_access_token: storeToken, tenant_key: app.company } },
    'app_ticket.resend': { body: credentialsOf(await newApp(app, { kind: 'store' })) },
    'v2:oauth_token.create': { body: { ...client, grant_type: 'authorization_code', code: await code() } },
    'oauth_token.create': { body: { ...client, grant_type: 'refresh_token', refresh_token: await refresh() } },
    'oidc_access_token.create': await byCode(),
    'oidc_refresh_access_token.create': await byRefresh(),
    'access_token.create': await byCode(),
    'refresh_access_token.create': await byRefresh(),
  }
}

/** All that is kept, beside how far events were told, which goes on by itself. */
async function kept() {
  const { event_followers: _followers, event_deliveries: _deliveries, ...content } = await contentOf(world.server)
  return content
}

async function send(path: string, { body, authorization }: Asked, dryRun?: string) {
  const headers = {
    'content-type': 'application/json',
    ...(authorization !== undefined && { authorization }),
    ...(dryRun !== undefined && { 'x-rollcall-dry-run': dryRun }),
  }
  const response = await fetch(`${world.server.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = (await response.json()) as { readonly code: number; readonly data: { readonly refresh_token?: string } }
  return { body: answer, told: response.headers.get('x-rollcall-changes') }
}

/** Source: docs/decisions/0012: every write operation of every dialect. */
test('a rehearsed request for a token uses nothing up and changes nothing, and the real one is then answered', async () => {
  const good = await goodRequests()
  expect(Object.keys(good).map((name) => `feishu:${name}`)).toEqual(writes.map(({ key }) => key))
  for (const { key, routePath } of writes) {
    const asked = good[key.replace('feishu:', '')] as Asked
    const before = await kept()
    const rehearsed = await send(routePath, asked, 'true')
    expect([key, rehearsed]).toMatchObject([
      key,
      { body: { code: 0 }, told: expect.stringMatching(/^(\[\]|\/admin\/v1\/rehearsals\/\w+)$/) },
    ])
    expect([key, (await send(routePath, asked, 'maybe')).body]).toMatchObject([key, { code: 9499 }])
    expect([key, await kept()]).toEqual([key, before])
    const real = await send(routePath, asked)
    expect([key, real]).toMatchObject([key, { body: { code: 0 }, told: null }])
    expect([key, Object.keys(rehearsed.body)]).toEqual([key, Object.keys(real.body)])
  }
})
