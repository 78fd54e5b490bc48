import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { eventsIn, eventsOf, newMember, unique } from '../../../kit/directory.ts'
import { chinaTime } from '../../../kit/held-clock.ts'
import { newTree, refusesOutsiders } from '../../../kit/organization/departments.ts'
import { answerAsked, create, expectSameMembers, memberOf, newCreated, newPair } from '../../../kit/organization/members.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

const Financial = { PolicyType: 'Financial' }

describe('UpdateOrganizationMember', () => {
  const world = sharedServer()
  changes(world)
  asksForMore(world)
  describe('refuses', () => {
    refusesOutsiders(world, ({ client }, { uin }) => client.UpdateOrganizationMember({ MemberUin: uin, Remark: 'x' }))
    refusesByState(world)
    refusesValues(world)
  })
})

function changes(world: SharedServer): void {
  test('the documented example: name and remark; the rest stays', async () => {
    const place = await newTree(world.server)
    const uin = await newCreated(place, { Remark: 'old', Tags: [{ TagKey: 'k', TagValue: 'v' }] })
    const before = await memberOf(place, uin)
    world.clock.pass(5000)
    const Name = unique('new')
    const { RequestId } = await place.client.UpdateOrganizationMember({ Remark: 'create member', MemberUin: uin, Name })
    // Source: UpdateOrganizationMember example.
    expect(await memberOf(place, uin)).toEqual({ ...before, Name, Remark: 'create member', UpdateTime: chinaTime(world.clock.now()) })
    expect((await eventsOf(world.server, String(uin))).filter(({ kind }) => kind === 'member_changed')).toMatchObject([
      {
        tenant: `organization-${place.organization}`,
        operation: 'UpdateOrganizationMember',
        requestId: RequestId,
        before: { name: before.Name, remark: 'old' },
        after: { name: Name, remark: 'create member' },
      },
    ])
    await place.client.UpdateOrganizationMember({ MemberUin: uin, Remark: '' })
    expect((await memberOf(place, uin)).Remark).toBe('')
  })

  test('what changes nothing is not recorded, not even its own name', async () => {
    const place = await newTree(world.server)
    const uin = await newCreated(place)
    const state = async () => ({
      member: await memberOf(place, uin),
      events: await eventsIn(world.server, `organization-${place.organization}`),
    })
    const before = await state()
    world.clock.pass(5000)
    const same = { Name: before.member.Name as string, IsAllowQuit: 'Denied', IsModifyNickName: 0 }
    await place.client.UpdateOrganizationMember({ MemberUin: uin, ...same })
    await place.client.UpdateOrganizationMember({ MemberUin: uin, ...Financial, PermissionIds: [2, 1] })
    expect(await state()).toEqual(before)
  })

  test('IsModifyNickName: the account takes the name too', async () => {
    const place = await newTree(world.server)
    const uin = await newCreated(place)
    const before = (await memberOf(place, uin)).NickName
    const Name = unique('nick')
    await place.client.UpdateOrganizationMember({ MemberUin: uin, Name, IsModifyNickName: 1 })
    expect(await memberOf(place, uin)).toMatchObject({ Name, NickName: Name })
    expect((await eventsOf(world.server, String(uin))).find(({ kind }) => kind === 'account_changed')).toMatchObject({
      tenant: 'accounts',
      before: { name: before },
      after: { name: Name },
    })
  })

  test('IsAllowQuit of an invited member', async () => {
    const { place, member } = await newPair(world.server)
    for (const IsAllowQuit of ['Denied', 'Allow']) {
      await place.client.UpdateOrganizationMember({ MemberUin: member.uin, IsAllowQuit })
      expect(await memberOf(place, member.uin)).toMatchObject({ IsAllowQuit })
      expect(await member.client.DescribeOrganization({})).toMatchObject({ IsAllowQuit })
    }
  })

  test('permissions of a created member change at once, with who pays, and back', async () => {
    const { place } = await newPair(world.server)
    const uin = await newCreated(place)
    const paid = { ...Financial, PermissionIds: [1, 2, 6, 7], PayUin: String(place.uin) }
    await place.client.UpdateOrganizationMember({ MemberUin: uin, ...paid })
    expect(await memberOf(place, uin)).toMatchObject({
      OrgPermission: [{ Id: 1 }, { Id: 2 }, { Id: 6 }, { Id: 7 }],
      PayUin: String(place.uin),
      PermissionStatus: 'Confirmed',
    })
    await place.client.UpdateOrganizationMember({ MemberUin: uin, ...Financial, PermissionIds: [1, 2] })
    expect(await memberOf(place, uin)).toMatchObject({ OrgPermission: [{ Id: 1 }, { Id: 2 }], PayUin: '', PayName: '' })
  })

  test('the manager can be renamed', async () => {
    const place = await newTree(world.server)
    const Name = unique('boss')
    await place.client.UpdateOrganizationMember({ MemberUin: place.uin, Name, Remark: 'r' })
    expect(await memberOf(place, place.uin)).toMatchObject({ Name, Remark: 'r', IsAllowQuit: 'Denied' })
  })
}

function asksForMore(world: SharedServer): void {
  test('more permissions over an invited member wait for its consent, then hold; who is paid for may not quit', async () => {
    const { place, member } = await newPair(world.server)
    const { uin } = member
    await place.client.UpdateOrganizationMember({ MemberUin: uin, ...Financial, PermissionIds: [1, 2, 4, 7], PayUin: String(place.uin) })
    const waiting = { OrgPermission: [{ Id: 1 }, { Id: 2 }], PayUin: '', PermissionStatus: 'UnConfirmed', IsAllowQuit: 'Allow' }
    expect(await memberOf(place, uin)).toMatchObject(waiting)
    await place.client.UpdateOrganizationMember({ MemberUin: uin, Remark: 'meanwhile' })
    const given = await answerAsked(world.server, place, uin, true)
    expect(given).toMatchObject({ status: 200, body: { uin, permissions: [1, 2, 4, 7], payer: place.uin, mayQuit: 'denied' } })
    const PayName = (await memberOf(place, place.uin)).Name
    const granted = {
      OrgPermission: [{ Id: 1 }, { Id: 2 }, { Id: 4 }, { Id: 7 }],
      PayUin: String(place.uin),
      PayName,
      IsAllowQuit: 'Denied',
    }
    expect(await memberOf(place, uin)).toMatchObject({ ...granted, PermissionStatus: 'Confirmed', Remark: 'meanwhile' })
    expect(await member.client.DescribeOrganization({})).toMatchObject(granted)
    const [asked, , confirmed] = (await eventsOf(world.server, String(uin))).filter(({ kind }) => kind.startsWith('member_change'))
    expect(asked).toMatchObject({ kind: 'member_changed', before: { askedPermissions: null }, after: { askedPermissions: [1, 2, 4, 7] } })
    expect(confirmed).toMatchObject({
      kind: 'member_change_confirmed',
      before: { permissions: [1, 2], payer: null },
      after: { permissions: [1, 2, 4, 7], payer: place.uin, askedPermissions: null },
    })
    await place.client.UpdateOrganizationMember({ MemberUin: uin, ...Financial, PermissionIds: [1, 2, 4] })
    expect(await memberOf(place, uin)).toMatchObject({ PayUin: '', PermissionStatus: 'Confirmed', OrgPermission: [{}, {}, { Id: 4 }] })
    await place.client.UpdateOrganizationMember({ MemberUin: uin, IsAllowQuit: 'Allow' })
  })

  test('declined, all is as it was, and can be asked again', async () => {
    const { place, member } = await newPair(world.server)
    const before = await memberOf(place, member.uin)
    const ask = () => place.client.UpdateOrganizationMember({ MemberUin: member.uin, ...Financial, PermissionIds: [1, 2, 5] })
    await ask()
    expect((await answerAsked(world.server, place, member.uin, false)).body).toMatchObject({ permissions: [1, 2], payer: null })
    expect(await memberOf(place, member.uin)).toEqual(before)
    await ask()
    expect((await answerAsked(world.server, place, member.uin, true)).body).toMatchObject({ permissions: [1, 2, 5] })
  })
}

function refusesByState(world: SharedServer): void {
  const refused = async (
    place: Awaited<ReturnType<typeof newTree>>,
    MemberUin: number,
    change: object,
    code: string,
    words: string | RegExp,
  ) => expectSameMembers(world.server, place, () => place.client.UpdateOrganizationMember({ MemberUin, ...change }), code, words)

  test('ResourceNotFound.MemberNotExist: nobody, or somebody of another organization', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    for (const uin of [5, other.uin])
      await refused(place, uin, { Remark: 'x' }, 'ResourceNotFound.MemberNotExist', `Account ${uin} is no member`)
  })

  test('FailedOperation.MemberNameUsed and OrganizationMemberNameUsed: of another member, or of its account', async () => {
    const place = await newTree(world.server)
    const [Name, AccountName] = [unique('m'), unique('a')]
    await create(place, { Name, AccountName })
    const uin = await newCreated(place)
    await refused(place, uin, { Name }, 'FailedOperation.MemberNameUsed', Name)
    const renamed = { Name: AccountName, IsModifyNickName: 1 }
    const words = `${AccountName}. Choose another Name, or leave IsModifyNickName out.`
    await refused(place, uin, renamed, 'FailedOperation.OrganizationMemberNameUsed', words)
    await place.client.UpdateOrganizationMember({ MemberUin: uin, Name: AccountName })
  })

  test('FailedOperation.ChangePermissionRecordExist: an earlier change still waits for consent', async () => {
    const { place, member } = await newPair(world.server)
    await place.client.UpdateOrganizationMember({ MemberUin: member.uin, ...Financial, PermissionIds: [1, 2, 4] })
    for (const PermissionIds of [
      [1, 2, 4],
      [1, 2],
      [1, 2, 5],
    ]) {
      const code = 'FailedOperation.ChangePermissionRecordExist'
      await refused(place, member.uin, { ...Financial, PermissionIds }, code, `member ${member.uin} still waits`)
    }
  })

  test('FailedOperation.AuthInfoEmpty, AuthNotEnterprise and AuthInfoNotSame: 6 and 7 hold within one company', async () => {
    const { place } = await newPair(world.server)
    const joined = (facts: object) => newMember(world.server, place.organization, facts)
    const none = await joined({ verification: 'none' })
    const personal = await joined({ verification: 'personal' })
    const other = await joined({ entity: 'Other Ltd' })
    const inherited = { ...Financial, PermissionIds: [1, 2, 6] }
    const paid = { ...Financial, PermissionIds: [1, 2, 7], PayUin: String(place.uin) }
    for (const change of [inherited, paid]) {
      await refused(place, none.uin, change, 'FailedOperation.AuthInfoEmpty', `member ${none.uin} has none`)
      await refused(place, personal.uin, change, 'FailedOperation.AuthNotEnterprise', `member ${personal.uin} is verified as personal`)
      await refused(place, other.uin, change, 'FailedOperation.AuthInfoNotSame', 'Other Ltd')
    }
    await admin(world.server, 'PATCH', `/organizations/${place.organization}`, { facts: { trustedEntities: ['Other Ltd'] } })
    await place.client.UpdateOrganizationMember({ MemberUin: other.uin, ...inherited })
  })

  test('FailedOperation.PayUinIllegal: missing, needless, itself, no payer for the company, or from outside', async () => {
    const { place, member, company } = await newPair(world.server)
    const uin = await newCreated(place)
    const paying = (PayUin: number) => ({ ...Financial, PermissionIds: [1, 2, 7], PayUin: String(PayUin) })
    for (const [change, words] of [
      [{ ...Financial, PermissionIds: [1, 2, 7] }, 'needs `PayUin`'],
      [{ PayUin: String(place.uin) }, 'without permission 7'],
      [{ ...Financial, PermissionIds: [1, 2], PayUin: String(place.uin) }, 'without permission 7'],
      [paying(uin), `Account ${uin} can't pay`],
      [paying(member.uin), `the administrator of ${company}`],
      [paying((await newTree(world.server)).uin), 'no account of your organization'],
      [paying(5), '5 is no account'],
      [{ PayUin: 'x' }, '`PayUin`'],
    ] as const)
      await refused(place, uin, change, 'FailedOperation.PayUinIllegal', words)
  })

  test('InvalidParameter.AllowQuitIllegal: a member that is paid for, or is to be', async () => {
    const { place, member } = await newPair(world.server)
    const paid = { ...Financial, PermissionIds: [1, 2, 7], PayUin: String(place.uin) }
    const code = 'InvalidParameter.AllowQuitIllegal'
    await refused(place, member.uin, { ...paid, IsAllowQuit: 'Allow' }, code, `Account ${place.uin} pays`)
    await place.client.UpdateOrganizationMember({ MemberUin: member.uin, ...paid })
    await refused(place, member.uin, { IsAllowQuit: 'Allow' }, code, `was asked to let account ${place.uin} pay`)
    await answerAsked(world.server, place, member.uin, true)
    await refused(place, member.uin, { IsAllowQuit: 'Allow' }, code, `Account ${place.uin} pays`)
  })

  test('UnsupportedOperation.MemberNotAllowQuit: a created member', async () => {
    const place = await newTree(world.server)
    const uin = await newCreated(place)
    await refused(place, uin, { IsAllowQuit: 'Allow' }, 'UnsupportedOperation.MemberNotAllowQuit', `created account ${uin}`)
  })

  test('UnsupportedOperation: permissions, payer and quit setting of the manager', async () => {
    const place = await newTree(world.server)
    const { uin } = place
    for (const change of [{ ...Financial, PermissionIds: [1, 2] }, { PayUin: String(uin) }, { IsAllowQuit: 'Denied' }])
      await refused(place, uin, { ...change, Remark: 'x' }, 'UnsupportedOperation', `Account ${uin} is the manager`)
  })
}

function refusesValues(world: SharedServer): void {
  test('FailedOperation.OrganizationPermissionIllegal and OrganizationPolicyIllegal: wrong, or one without the other', async () => {
    const place = await newTree(world.server)
    const uin = await newCreated(place)
    const permission = 'FailedOperation.OrganizationPermissionIllegal'
    const policy = 'FailedOperation.OrganizationPolicyIllegal'
    for (const [change, code, words] of [
      [Financial, permission, 'without `PermissionIds`'],
      [{ ...Financial, PermissionIds: [1, 2, 12] }, permission, 'no financial permission 12'],
      [{ ...Financial, PermissionIds: [2] }, permission, 'misses 1'],
      [{ ...Financial, PermissionIds: [1, 2, 3] }, permission, 'permission 3 is not opened'],
      [{ PermissionIds: [1, 2] }, policy, 'without `PolicyType`'],
      [{ PolicyType: 'Other', PermissionIds: [1, 2] }, policy, 'Financial'],
    ] as const) {
      const call = () => place.client.UpdateOrganizationMember({ MemberUin: uin, ...(change as object) })
      await expectSameMembers(world.server, place, call, code, words)
    }
  })

  test('values as they can not be: InvalidParameter, and InvalidParameterValue of the switches', async () => {
    const place = await newTree(world.server)
    const uin = await newCreated(place)
    for (const [change, code] of [
      [{ Name: '' }, 'InvalidParameter'],
      [{ Name: 'x'.repeat(26) }, 'InvalidParameter'],
      [{ Remark: 'r'.repeat(41) }, 'InvalidParameter'],
      [{ IsAllowQuit: 'Maybe' }, 'InvalidParameterValue'],
      [{ IsModifyNickName: 2 }, 'InvalidParameterValue'],
    ] as const) {
      const call = () => place.client.UpdateOrganizationMember({ MemberUin: uin, ...change })
      await expectSameMembers(world.server, place, call, code, `\`${Object.keys(change)[0]}\``)
    }
    await place.client.UpdateOrganizationMember({ MemberUin: uin, Remark: '注'.repeat(40) })
  })
}
