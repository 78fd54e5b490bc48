import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { sdkClient } from '../../../kit/clients.ts'
import { eventsIn, newAccount, newGroup, newMember, newUser, withGroup } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import {
  type Company,
  giveAccess,
  joins,
  newCompany,
  older as olderOf,
  payFor,
  payForAnother,
  setOrganization,
} from '../../../kit/leaving/companies.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'
import { startSideBySide } from '../../../kit/side-by-side.ts'

const versions = {
  '2021-03-31': ({ client }: Company) => client.DeleteOrganization(),
  '2018-12-25': ({ older }: Company) => older.DeleteOrganization(),
}

for (const [version, remove] of Object.entries(versions)) {
  describe(`DeleteOrganization of ${version}`, () => {
    const world = sharedServer()

    test('departments, invitations and the zone with all it holds go with it; its manager is free', async () => {
      const company = await newCompany(world.server)
      const { client, organization, zone, zoneName } = company
      await withGroup(company, 3)
      const { RootNodeId } = await client.DescribeOrganization({})
      await client.AddOrganizationNode({ ParentNodeId: RootNodeId as number, Name: 'Left' })
      const invitee = await newAccount(world.server, { entity: company.entity })
      await client.InviteOrganizationMember({
        MemberUin: invitee.uin,
        PolicyType: 'Financial',
        PermissionIds: [1, 2],
        Name: 'Late',
        NodeId: RootNodeId as number,
        IsAllowQuit: 'Allow',
      })
      const answer = await remove(company)
      // Source: DeleteOrganization example.
      expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
      await expectRefusal(client.DescribeOrganization({}), 'ResourceNotFound.OrganizationNotExist', 'CreateOrganization')
      expect((await admin(world.server, 'GET', `/organizations/${organization}`)).status).toBe(404)
      expect((await eventsIn(world.server, `organization-${organization}`)).slice(-2)).toMatchObject([
        { kind: 'account_left', subject: String(company.uin), after: { how: 'organization_deleted' } },
        {
          kind: 'organization_deleted',
          subject: String(organization),
          before: { manager: company.uin, zone },
          requestId: answer.RequestId,
        },
      ])
      expect((await eventsIn(world.server, zone)).at(-1)).toMatchObject({
        kind: 'zone_deleted',
        before: { name: zoneName, users: 3, groups: 1 },
      })
      // The name of the zone is free, and so is the manager.
      await client.CreateOrganization()
      const again = await client.OpenIdentityCenter({ ZoneName: zoneName })
      expect(again.ZoneId).not.toBe(zone)
      expect((await client.ListUsers({ ZoneId: again.ZoneId as string })).Users).toEqual([])
    })

    const refused = async (company: Company, code: string, words: string | RegExp) => {
      const state = async () => [
        await admin(world.server, 'GET', `/organizations/${company.organization}`),
        await eventsIn(world.server, `organization-${company.organization}`),
        await eventsIn(world.server, company.zone),
      ]
      const before = await state()
      await expectRefusal(remove(company), code, words)
      expect(await state()).toEqual(before)
    }

    test('refuses while members are left: FailedOperation.OrganizationNotEmpty', async () => {
      const company = await newCompany(world.server)
      await joins(world.server, company, 'invited')
      await joins(world.server, company, 'created')
      await refused(company, 'FailedOperation.OrganizationNotEmpty', '2 member(s)')
    })

    test('refuses while one pays for another: FailedOperation.MemberIsDelegatePayer… for its manager, MemberExistDelegatePayer… else', async () => {
      const company = await newCompany(world.server)
      const member = await joins(world.server, company, 'created')
      await payForAnother(world.server, company, member.uin)
      await refused(company, 'FailedOperation.MemberExistDelegatePayerNotAllowDelete', 'permission 7')
      await payFor(world.server, company, member.uin, company.uin, 'created')
      await refused(company, 'FailedOperation.MemberIsDelegatePayerNotAllowDelete', `${member.uin} among them`)
    })

    for (const [fact, code] of [
      ['sharesInUse', 'FailedOperation.ShareUnitNotEmpty'],
      ['policiesEnabled', 'FailedOperation.OrganizationPolicyIsNotDisabled'],
      ['memberPolicies', 'FailedOperation.OrgMemberPolicyExist'],
    ] as const) {
      test(`refuses while ${fact}: ${code}`, async () => {
        const company = await newCompany(world.server)
        await setOrganization(world.server, company, { facts: { [fact]: true } })
        await refused(company, code, fact)
        await setOrganization(world.server, company, { facts: { [fact]: false } })
        await remove(company)
      })
    }

    for (const [kind, code] of [
      ['role_assignment', 'UnsupportedOperation.AdminAccountExistCICRoleConfig'],
      ['user_provisioning', 'UnsupportedOperation.AdminAccountExistCICUserConfig'],
    ] as const) {
      test(`refuses while the zone reaches the manager by ${kind}: ${code}`, async () => {
        const company = await newCompany(world.server)
        await giveAccess(world.server, company, company.uin, kind)
        await refused(company, code, `account ${company.uin}`)
      })
    }

    test('refuses who has none, or is not its manager: ResourceNotFound.OrganizationNotExist', async () => {
      const company = await newCompany(world.server)
      const member = await newMember(world.server, company.organization)
      const stranger = await newAccount(world.server)
      const through = { ...company, client: stranger.client, older: olderOf(world.server, stranger) }
      await expectRefusal(remove(through), 'ResourceNotFound.OrganizationNotExist', 'CreateOrganization')
      const asMember = { ...company, client: member.client, older: olderOf(world.server, member) }
      await expectRefusal(remove(asMember), 'ResourceNotFound.OrganizationNotExist', 'manager account')
      expect((await company.client.DescribeOrganization({})).OrgId).toBe(company.organization)
    })

    test('of sixteen who delete it, one does', async () => {
      const company = await newCompany(world.server)
      const calls = await Promise.allSettled(Array.from({ length: 16 }, () => remove(company)))
      const outcomes = calls.map((call) => (call.status === 'fulfilled' ? 'OK' : call.reason.code)).sort()
      expect(outcomes).toEqual(['OK', ...Array(15).fill('ResourceNotFound.OrganizationNotExist')])
    })
  })
}

describe('DeleteOrganization', () => {
  const world = sharedServer()
  test('InvalidParameter: a body that is no object', async () => {
    const { client, organization } = await newCompany(world.server)
    await expectRefusal(client.request('DeleteOrganization', ['x'] as never), 'InvalidParameter', 'object')
    expect((await client.DescribeOrganization({})).OrgId).toBe(organization)
  })
})

onEveryEngine('an organization that is deleted while its zone is written to', (engine) => {
  test('is gone whole: who came before is gone with it, who came after found none', async () => {
    const [first, second = first] = await startSideBySide(engine)
    const company = await newCompany(first)
    const beside = { ...company, client: sdkClient(company.key, { endpoint: `127.0.0.1:${second.port}` }) }
    await newUser(company)
    const writing = Array.from({ length: 12 }, (_, index) => (index % 2 ? newUser(beside) : newGroup(beside)))
    const deleting = company.client.DeleteOrganization()
    const outcomes = await Promise.allSettled(writing)
    await deleting
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') continue
      expect(outcome.reason.code).toMatch(/(NotExist|NotOpen)$/)
    }
    const made = (await eventsIn(first, company.zone)).map(({ kind }) => kind)
    expect(made.indexOf('zone_deleted')).toBe(made.length - 1)
    const gone = (await eventsIn(first, company.zone)).at(-1)?.before as { users: number; groups: number }
    expect([gone.users, gone.groups]).toEqual([
      made.filter((kind) => kind === 'user_created').length,
      made.filter((kind) => kind === 'group_created').length,
    ])
  })
})
