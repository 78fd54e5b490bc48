import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { eventsOf, unique } from '../../../kit/directory.ts'
import { chinaTime } from '../../../kit/held-clock.ts'
import { addNode, newTree } from '../../../kit/organization/departments.ts'
import { invite } from '../../../kit/organization/invitations.ts'
import { adjust, create, memberOf, newCreated, newPair, putEntity, setAccount } from '../../../kit/organization/members.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

describe('CreateOrganizationMember', () => {
  const world = sharedServer()
  creates(world)
})

function creates(world: SharedServer): void {
  test('the documented example: a Uin; the account is a member and is verified as the manager is', async () => {
    const { place, company } = await newPair(world.server)
    const name = unique('member')
    const answer = await create(place, { Name: name, AccountName: `${name}.a` })
    // Source: CreateOrganizationMember example; Uins have twelve digits.
    expect(answer).toEqual({ Uin: expect.any(Number), RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(String(answer.Uin)).toMatch(/^\d{12}$/)
    const now = chinaTime(world.clock.now())
    expect(await memberOf(place, answer.Uin as number)).toEqual({
      MemberUin: answer.Uin,
      Name: name,
      MemberType: 'Create',
      OrgPolicyType: 'Financial',
      OrgPolicyName: 'Financial management',
      OrgPermission: [
        { Id: 1, Name: 'viewBill' },
        { Id: 2, Name: 'viewBalance' },
      ],
      NodeId: place.root,
      NodeName: 'Root',
      Remark: '',
      CreateTime: now,
      UpdateTime: now,
      // Source: semantics of members: a created one may never quit.
      IsAllowQuit: 'Denied',
      PayUin: '',
      PayName: '',
      OrgIdentity: [{ IdentityId: 1, IdentityAliasName: 'admin' }],
      BindStatus: 'Unbound',
      PermissionStatus: 'Confirmed',
      Tags: [],
      NickName: `${name}.a`,
    })
    const { body } = await admin(world.server, 'GET', `/accounts/${answer.Uin}`)
    expect(body).toMatchObject({
      name: `${name}.a`,
      verification: 'enterprise',
      entity: company,
      createdIn: place.organization,
      organization: place.organization,
    })
  })

  test('in a department, with remark, permissions, payer, identity and tags', async () => {
    const { place } = await newPair(world.server)
    const NodeId = await addNode(place)
    const uin = await newCreated(place, {
      NodeId,
      Remark: '备注',
      PermissionIds: [7, 1, 2, 4, 2],
      PayUin: String(place.uin),
      IdentityRoleID: [1],
      RecordId: 0,
      AuthRelationId: 0,
      Tags: [{ TagKey: 'team', TagValue: 'a' }],
    })
    expect(await memberOf(place, uin)).toMatchObject({
      NodeId,
      Remark: '备注',
      OrgPermission: [{ Id: 1 }, { Id: 2 }, { Id: 4 }, { Id: 7, Name: 'payOnBehalf' }],
      PayUin: String(place.uin),
      PayName: (await memberOf(place, place.uin)).Name,
      Tags: [{ TagKey: 'team', TagValue: 'a' }],
      IsAllowQuit: 'Denied',
    })
  })

  test('for a related company: verified as that one, and its administrator may pay', async () => {
    const { place, member } = await newPair(world.server)
    const name = unique('related')
    await putEntity(world.server, place, 5, name, member.uin)
    const uin = await newCreated(place, { AuthRelationId: 5, PermissionIds: [1, 2, 7], PayUin: String(member.uin) })
    expect((await admin(world.server, 'GET', `/accounts/${uin}`)).body).toMatchObject({ entity: name, verification: 'enterprise' })
    expect(await memberOf(place, uin)).toMatchObject({ PayUin: String(member.uin) })
  })

  // Source: 1031/58106, a new account is bound to the distributor of the manager; accounts are of one site.
  test('at the site and with the distributor of the manager: removed, it can be invited again', async () => {
    for (const manager of [{ facts: { site: 'international' } }, { kind: 'distributor_client', facts: { distributor: 'Reseller A' } }]) {
      const { place } = await newPair(world.server)
      await setAccount(world.server, place.uin, manager)
      const uin = await newCreated(place)
      expect((await admin(world.server, 'GET', `/accounts/${uin}`)).body).toMatchObject(manager)
      const [made] = (await eventsOf(world.server, String(uin))).filter(({ kind }) => kind === 'account_created')
      expect(made?.after).toMatchObject(manager)
      await setAccount(world.server, uin, { facts: { securityMail: true } })
      await place.client.DeleteOrganizationMembers({ MemberUin: [uin] })
      await invite(place, uin)
    }
  })

  test('permissions 3 and 10 once they are opened for the organization', async () => {
    const place = await newTree(world.server)
    await adjust(world.server, place, { facts: { openedPermissions: [3, 10] } })
    const uin = await newCreated(place, { PermissionIds: [1, 2, 3, 10] })
    expect((await memberOf(place, uin)).OrgPermission?.map(({ Id }) => Id)).toEqual([1, 2, 3, 10])
  })

  test('two event rows: an account among the accounts, and that it joined', async () => {
    const place = await newTree(world.server)
    const { Uin, RequestId } = await create(place)
    const common = { account: place.uin, dialect: 'tencent', operation: 'CreateOrganizationMember', requestId: RequestId, before: null }
    expect((await eventsOf(world.server, String(Uin))).sort((a, b) => a.kind.localeCompare(b.kind))).toMatchObject([
      { ...common, tenant: 'accounts', kind: 'account_created', after: { createdIn: place.organization } },
      {
        ...common,
        tenant: `organization-${place.organization}`,
        kind: 'account_joined',
        after: { organization: place.organization, node: place.root },
      },
    ])
  })
}
