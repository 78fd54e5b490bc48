import { describe, expect, test } from 'vitest'
import { eventsIn, newAccount, newMember, newOrganization, type TestAccount } from '../../../kit/directory.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

describe('CreateOrganization', () => {
  const world = sharedServer()
  creates(world)
  describe('refuses', () => refuses(world))
})

function creates(world: SharedServer): void {
  test('the documented example: a number, and the nickname of the account, which becomes the manager', async () => {
    const { client, uin } = await newAccount(world.server, { name: '示例公司' })
    const answer = await client.CreateOrganization()
    // Source: CreateOrganization example.
    expect(answer).toEqual({ OrgId: expect.any(Number), NickName: '示例公司', RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(Number.isSafeInteger(answer.OrgId)).toBe(true)
    expect(await client.DescribeOrganization({})).toMatchObject({ OrgId: answer.OrgId, HostUin: uin, IsManager: true })
  })

  test('two organizations have two numbers', async () => {
    const [first, second] = [await newOrganization(world.server), await newOrganization(world.server)]
    expect(first.organization).not.toBe(second.organization)
  })

  test('two event rows in the stream of the organization: made, and joined by its manager', async () => {
    const { client, uin, key } = await newAccount(world.server)
    const { OrgId, RequestId } = await client.CreateOrganization()
    const { RootNodeId } = await client.DescribeOrganization({})
    const common = { actor: `key:${key.secretId}`, account: uin, dialect: 'tencent', operation: 'CreateOrganization', requestId: RequestId }
    expect(await eventsIn(world.server, `organization-${OrgId}`)).toMatchObject([
      {
        ...common,
        seq: 1,
        kind: 'organization_created',
        subject: String(OrgId),
        before: null,
        after: { manager: uin, rootNode: RootNodeId },
      },
      { ...common, seq: 2, kind: 'account_joined', subject: String(uin), before: null, after: { organization: OrgId, node: RootNodeId } },
    ])
  })
}

function refuses(world: SharedServer): void {
  const refused = async ({ client }: TestAccount, code: string, words: string | RegExp) => {
    await expectRefusal(client.CreateOrganization(), code, words)
    await expectRefusal(client.DescribeOrganization({}), 'ResourceNotFound.OrganizationNotExist', 'belongs to no organization')
  }

  test('FailedOperation.AuthInfoEmpty and AuthNotEnterprise: an account that is not verified, or only as a person', async () => {
    await refused(await newAccount(world.server, { verification: 'none' }), 'FailedOperation.AuthInfoEmpty', 'no real-name verification')
    const personal = await newAccount(world.server, { verification: 'personal' })
    await refused(personal, 'FailedOperation.AuthNotEnterprise', 'verified as personal')
  })

  test('UnsupportedOperation: an account of a kind that may not', async () => {
    const account = await newAccount(world.server, { kind: 'distributor_client' })
    await refused(account, 'UnsupportedOperation', 'kind distributor_client')
  })

  test('UnsupportedOperation.CreateMemberNotAllowCreateOrganization: an account that an organization created', async () => {
    const { organization } = await newOrganization(world.server)
    const account = await newAccount(world.server, { createdIn: organization })
    await refused(account, 'UnsupportedOperation.CreateMemberNotAllowCreateOrganization', `organization ${organization}`)
  })

  test('FailedOperation.OrganizationExistAlready: the manager of one, and a member of one', async () => {
    const manager = await newOrganization(world.server)
    const member = await newMember(world.server, manager.organization)
    for (const { client } of [manager, member]) {
      await expectRefusal(client.CreateOrganization(), 'FailedOperation.OrganizationExistAlready', `organization ${manager.organization}`)
      expect((await client.DescribeOrganization({})).OrgId).toBe(manager.organization)
    }
    const kinds = (await eventsIn(world.server, `organization-${manager.organization}`)).map(({ kind }) => kind)
    expect(kinds).toEqual(['organization_created', 'account_joined', 'account_joined'])
  })

  test('InvalidParameter: a body that is no object', async () => {
    const account = await newAccount(world.server)
    await expectRefusal(account.client.request('CreateOrganization', ['x']), 'InvalidParameter', 'object')
    await expectRefusal(account.client.DescribeOrganization({}), 'ResourceNotFound.OrganizationNotExist', 'CreateOrganization makes one')
  })
}
