import { describe, expect, test } from 'vitest'
import { eventsIn, unique } from '../../../kit/directory.ts'
import { newTree, refusesOutsiders } from '../../../kit/organization/departments.ts'
import {
  adjust,
  create,
  expectSameMembers,
  membersOf,
  newCreated,
  newPair,
  putEntity,
  setAccount,
} from '../../../kit/organization/members.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

describe('CreateOrganizationMember refuses', () => {
  const world = sharedServer()
  refusesOutsiders(world, (account, place) => create({ ...place, client: account.client }))
  refusesByState(world)
  refusesMoney(world)
  refusesValues(world)
  refusesAtLimits(world)
})

function refusesByState(world: SharedServer): void {
  test('FailedOperation.AuthInfoEmpty and AuthNotEnterprise: a manager without a company to hand on', async () => {
    const place = await newTree(world.server)
    for (const [verification, code, words] of [
      ['none', 'FailedOperation.AuthInfoEmpty', 'no real-name verification'],
      ['personal', 'FailedOperation.AuthNotEnterprise', 'verified as personal'],
    ] as const) {
      await setAccount(world.server, place.uin, { verification })
      await expectSameMembers(world.server, place, () => create(place), code, words)
    }
  })

  test('FailedOperation.MemberNameUsed and OrganizationMemberNameUsed: a name of a member, or of an account', async () => {
    const place = await newTree(world.server)
    const [Name, AccountName] = [unique('m'), unique('a')]
    await create(place, { Name, AccountName })
    await expectSameMembers(world.server, place, () => create(place, { Name }), 'FailedOperation.MemberNameUsed', Name)
    const taken = () => create(place, { AccountName })
    await expectSameMembers(world.server, place, taken, 'FailedOperation.OrganizationMemberNameUsed', AccountName)
    const elsewhere = await newTree(world.server)
    await create(elsewhere, { Name, AccountName })
    expect(await membersOf(elsewhere, { SearchKey: Name })).toHaveLength(1)
  })

  test('ResourceNotFound.OrganizationNodeNotExist and FailedOperation.OrganizationNodeNotExist: no department, or one of others', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    const unknown = () => create(place, { NodeId: 1 })
    await expectSameMembers(world.server, place, unknown, 'ResourceNotFound.OrganizationNodeNotExist', 'No department 1')
    const elsewhere = () => create(place, { NodeId: other.root })
    await expectSameMembers(world.server, place, elsewhere, 'FailedOperation.OrganizationNodeNotExist', `Department ${other.root}`)
  })

  test('FailedOperation.CreateRecordNotExist and CreateRecordAlreadySuccess: no failed creation of this organization', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    const uin = await newCreated(place)
    await newCreated(other)
    await newCreated(other)
    const unknown = () => create(place, { RecordId: 2 })
    await expectSameMembers(world.server, place, unknown, 'FailedOperation.CreateRecordNotExist', 'No creation record 2')
    const done = () => create(place, { RecordId: 1 })
    await expectSameMembers(world.server, place, done, 'FailedOperation.CreateRecordAlreadySuccess', `account ${uin}`)
  })

  test('ResourceNotFound.OrganizationAuthRelationNotExist: no relation to that company, here', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    await putEntity(world.server, other, 7, 'Related Ltd', null)
    const call = () => create(place, { AuthRelationId: 7 })
    await expectSameMembers(world.server, place, call, 'ResourceNotFound.OrganizationAuthRelationNotExist', 'No entity relation 7')
  })
}

function refusesMoney(world: SharedServer): void {
  test('FailedOperation.OrganizationPermissionIllegal: unknown, mandatory ones missing, not opened', async () => {
    const place = await newTree(world.server)
    for (const [PermissionIds, words] of [
      [[1, 2, 11], 'no financial permission 11'],
      [[0, 1, 2], 'no financial permission 0'],
      [[1], 'misses 2'],
      [[2, 4], 'misses 1'],
      [[], 'misses 1'],
      [[1, 2, 3], 'permission 3 is not opened'],
      [[1, 2, 10], 'permission 10 is not opened'],
      [Array.from({ length: 101 }, () => 1), 'PermissionIds'],
    ] as const) {
      const call = () => create(place, { PermissionIds: [...PermissionIds] })
      await expectSameMembers(world.server, place, call, 'FailedOperation.OrganizationPermissionIllegal', words)
    }
  })

  test('FailedOperation.OrganizationPolicyIllegal: another policy type', async () => {
    const place = await newTree(world.server)
    for (const PolicyType of ['Finance', '', 'financial'])
      await expectSameMembers(
        world.server,
        place,
        () => create(place, { PolicyType }),
        'FailedOperation.OrganizationPolicyIllegal',
        'Financial',
      )
  })

  test('FailedOperation.PayUinIllegal: missing, needless, malformed, or no payer for this company', async () => {
    const { place, member, company } = await newPair(world.server)
    await putEntity(world.server, place, 1, 'Other Ltd', member.uin)
    for (const [wanted, words] of [
      [{ PermissionIds: [1, 2, 7] }, 'needs `PayUin`'],
      [{ PermissionIds: [1, 2, 7], PayUin: '' }, 'needs `PayUin`'],
      [{ PayUin: String(place.uin) }, 'without permission 7'],
      [{ PermissionIds: [1, 2, 7], PayUin: 'abc' }, 'PayUin'],
      [{ PermissionIds: [1, 2, 7], PayUin: String(member.uin) }, `the administrator of ${company}`],
      [{ PermissionIds: [1, 2, 7], PayUin: '-5' }, 'PayUin'],
    ] as const) {
      const call = () => create(place, { ...wanted, PermissionIds: [...('PermissionIds' in wanted ? wanted.PermissionIds : [1, 2])] })
      await expectSameMembers(world.server, place, call, 'FailedOperation.PayUinIllegal', words)
    }
  })

  test('InvalidParameter.OrganizationMemberNotExist and ResourceNotFound.OrganizationMemberNotExist: a payer from outside, or from nowhere', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    const paidBy = (payer: number) => () => create(place, { PermissionIds: [1, 2, 7], PayUin: String(payer) })
    const outside = paidBy(other.uin)
    await expectSameMembers(world.server, place, outside, 'InvalidParameter.OrganizationMemberNotExist', String(other.uin))
    await expectSameMembers(world.server, place, paidBy(5), 'ResourceNotFound.OrganizationMemberNotExist', '5 is no account')
  })
}

function refusesValues(world: SharedServer): void {
  test('InvalidParameter: names, remark, numbers and identities as they can not be', async () => {
    const place = await newTree(world.server)
    for (const [wanted, words] of [
      [{ Name: '' }, '`Name`'],
      [{ Name: 'x'.repeat(26) }, '`Name`'],
      [{ Name: 'a b' }, '`Name`'],
      [{ Name: '名'.repeat(26) }, '`Name`'],
      [{ AccountName: '' }, '`AccountName`'],
      [{ AccountName: 'a/b' }, '`AccountName`'],
      [{ AccountName: 'y'.repeat(26) }, '`AccountName`'],
      [{ Remark: 'r'.repeat(41) }, '`Remark`'],
      [{ NodeId: 0 }, '`NodeId`'],
      [{ RecordId: -1 }, '`RecordId`'],
      [{ AuthRelationId: -1 }, '`AuthRelationId`'],
      [{ IdentityRoleID: [1, 2] }, 'No identity 2'],
      [{ IdentityRoleID: [0] }, '`IdentityRoleID.0`'],
    ] as const) {
      const call = () => create(place, wanted as object)
      await expectSameMembers(world.server, place, call, 'InvalidParameter', words)
    }
  })

  test('names of 25 characters of every kind are taken', async () => {
    const place = await newTree(world.server)
    // Source: CreateOrganizationMember, Name: letters, digits, Chinese characters and +@&._[]-:,
    const names = ['名'.repeat(25), 'Aa0+@&._[]-:,', 'z'.repeat(25)]
    for (const Name of names) await create(place, { Name, AccountName: Name })
    expect((await membersOf(place)).map(({ Name }) => Name)).toEqual(expect.arrayContaining(names))
  })

  test('InvalidParameter.TagError: too many, twice the same key, reserved or malformed', async () => {
    const place = await newTree(world.server)
    const tag = (TagKey: string, TagValue = 'v') => ({ TagKey, TagValue })
    for (const [Tags, words] of [
      [Array.from({ length: 11 }, (_, index) => tag(`k${index}`)), '11 entries'],
      [[tag('k', 'a'), tag('k', 'b')], 'stands twice'],
      [[tag('qcs:k')], 'TagKey'],
      [[tag('')], 'TagKey'],
      [[tag('k', 'v'.repeat(256))], 'TagValue'],
    ] as const) {
      const call = () => create(place, { Tags: [...Tags] })
      await expectSameMembers(world.server, place, call, 'InvalidParameter.TagError', words)
    }
  })
}

function refusesAtLimits(world: SharedServer): void {
  test('LimitExceeded.OrganizationMemberOverLimit: 100 accounts unless it is set otherwise, the manager being one', async () => {
    const place = await newTree(world.server)
    await adjust(world.server, place, { limits: { members: 2 } })
    await newCreated(place)
    const accounts = (await eventsIn(world.server, 'accounts')).length
    await expectSameMembers(world.server, place, () => create(place), 'LimitExceeded.OrganizationMemberOverLimit', '2 accounts')
    expect(await eventsIn(world.server, 'accounts')).toHaveLength(accounts)
    await adjust(world.server, place, { limits: { members: 3 } })
    await newCreated(place)
  })

  test('LimitExceeded.CreateMemberOverLimit: accounts that were created, whoever has joined beside', async () => {
    const { place } = await newPair(world.server)
    await adjust(world.server, place, { limits: { createdMembers: 1 } })
    await newCreated(place)
    await expectSameMembers(world.server, place, () => create(place), 'LimitExceeded.CreateMemberOverLimit', 'created 1 accounts')
  })

  test('FailedOperation.CreateMemberAuthOverLimit: accounts that are verified as the company, in whatever organization', async () => {
    const { place, company } = await newPair(world.server)
    await adjust(world.server, place, { limits: { accountsPerEntity: 3 } })
    await newCreated(place)
    await expectSameMembers(world.server, place, () => create(place), 'FailedOperation.CreateMemberAuthOverLimit', company)
    await putEntity(world.server, place, 1, unique('related'), null)
    await newCreated(place, { AuthRelationId: 1 })
  })
}
