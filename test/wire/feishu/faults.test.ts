import { expect, test } from 'vitest'
import { authEndpoints } from '../../../src/dialects/feishu/auth.ts'
import { contactV3 } from '../../../src/dialects/feishu/contact-v3.ts'
import { admin } from '../../kit/admin.ts'
import { contentOf } from '../../kit/content.ts'
import { newCompany } from '../../kit/feishu/company.ts'
import { newPerson } from '../../kit/feishu/people.ts'
import { userToken } from '../../kit/feishu/user-token.ts'
import { sharedServer } from '../../kit/shared-server.ts'

const world = sharedServer({ settings: { standin: true } })
const pairs = [...contactV3, ...authEndpoints].flatMap((endpoint) =>
  endpoint.errors.filter(({ reach }) => reach === 'fault').map(({ code, says }) => ({ endpoint, code, says })),
)

test('the fault switch makes every endpoint answer each of its fault codes, once, with its own status and text; nothing is changed by it', async () => {
  expect(pairs.length).toBeGreaterThan(0)
  const company = await newCompany(world.server)
  const person = await newPerson(company.client)
  const asPerson = await userToken(company, person)
  const before = await contentOf(world.server)
  for (const { endpoint, code, says } of pairs) {
    const operation = endpoint.key
    const set = await admin(world.server, 'PUT', `/standin/faults/${operation}`, { code, times: 1 })
    expect(set).toMatchObject({ status: 200, body: { operation, code, times: 1 } })
    const userOnly = 'tokens' in endpoint && !endpoint.tokens.includes('tenant')
    const response = await fetch(world.server.url + endpoint.routePath.replace(/:\w+/g, 'any'), {
      method: endpoint.http.method,
      headers: { authorization: `Bearer ${userOnly ? asPerson : await company.token()}` },
    })
    const body = (await response.json()) as { code: number; msg?: string; error_description?: string }
    expect([operation, String(body.code)]).toEqual([operation, code])
    expect(JSON.stringify(body)).toContain(`DELETE /admin/v1/standin/faults/${operation} ends it`)
    expect([operation, `${response.status} ${body.msg ?? ''}`]).toEqual([
      operation,
      expect.stringContaining(body.msg === undefined ? `${says?.slice(0, 3)}` : (says ?? '')),
    ])
  }
  expect((await admin(world.server, 'GET', '/standin/faults')).body).toEqual({ items: [] })
  expect(await contentOf(world.server)).toEqual(before)
})
