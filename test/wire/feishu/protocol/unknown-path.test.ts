import { request } from 'node:http'
import { expect, test } from 'vitest'
import { newCompany, sendRaw } from '../../../kit/feishu/company.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer()

// Source: probes of the live service: no JSON, whatever the token.
test.each([
  ['GET', '/open-apis'],
  ['GET', '/open-apis/'],
  ['GET', '/open-apis/nothing'],
  ['POST', '/open-apis/contact/v3/nothing/at/all'],
  ['PUT', '/open-apis/auth/v3/tenant_access_token/internal'],
  ['GET', '/open-apis/auth/v3/tenant_access_token/internal'],
  ['DELETE', '/open-apis/contact/v3/scopes'],
  ['PATCH', '/open-apis/contact/v3/group/g1/member/batch_remove'],
  ['GET', '/open-apis/contact/v3/users/a/b/c'],
])('%s %s is 404 in plain text', async (method, path) => {
  const response = await fetch(`${kit.server.url}${path}`, { method })
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([404, 'text/plain', '404 page not found'])
  expect(response.headers.get('x-tt-logid')).toMatch(/^\d{14}[0-9A-F]{20}$/)
})

test('a route comes before its token: what is mounted asks for one', async () => {
  const response = await fetch(`${kit.server.url}/open-apis/contact/v3/scopes`)
  expect([response.status, await response.json()]).toMatchObject([400, { code: 99991661 }])
})

test('the page for consent tells how a code is granted, in both languages, and gives none', async () => {
  const query = 'client_id=cli_1&redirect_uri=https%3A%2F%2Fapp.example%2F&state=s'
  const response = await fetch(`${kit.server.url}/open-apis/authen/v1/authorize?${query}`, { redirect: 'manual' })
  const text = await response.text()
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(text).toMatch(/authorizations[\s\S]*\p{Script=Han}{2}/u)
  expect(text).not.toContain('app.example')
})

test('the headers of an answer are as clients look them up', async () => {
  const company = await newCompany(kit.server)
  const { headers } = await sendRaw(company, 'GET', '/contact/v3/scopes')
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(headers.get('x-request-id')).toBe(headers.get('x-tt-logid'))
})

test('the log id keeps its capital letters, which the Python client asks for', async () => {
  const raw = await new Promise<string[]>((resolve, reject) => {
    const sent = request(`${kit.server.url}/open-apis/contact/v3/scopes`, (response) => {
      response.resume()
      response.on('end', () => resolve(response.rawHeaders))
    })
    sent.on('error', reject)
    sent.end()
  })
  expect(raw).toContain('X-Tt-Logid')
})
