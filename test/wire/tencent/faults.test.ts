import { describe, expect, test } from 'vitest'
import { faultCodes } from '../../../src/contract/operation.ts'
import { organization20181225 } from '../../../src/dialects/tencent/organization-2018-12-25.ts'
import { organization20210331 } from '../../../src/dialects/tencent/organization-2021-03-31.ts'
import { admin } from '../../kit/admin.ts'
import { sdkClient, sdkClient2018 } from '../../kit/clients.ts'
import { contentOf } from '../../kit/content.ts'
import { newAccount, newZone } from '../../kit/directory.ts'
import { refusal } from '../../kit/refusals.ts'
import { startTestServer } from '../../kit/server.ts'
import { sharedServer } from '../../kit/shared-server.ts'

const actions = [...organization20210331, ...organization20181225]
const pairs = actions.flatMap((action) =>
  action.errors.filter(({ reach }) => reach === 'fault').map(({ code }) => [action.key, code] as const),
)
const byKey = new Map(actions.map((action) => [action.key, action]))
const path = (operation: string) => `/standin/faults/${operation}`

describe('the fault switch', () => {
  const world = sharedServer({ settings: { standin: true } })
  const put = (operation: string, body: object) => admin(world.server, 'PUT', path(operation), body)
  const endpoint = () => `127.0.0.1:${world.server.port}`

  test('makes every action answer each of its fault codes, once or until it is cleared; nothing is changed by it', async () => {
    expect(pairs.length).toBeGreaterThan(0)
    const { key } = await newZone(world.server)
    const clients = {
      '2021-03-31': sdkClient(key, { endpoint: endpoint() }),
      '2018-12-25': sdkClient2018(key, { endpoint: endpoint() }),
    }
    const before = await contentOf(world.server)
    for (const [operation, code] of pairs) {
      const { name, version } = byKey.get(operation) as (typeof actions)[number]
      const client = clients[version as keyof typeof clients]
      expect(await put(operation, { code, times: 1 })).toEqual({ status: 200, body: { operation, code, times: 1 } })
      const { code: told, message } = await refusal(client.request(name, {}))
      expect([operation, told]).toEqual([operation, code])
      expect(message).toContain(`DELETE /admin/v1/standin/faults/${operation}`)
      expect(message).toContain(code)
    }
    expect((await admin(world.server, 'GET', '/standin/faults')).body).toEqual({ items: [] })
    expect(await contentOf(world.server)).toEqual(before)
  })

  test('counts the calls that it meets, and says in both languages what it is', async () => {
    const { key, client } = await newAccount(world.server)
    const operation = 'tencent:CreateOrganization'
    await put(operation, { code: 'InternalError', times: 2 })
    const chinese = sdkClient(key, { endpoint: endpoint(), language: 'zh-CN' })
    const told = await refusal(chinese.CreateOrganization())
    expect([told.code, told.message]).toEqual(['InternalError', expect.stringMatching(/故障.*DELETE/)])
    expect((await admin(world.server, 'GET', '/standin/faults')).body).toEqual({ items: [{ operation, code: 'InternalError', times: 1 }] })
    expect((await refusal(client.CreateOrganization())).message).toMatch(/was told to let .* fail/)
    expect((await client.CreateOrganization()).OrgId).toBeGreaterThan(0)
  })

  test('without a number lasts until it is cleared, for that operation alone; clearing again changes nothing', async () => {
    const { client } = await newAccount(world.server)
    const operation = 'tencent:CreateOrganization'
    await put(operation, { code: 'UnsupportedOperation.OperationForbidden' })
    await put(operation, { code: 'InternalError' })
    for (let count = 0; count < 3; count++) expect((await refusal(client.CreateOrganization())).code).toBe('InternalError')
    const reading = await refusal(client.DescribeOrganization({}))
    expect(reading.message).not.toContain('standin')
    for (let count = 0; count < 2; count++) expect((await admin(world.server, 'DELETE', path(operation))).status).toBe(204)
    await client.CreateOrganization()
  })

  test('meets only callers who signed well', async () => {
    const { key } = await newAccount(world.server)
    await put('tencent:CreateOrganization', { code: 'InternalError', times: 1 })
    const forged = sdkClient({ ...key, secretKey: 'wrong' }, { endpoint: endpoint() })
    expect((await refusal(forged.CreateOrganization())).code).toBe('AuthFailure.SignatureFailure')
    expect((await refusal(sdkClient(key, { endpoint: endpoint() }).CreateOrganization())).code).toBe('InternalError')
  })

  test('takes no other code of the operation, and no operation that is not there', async () => {
    const state = await put('tencent:CreateGroup', { code: 'FailedOperation.ZoneIdNotExist' })
    expect(state).toMatchObject({ status: 400, body: { type: 'urn:rollcall:fault_code_undeclared', pointer: '/body/code' } })
    expect(state.body.detail).toContain('InternalError')
    for (const [method, body] of [['PUT', { code: 'InternalError' }], ['DELETE']] as const) {
      for (const operation of ['tencent:Nothing', 'CreateGroup', 'admin:CreateAccount', '__proto__']) {
        const { status, body: told } = await admin(world.server, method, path(operation), body)
        expect([operation, status, told.type]).toEqual([operation, 404, 'urn:rollcall:fault_target_unknown'])
      }
    }
    expect((await put('tencent:CreateGroup', { code: 'InternalError', times: 0 })).status).toBe(400)
    expect((await admin(world.server, 'GET', '/standin/faults')).body).toEqual({ items: [] })
  })

  test('may be set to every action with an error of the server itself', async () => {
    for (const action of actions) {
      const stated = action.errors.some(({ code, reach }) => code === 'InternalError' && reach !== 'fault')
      expect([action.name, faultCodes(action).includes('InternalError')]).toEqual([action.name, !stated])
    }
  })
})

test('a server without the stand-in has no such paths', async () => {
  const server = await startTestServer()
  try {
    for (const [method, rest] of [
      ['GET', ''],
      ['PUT', '/tencent:CreateGroup'],
      ['DELETE', '/tencent:CreateGroup'],
    ] as const)
      expect((await admin(server, method, `/standin/faults${rest}`, method === 'PUT' ? { code: 'InternalError' } : undefined)).status).toBe(
        404,
      )
  } finally {
    await server.stop()
  }
})
