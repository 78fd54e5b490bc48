import { describe, expect, test } from 'vitest'
import { newAccount, newMember, newOrganization, type TestAccount } from '../../../kit/directory.ts'
import { newTree, olderClient } from '../../../kit/organization/departments.ts'
import { newCreated } from '../../../kit/organization/members.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('the organization in 2018-12-25', () => {
  const world = sharedServer()
  const older = (account: TestAccount) => olderClient(world.server, account)

  test('CreateOrganization, the documented example; seen through both versions', async () => {
    const account = await newAccount(world.server, { name: 'host_name' })
    const { RequestId, ...answer } = await older(account).CreateOrganization({ OrgType: 1 })
    expect(RequestId).toMatch(/^[0-9a-f-]{36}$/)
    // Source: CreateOrganization example; an account has no mail here.
    expect(answer).toEqual({ OrgId: expect.any(Number), Nickname: 'host_name', Mail: '', OrgType: 1 })
    expect(await account.client.DescribeOrganization({})).toMatchObject({ OrgId: answer.OrgId, IsManager: true, HostUin: account.uin })
  })

  test('GetOrganization, the documented example: empty while the manager is alone', async () => {
    const account = await newAccount(world.server, { name: 'host_name' })
    const { OrgId } = await account.client.CreateOrganization()
    const { RequestId, ...answer } = await older(account).GetOrganization(null as never)
    expect(RequestId).toMatch(/^[0-9a-f-]{36}$/)
    // Source: GetOrganization example; IsEmpty 1 = no members.
    expect(answer).toEqual({ OrgId, HostUin: account.uin, Nickname: 'host_name', Mail: '', OrgType: 1, IsEmpty: 1 })
    const member = await newMember(world.server, OrgId as number)
    const { RequestId: _, ...seen } = await older(member).GetOrganization(null as never)
    expect(seen).toEqual({ ...answer, IsEmpty: 0 })
  })

  test('ResourceNotFound.OrganizationNotExist: GetOrganization of an account without one', async () => {
    const account = await newAccount(world.server)
    await expectRefusal(
      older(account).GetOrganization(null as never),
      'ResourceNotFound.OrganizationNotExist',
      'CreateOrganization makes one',
    )
  })

  test('FailedOperation.OrganizationExistAlready: CreateOrganization of a manager and of a member', async () => {
    const manager = await newOrganization(world.server)
    const member = await newMember(world.server, manager.organization)
    for (const account of [manager, member]) {
      const call = older(account).CreateOrganization({ OrgType: 1 })
      await expectRefusal(call, 'FailedOperation.OrganizationExistAlready', `organization ${manager.organization}`)
    }
  })

  test('FailedOperation: CreateOrganization of an account that may not', async () => {
    const { organization } = await newOrganization(world.server)
    for (const [facts, words] of [
      [{ verification: 'none' }, 'no real-name verification'],
      [{ verification: 'personal' }, 'verified as personal'],
      [{ kind: 'distributor_client' }, 'kind distributor_client'],
      [{ createdIn: organization }, `organization ${organization}`],
    ] as const) {
      const account = await newAccount(world.server, facts)
      await expectRefusal(older(account).CreateOrganization({ OrgType: 1 }), 'FailedOperation', words)
      await expectRefusal(account.client.DescribeOrganization({}), 'ResourceNotFound.OrganizationNotExist', 'belongs to no organization')
    }
  })

  test('InvalidParameterValue: an OrgType that is not 1', async () => {
    const account = await newAccount(world.server)
    await expectRefusal(older(account).CreateOrganization({ OrgType: 2 }), 'InvalidParameterValue', '`OrgType`')
    await expectRefusal(account.client.DescribeOrganization({}), 'ResourceNotFound.OrganizationNotExist', 'belongs to no organization')
  })

  test('GetOrganization tells of created members too', async () => {
    const place = await newTree(world.server)
    await newCreated(place)
    expect(await place.older.GetOrganization(null as never)).toMatchObject({ IsEmpty: 0 })
  })
})
