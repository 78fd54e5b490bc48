import { describe, expect, test } from 'vitest'
import { authEndpoints } from '../../../../src/dialects/feishu/auth.ts'
import { admin } from '../../../kit/admin.ts'
import { newCompany } from '../../../kit/feishu/company.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const kit = sharedServer({ settings: { standin: true } })

const faults = authEndpoints.flatMap((endpoint) => {
  const listed = endpoint.errors.filter(({ reach }) => reach === 'fault').map(({ code }) => Number(code))
  return [...listed, 2200].map((code) => [endpoint.key, code, endpoint] as const)
})

describe('failing dependencies of the endpoints that give tokens', () => {
  test.each(faults)('%s: %s', async (operation, code, { http: { method, path }, form, texts }) => {
    const { app } = await newCompany(kit.server)
    const set = await admin(kit.server, 'PUT', `/standin/faults/${operation}`, { code: String(code), times: 1 })
    expect(set.status).toBeLessThan(300)
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ app_id: app.id, app_secret: app.secret })
    const response = await fetch(`${kit.server.url}${path}`, { method, headers, ...(method === 'POST' && { body }) })
    const told = (await response.json()) as Record<string, unknown>
    const [status, msg] = texts.get(code) ?? [500, 'Internal Error']
    expect([response.status, told.code]).toEqual([status, code])
    if (form === 'oauth') expect(told).toMatchObject({ error: expect.stringMatching(/server_error|temporarily_unavailable/) })
    expect(JSON.stringify(told)).toContain(msg)
  })
})
