import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { newAccount, newMember } from '../../../kit/directory.ts'
import { joins, newCompany, setFacts, setOrganization } from '../../../kit/leaving/companies.ts'
import { type Obstacle, situation } from '../../../kit/leaving/obstacles.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

/** Source: CheckAccountDelete example, and the two members that it lacks, as their documentation says. */
const free = {
  IsCreateMember: true,
  DeletionPermission: true,
  IsAssignManager: false,
  IsAuthManager: false,
  IsShareManager: false,
  OperateProcess: false,
  BillingPermission: true,
  ExistResources: [],
  DetectFailedResources: [],
  CICRoleConfig: false,
  CICUserConfig: false,
}

/** Source: CheckAccountDelete, NotAllowReason. */
const reasons: [Obstacle, Partial<Record<keyof typeof free, unknown>>][] = [
  ['deletion_not_permitted', { DeletionPermission: false }],
  ['administers_services', { IsAssignManager: true }],
  ['administers_entity', { IsAuthManager: true }],
  ['shares_resources', { IsShareManager: true }],
  ['operate_process_set', { OperateProcess: true }],
  ['payer_not_settled', { BillingPermission: false }],
  ['payment_card_missing', { BillingPermission: false }],
  ['pays_for_members', { BillingPermission: false }],
  ['resources_left', { ExistResources: ['cvm'] }],
  ['role_deployed_to_account', { CICRoleConfig: true }],
  ['user_provisioned_to_account', { CICUserConfig: true }],
]

describe('CheckAccountDelete', () => {
  const world = sharedServer()
  const checked = async (...facts: Obstacle[]) => {
    const { company, member } = await situation(world.server, 'created', new Set(facts))
    const { RequestId: _, ...answer } = await company.client.CheckAccountDelete({ MemberUin: member.uin })
    return answer
  }

  test('the documented example: nothing is in the way', async () => {
    expect(await checked()).toEqual({ AllowDelete: true, NotAllowReason: free })
  })

  for (const [fact, reason] of reasons) {
    test(`${fact} is a reason`, async () => {
      expect(await checked(fact)).toEqual({ AllowDelete: false, NotAllowReason: { ...free, ...reason } })
    })
  }

  test('all reasons at once', async () => {
    const all = Object.assign({}, free, ...reasons.map(([, reason]) => reason))
    expect(await checked(...reasons.map(([fact]) => fact))).toEqual({ AllowDelete: false, NotAllowReason: all })
  })

  test('what bars other ways out is no reason: no security mail, use of shares', async () => {
    expect(await checked('security_mail_missing', 'uses_shares')).toEqual({ AllowDelete: true, NotAllowReason: free })
  })

  test('an account that joined by invitation, and products that could not be asked', async () => {
    const company = await newCompany(world.server)
    await setOrganization(world.server, company, { facts: { deletionPermission: true } })
    const { uin } = await joins(world.server, company, 'invited')
    await setFacts(world.server, uin, { undetectedResources: ['vpc'] })
    const { NotAllowReason, AllowDelete } = await company.client.CheckAccountDelete({ MemberUin: uin })
    expect(AllowDelete).toBe(false)
    expect(NotAllowReason).toEqual({ ...free, IsCreateMember: false, DetectFailedResources: ['vpc'] })
  })

  test('a company that it administers by a relation of the organization counts as well', async () => {
    const { company, member } = await situation(world.server, 'created', new Set())
    const path = `/organizations/${company.organization}/entities/3`
    await admin(world.server, 'PUT', path, { name: 'Lantern Trading', managerUin: member.uin })
    const { NotAllowReason } = await company.client.CheckAccountDelete({ MemberUin: member.uin })
    expect(NotAllowReason?.IsAuthManager).toBe(true)
    const refused = company.client.DeleteAccount({ MemberUin: member.uin })
    await expectRefusal(refused, 'FailedOperation.OrganizationAuthManageNotAllowDelete', 'Lantern Trading')
  })

  test('while the deletion is pending no other is allowed', async () => {
    expect(await checked('deletion_pending')).toEqual({ AllowDelete: false, NotAllowReason: free })
  })

  test('refuses who is no member, what is no Uin, and who is not the manager', async () => {
    const company = await newCompany(world.server)
    const stranger = await newAccount(world.server)
    const member = await newMember(world.server, company.organization)
    const check = ({ client }: Pick<typeof company, 'client'>, MemberUin: number) => client.CheckAccountDelete({ MemberUin })
    await expectRefusal(check(company, stranger.uin), 'ResourceNotFound.MemberNotExist', String(stranger.uin))
    for (const wrong of [0, -5]) await expectRefusal(check(company, wrong), 'InvalidParameter', 'MemberUin')
    await expectRefusal(check(stranger, member.uin), 'ResourceNotFound.OrganizationNotExist', 'CreateOrganization')
    await expectRefusal(check(member, member.uin), 'ResourceNotFound.OrganizationNotExist', 'manager account')
  })
})
