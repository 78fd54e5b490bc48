import { describe, expect, test } from 'vitest'
import { eventsIn, newAccount, newMember } from '../../../kit/directory.ts'
import { joins, newCompany, older } from '../../../kit/leaving/companies.ts'
import { expected, type Kind, type Obstacle, obstacles, situation } from '../../../kit/leaving/obstacles.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('DeleteOrganizationMembers of 2018-12-25', () => {
  const world = sharedServer()

  test('the documented example, over the same members: all or none', async () => {
    const company = await newCompany(world.server)
    const member = await joins(world.server, company, 'invited')
    const stranger = await newAccount(world.server)
    const none = company.older.DeleteOrganizationMembers({ Uins: [member.uin, stranger.uin] })
    await expectRefusal(none, 'InvalidParameter', `No members of your organization: ${stranger.uin}`)
    expect((await member.client.DescribeOrganization({})).OrgId).toBe(company.organization)
    // Source: DeleteOrganizationMembers example.
    const answer = await company.older.DeleteOrganizationMembers({ Uins: [member.uin] })
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect((await eventsIn(world.server, `organization-${company.organization}`)).at(-1)).toMatchObject({ after: { how: 'removed' } })
  })

  test('refuses its creator, and who is not the manager', async () => {
    const company = await newCompany(world.server)
    const member = await newMember(world.server, company.organization)
    const creator = company.older.DeleteOrganizationMembers({ Uins: [company.uin] })
    await expectRefusal(creator, 'FailedOperation.DisableQuitSelfCreatedOrganization', String(company.uin))
    for (const account of [member, await newAccount(world.server)]) {
      const call = older(world.server, account).DeleteOrganizationMembers({ Uins: [member.uin] })
      await expectRefusal(call, 'ResourceNotFound.OrganizationNotExist', 'rganization')
    }
  })

  for (const [kind, fact] of eachBar('remove')) {
    test(`answers ${fact} with the code of 2021-03-31, upon an account that was ${kind}`, async () => {
      const { company, member } = await situation(world.server, kind, new Set([fact]))
      const [first] = expected(kind, new Set([fact])).remove
      const call = company.older.DeleteOrganizationMembers({ Uins: [member.uin] })
      await expectRefusal(call, first?.code as string, String(member.uin))
      expect((await member.client.DescribeOrganization({})).OrgId).toBe(company.organization)
    })
  }
})

describe('QuitOrganization of 2018-12-25', () => {
  const world = sharedServer()

  test('the documented example', async () => {
    const company = await newCompany(world.server)
    const member = await joins(world.server, company, 'invited')
    // Source: QuitOrganization example.
    const answer = await older(world.server, member).QuitOrganization({ OrgId: company.organization })
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    await expectRefusal(member.client.DescribeOrganization({}), 'ResourceNotFound.OrganizationNotExist', 'CreateOrganization')
  })

  test('refuses its creator, a stranger, and what is not the own organization', async () => {
    const company = await newCompany(world.server)
    const other = await newCompany(world.server)
    const OrgId = company.organization
    await expectRefusal(company.older.QuitOrganization({ OrgId }), 'FailedOperation.DisableQuitSelfCreatedOrganization', String(OrgId))
    const stranger = older(world.server, await newAccount(world.server))
    await expectRefusal(stranger.QuitOrganization({ OrgId }), 'ResourceNotFound.OrganizationNotExist', 'CreateOrganization')
    const member = older(world.server, await newMember(world.server, OrgId))
    for (const wrong of [other.organization, 7]) {
      await expectRefusal(
        member.QuitOrganization({ OrgId: wrong }),
        'ResourceNotFound.OrganizationNotExist',
        `You are no member of organization ${wrong}; yours is ${OrgId}`,
      )
    }
  })

  for (const [kind, fact] of eachBar('quit')) {
    test(`answers ${fact} with the code of 2021-03-31, upon an account that was ${kind}`, async () => {
      const { company, member } = await situation(world.server, kind, new Set([fact]))
      const [first] = expected(kind, new Set([fact])).quit
      const call = older(world.server, member).QuitOrganization({ OrgId: company.organization })
      await expectRefusal(call, first?.code as string, String(member.uin))
      expect((await member.client.DescribeOrganization({})).OrgId).toBe(company.organization)
    })
  }
})

/** Each fact that bars a way, upon an account of a kind that it can be put upon. */
function eachBar(way: 'remove' | 'quit'): [Kind, Obstacle][] {
  const kindOf = (fact: Obstacle): Kind => (fact === 'security_mail_missing' ? 'created' : 'invited')
  const barring = obstacles.filter((fact) => expected(kindOf(fact), new Set([fact]))[way].length > 0)
  return barring.map((fact) => [kindOf(fact), fact])
}
