import { expect } from 'vitest'
import { ownAppSecrets } from '../../../src/directory/apps/find-app.ts'
import { admin } from '../admin.ts'
import { sdkClient } from '../clients.ts'
import { newApp, newCompany } from '../feishu/company.ts'
import { storeAppToken, ticketOf } from '../feishu/store-apps.ts'
import { newSource, scimWith } from '../scim.ts'
import type { TestServer } from '../server.ts'

/** Brings a secret of every kind about that a directory keeps; what is answered expects a later server of it to know each as it was. */
export async function everySecret(server: TestServer): Promise<(later: TestServer) => Promise<void>> {
  const { place, token: credential } = await newSource(server)
  const maker = await newCompany(server)
  const { company } = maker
  const store = await newApp(maker, { kind: 'store', developer: 'developer-of-both', encryptKey: 'key of events' })
  await storeAppToken(server, store)
  const tenantToken = await maker.token()
  const ticket = await ticketOf(server, store)
  const secretsOf = ({ store: { reader }, vault }: TestServer) =>
    Promise.all([maker, store].map(({ app }) => ownAppSecrets(reader, vault, company, app.id)))
  const secrets = await secretsOf(server)
  const first = [await server.firstKey(), await server.firstApp(), server.adminToken]
  expect([typeof ticket, secrets.at(-1)?.encryptKey]).toEqual(['string', 'key of events'])
  return async (later) => {
    expect([await later.firstKey(), await later.firstApp(), later.adminToken]).toEqual(first)
    expect((await admin(later, 'GET', '/accounts')).status).toBe(200)
    const client = sdkClient(place.key, { endpoint: `127.0.0.1:${later.port}` })
    expect((await client.DescribeOrganization({})).OrgId).toBe(place.organization)
    expect((await scimWith(later, credential)('GET', '/Users')).status).toBe(200)
    expect(await secretsOf(later)).toEqual(secrets)
    expect(await ticketOf(later, store)).toBe(ticket)
    const again = await tokenOf(later, maker.app)
    expect(again).toBe(tenantToken)
    const answer = await fetch(`${later.url}/open-apis/contact/v3/departments/0/children`, {
      headers: { authorization: `Bearer ${again}` },
    })
    expect(await answer.json()).toMatchObject({ code: 0 })
  }
}

/** The tenant token of an app: the one given before, while it lasts. */
async function tokenOf({ url }: TestServer, { id, secret }: { id: string; secret: string }): Promise<string | undefined> {
  const answer = await fetch(`${url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ app_id: id, app_secret: secret }),
  })
  return ((await answer.json()) as { tenant_access_token?: string }).tenant_access_token
}
