import { describe, expect, test } from 'vitest'
import { admin } from '../../kit/admin.ts'
import { type Key, sdkClient } from '../../kit/clients.ts'
import { newAccount, newZone, type TestAccount } from '../../kit/directory.ts'
import { sendRaw } from '../../kit/raw-request.ts'
import { expectRefusal } from '../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../kit/shared-server.ts'
import { tc3 } from './signing/independent-signer.ts'

/**
 * Each common code that a request can cause, once over real HTTP; every form of each stands in common-errors.test.ts.
 * UnauthorizedOperation is in zone-refusals.ts, RequestLimitExceeded in rates.test.ts, UnsupportedOperation in create-organization.test.ts.
 */
describe('common codes', () => {
  const world = sharedServer()
  describe('the signature', () => signatures(world))
  describe('keys', () => keys(world))
  describe('what is asked for', () => asked(world))
  describe('what is sent', () => sent(world))
})

const endpoint = ({ server }: SharedServer) => `127.0.0.1:${server.port}`
const callBy = (world: SharedServer, key: Key & { token?: string }) =>
  sdkClient(key, { endpoint: endpoint(world) }).DescribeOrganization({})

/** A request signed as the vendor describes it, now, with what the test wants different. */
async function raw(
  world: SharedServer,
  differing: Parameters<typeof tc3>[2] = {},
  action = 'DescribeOrganization',
  body: string | object = {},
) {
  const { key } = await newAccount(world.server)
  const timestamp = Math.floor(world.clock.now() / 1000)
  return tc3(action, body, { key, timestamp, host: endpoint(world), service: '127', ...differing })
}

async function expectRaw(world: SharedServer, request: Awaited<ReturnType<typeof raw>>, code: string, words: string): Promise<void> {
  const answer = await sendRaw(world.server.port, request)
  expect(answer).toEqual({
    // Source: API 3.0, error answers have status 200.
    status: 200,
    code,
    message: expect.stringContaining(words),
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
}

function signatures(world: SharedServer): void {
  test('AuthFailure.SignatureFailure: another secret', async () => {
    const { key } = await newAccount(world.server)
    // Source: the documented sentence.
    const sentence = 'The provided credentials could not be validated. Please check your signature is correct.'
    await expectRefusal(callBy(world, { ...key, secretKey: `${key.secretKey}x` }), 'AuthFailure.SignatureFailure', sentence)
  })

  test('AuthFailure.SignatureExpire: more than 300 seconds behind the server, or ahead', async () => {
    const now = Math.floor(world.clock.now() / 1000)
    for (const timestamp of [now - 301, now + 301]) {
      await expectRaw(world, await raw(world, { timestamp }), 'AuthFailure.SignatureExpire', '301 seconds')
    }
  })

  test('AuthFailure.InvalidAuthorization: none, another form, or the SKIP of unsigned calls', async () => {
    const { authorization: _, ...unsigned } = (await raw(world)).headers
    await expectRaw(world, { ...(await raw(world)), headers: unsigned }, 'AuthFailure.InvalidAuthorization', 'TC3-HMAC-SHA256 Credential=')
    for (const authorization of ['SKIP', 'Bearer abc']) {
      await expectRaw(world, await raw(world, { headers: { authorization } }), 'AuthFailure.InvalidAuthorization', 'Its form is')
    }
  })

  test('AuthFailure.TokenFailure: a session token with a permanent key', async () => {
    const { key } = await newAccount(world.server)
    await expectRefusal(callBy(world, { ...key, token: 'abc' }), 'AuthFailure.TokenFailure', 'X-TC-Token')
  })
}

function keys(world: SharedServer): void {
  const change = async ({ uin, key }: TestAccount, body: object) => {
    expect((await admin(world.server, 'PATCH', `/accounts/${uin}/keys/${key.secretId}`, body)).status).toBe(200)
  }
  const organized = async () => {
    const account = await newAccount(world.server)
    await account.client.CreateOrganization()
    return account
  }

  test('AuthFailure.InvalidSecretId: what is no id of a key', async () => {
    await expectRefusal(callBy(world, { secretId: 'alice', secretKey: 'x' }), 'AuthFailure.InvalidSecretId', 'AKID and 8 to 64')
  })

  test('AuthFailure.SecretIdNotFound: unknown, disabled, deleted, each at once', async () => {
    const unknown = { secretId: 'AKIDunknown1234', secretKey: 'x' }
    await expectRefusal(callBy(world, unknown), 'AuthFailure.SecretIdNotFound', unknown.secretId)
    const account = await organized()
    const { key, uin } = account
    await change(account, { status: 'disabled' })
    await expectRefusal(callBy(world, key), 'AuthFailure.SecretIdNotFound', 'disabled')
    await change(account, { status: 'enabled' })
    await callBy(world, key)
    expect((await admin(world.server, 'DELETE', `/accounts/${uin}/keys/${key.secretId}`)).status).toBe(204)
    await expectRefusal(callBy(world, key), 'AuthFailure.SecretIdNotFound', key.secretId)
  })

  test('IpInBlacklist and IpNotInWhitelist: rules of the key, in force at once', async () => {
    const account = await organized()
    await change(account, { ipDeny: ['127.0.0.0/8'] })
    await expectRefusal(callBy(world, account.key), 'IpInBlacklist', 'may not be used from 127.0.0.1')
    await change(account, { ipDeny: [], ipAllow: ['192.0.2.0/24'] })
    await expectRefusal(callBy(world, account.key), 'IpNotInWhitelist', 'may not be used from 127.0.0.1')
    await change(account, { ipAllow: ['192.0.2.0/24', '127.0.0.1'] })
    await callBy(world, account.key)
  })
}

function asked(world: SharedServer): void {
  test('InvalidAction: an action that is none, or in other letters', async () => {
    const { client } = await newAccount(world.server)
    await expectRefusal(client.request('DescribeOrganisation', {}), 'InvalidAction', 'DescribeOrganisation')
    await expectRefusal(client.request('describeOrganization', {}), 'InvalidAction', 'Did you mean "DescribeOrganization"')
    await expectRefusal(client.request('ListGrups', {}), 'InvalidAction', 'Did you mean "ListGroups"')
    // An action of the vendor that is not here yet is no misspelling of one that is.
    await expectRefusal(
      client.request('CreateOrganizationMemberPolicy', {}),
      'InvalidAction',
      'Not every action of the vendor is here yet: /docs/ lists those that are.',
    )
    await expectRefusal(
      client.request('X'.repeat(101), {}),
      'InvalidAction',
      'Not every action of the vendor is here yet: /docs/ lists those that are.',
    )
  })

  test('NoSuchVersion', async () => {
    await expectRaw(world, await raw(world, { headers: { 'x-tc-version': '2099-01-01' } }), 'NoSuchVersion', '2021-03-31')
  })

  test('NoSuchProduct: another product by the host and the scope', async () => {
    const vpc = { host: 'vpc.tencentcloudapi.com', service: 'vpc', headers: { 'x-tc-version': '2017-03-12' } }
    await expectRaw(world, await raw(world, vpc, 'DescribeVpcs'), 'NoSuchProduct', 'known: organization')
  })

  test('UnsupportedProtocol: a method but GET and POST', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      await expectRaw(world, { ...(await raw(world)), method }, 'UnsupportedProtocol', 'Use POST or GET')
    }
  })

  test('the real host of the vendor is answered too', async () => {
    const there = { host: 'organization.tencentcloudapi.com', service: 'organization' }
    await expectRaw(world, await raw(world, there), 'ResourceNotFound.OrganizationNotExist', 'CreateOrganization makes one')
  })
}

function sent(world: SharedServer): void {
  test('MissingParameter, UnknownParameter, InvalidParameter, InvalidParameterValue', async () => {
    const { client, zone: ZoneId } = await newZone(world.server)
    const call = (more: object) => client.request('ListGroupMembers', { ZoneId, GroupId: 'g-0', ...more })
    await expectRefusal(call({ GroupId: undefined }), 'MissingParameter', 'GroupId')
    await expectRefusal(call({ UserTypes: 'Manual' }), 'UnknownParameter', 'UserTypes')
    await expectRefusal(call({ UserType: 1 }), 'InvalidParameter', 'UserType')
    await expectRefusal(call({ UserType: 'Robot' }), 'InvalidParameterValue', 'UserType')
  })

  test('InvalidParameter: a body that is no JSON', async () => {
    await expectRaw(world, await raw(world, {}, 'DescribeOrganization', '{'), 'InvalidParameter', 'JSON')
  })

  test('InvalidRequest: multipart, which no action here takes', async () => {
    const multipart = { headers: { 'content-type': 'multipart/form-data; boundary=x' } }
    await expectRaw(world, await raw(world, multipart), 'InvalidRequest', 'application/json')
  })

  test('RequestSizeLimitExceeded: 32 KB of query, 1 MB of a form, 10 MB of JSON', async () => {
    const { client, key, zone: ZoneId } = await newZone(world.server)
    const filter = (length: number) => ({ ZoneId, Filter: 'x'.repeat(length) })
    const by = (signMethod: 'TC3-HMAC-SHA256' | 'HmacSHA256', reqMethod: 'GET' | 'POST') =>
      sdkClient(key, { endpoint: endpoint(world), signMethod, reqMethod })
    const code = 'RequestSizeLimitExceeded'
    // Source: documentation of request sizes.
    await expectRefusal(by('TC3-HMAC-SHA256', 'GET').ListUsers(filter(33_000)), code, 'larger than')
    await expectRefusal(by('HmacSHA256', 'GET').ListUsers(filter(33_000)), code, 'larger than')
    await expectRefusal(by('HmacSHA256', 'POST').ListUsers(filter(1_050_000)), code, 'larger than')
    await expectRefusal(client.ListUsers(filter(10_500_000)), code, 'larger than')
    // Large enough to be refused by one way is not too large for another.
    await expectRefusal(client.ListUsers(filter(1_050_000)), 'InvalidParameterValue', 'Filter')
  })
}
