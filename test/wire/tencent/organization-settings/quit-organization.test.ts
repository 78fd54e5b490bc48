import { describe, expect, test } from 'vitest'
import { eventsIn, newAccount, newMember } from '../../../kit/directory.ts'
import { joins, newCompany } from '../../../kit/leaving/companies.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('QuitOrganization', () => {
  const world = sharedServer()

  test('the documented example: a member leaves by itself', async () => {
    const company = await newCompany(world.server)
    const member = await joins(world.server, company, 'invited')
    const answer = await member.client.QuitOrganization({ OrgId: company.organization })
    // Source: QuitOrganization example.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    await expectRefusal(member.client.DescribeOrganization({}), 'ResourceNotFound.OrganizationNotExist', 'CreateOrganization')
    const { Total } = await company.client.DescribeOrganizationMembers({ Offset: 0, Limit: 10 })
    expect(Total).toBe(1)
    expect((await eventsIn(world.server, `organization-${company.organization}`)).at(-1)).toMatchObject({
      kind: 'account_left',
      subject: String(member.uin),
      actor: `key:${member.key.secretId}`,
      requestId: answer.RequestId,
      after: { how: 'quit' },
    })
  })

  test('refuses its creator: FailedOperation.DisableQuitSelfCreatedOrganization', async () => {
    const { client, organization } = await newCompany(world.server)
    const quit = client.QuitOrganization({ OrgId: organization })
    await expectRefusal(quit, 'FailedOperation.DisableQuitSelfCreatedOrganization', `organization ${organization}`)
    expect((await client.DescribeOrganization({})).OrgId).toBe(organization)
  })

  test('refuses what is not the own organization, and the member stays', async () => {
    const company = await newCompany(world.server)
    const other = await newCompany(world.server)
    const { client } = await newMember(world.server, company.organization)
    const quit = (OrgId: number) => client.QuitOrganization({ OrgId })
    await expectRefusal(quit(other.organization), 'ResourceNotFound.OrganizationMemberNotExist', `yours is ${company.organization}`)
    await expectRefusal(quit(7), 'InvalidParameter', `yours is ${company.organization}`)
    for (const wrong of [0, -1]) await expectRefusal(quit(wrong), 'InvalidParameter', 'OrgId')
    expect((await client.DescribeOrganization({})).OrgId).toBe(company.organization)
  })

  test('refuses an account without an organization: ResourceNotFound.OrganizationNotExist', async () => {
    const { organization } = await newCompany(world.server)
    const stranger = await newAccount(world.server)
    await expectRefusal(
      stranger.client.QuitOrganization({ OrgId: organization }),
      'ResourceNotFound.OrganizationNotExist',
      'no organization',
    )
  })
})
