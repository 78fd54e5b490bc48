import { expect, test } from 'vitest'
import { scimOperations } from '../../../src/dialects/scim/operations.ts'
import { admin } from '../../kit/admin.ts'
import { contentOf } from '../../kit/content.ts'
import { newSource } from '../../kit/scim.ts'
import { sharedServer } from '../../kit/shared-server.ts'

const world = sharedServer({ settings: { standin: true } })
const pairs = scimOperations.flatMap((operation) =>
  operation.errors.filter(({ reach }) => reach === 'fault').map(({ code, says }) => ({ operation, code, says })),
)

test('the fault switch makes every operation answer each of its fault codes, once, with its own status; nothing is changed by it', async () => {
  expect(pairs.length).toBe(scimOperations.length * 2)
  const source = await newSource(world.server)
  const before = await contentOf(world.server)
  for (const { operation, code, says } of pairs) {
    const key = operation.key
    const set = await admin(world.server, 'PUT', `/standin/faults/${key}`, { code, times: 1 })
    expect(set).toMatchObject({ status: 200, body: { operation: key, code, times: 1 } })
    const path = operation.routePath.replace('/scim/v2', '').replace(/:\w+/g, 'any')
    const { status, body, headers } = await source.scim(operation.http.method, path, operation.readsBody ? {} : undefined)
    expect([key, `${status}`, body.status]).toEqual([key, says, says])
    expect(body.detail).toContain(`DELETE /admin/v1/standin/faults/${key} ends it`)
    expect([key, body.detail, headers.get('retry-after')]).toEqual([key, expect.stringContaining(`fail with ${code}`), '1'])
  }
  expect((await admin(world.server, 'GET', '/standin/faults')).body).toEqual({ items: [] })
  expect(await contentOf(world.server)).toEqual(before)
})

test('a dry run meets a fault and does not use it up', async () => {
  const source = await newSource(world.server)
  await admin(world.server, 'PUT', '/standin/faults/scim:CreateUser', { code: 'unavailable', times: 1 })
  const dry = { 'x-rollcall-dry-run': 'true' }
  const create = async (headers?: Record<string, string>) =>
    (await source.scim('POST', '/Users', { userName: 'mei', schemas: [] }, headers)).status
  expect([await create(dry), await create(dry), await create(), await create(dry)]).toEqual([503, 503, 503, 400])
})
