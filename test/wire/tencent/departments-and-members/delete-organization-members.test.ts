import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { eventsIn, newAccount, newMember, placeMember } from '../../../kit/directory.ts'
import { type Company, joins, newCompany, setFacts } from '../../../kit/leaving/companies.ts'
import { expectRefusal, expectUnchanged } from '../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

describe('DeleteOrganizationMembers', () => {
  const world = sharedServer()
  removes(world)
  describe('refuses', () => refuses(world))
})

const uinsOf = async ({ client }: Company): Promise<number[]> => {
  const uins: number[] = []
  for (let Offset = 0; ; Offset += 50) {
    const { Items = [] } = await client.DescribeOrganizationMembers({ Offset, Limit: 50 })
    uins.push(...Items.map(({ MemberUin }) => MemberUin as number))
    if (Items.length < 50) return uins
  }
}

const left = async ({ server }: SharedServer, { organization }: Company) =>
  (await eventsIn(server, `organization-${organization}`)).filter(({ kind }) => kind === 'account_left')

function removes(world: SharedServer): void {
  test('the documented example: the account leaves and lives on, is in no list, and can join another organization', async () => {
    const company = await newCompany(world.server)
    const member = await joins(world.server, company, 'invited')
    const answer = await company.client.DeleteOrganizationMembers({ MemberUin: [member.uin] })
    // Source: DeleteOrganizationMembers example.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(await uinsOf(company)).toEqual([company.uin])
    await expectRefusal(member.client.DescribeOrganization({}), 'ResourceNotFound.OrganizationNotExist', 'CreateOrganization')
    expect(await left(world, company)).toMatchObject([
      {
        subject: String(member.uin),
        operation: 'DeleteOrganizationMembers',
        requestId: answer.RequestId,
        actor: `key:${company.key.secretId}`,
        before: { organization: company.organization, kind: 'invited' },
        after: { how: 'removed' },
      },
    ])
    const { OrgId } = await member.client.CreateOrganization()
    expect(OrgId).not.toBe(company.organization)
  })

  test('an account that the organization created goes when its security mail is bound, and may come back', async () => {
    const company = await newCompany(world.server)
    const { uin } = await joins(world.server, company, 'created')
    await setFacts(world.server, uin, { securityMail: true })
    await company.client.DeleteOrganizationMembers({ MemberUin: [uin] })
    expect((await admin<{ organization: null }>(world.server, 'GET', `/accounts/${uin}`)).body.organization).toBe(null)
    await placeMember(world.server, company.organization, uin)
  })

  test('a mail binding that waits goes with the membership', async () => {
    const company = await newCompany(world.server)
    const { uin } = await joins(world.server, company, 'created')
    const mail = { MemberUin: uin, Email: `m${uin}@example.com`, CountryCode: '86', Phone: '13812345678' }
    await company.client.AddOrganizationMemberEmail(mail)
    await expectRefusal(company.client.AddOrganizationMemberEmail(mail), 'FailedOperation.MemberEmailExist', String(uin))
    await setFacts(world.server, uin, { securityMail: true })
    await company.client.DeleteOrganizationMembers({ MemberUin: [uin] })
    await placeMember(world.server, company.organization, uin)
    await company.client.AddOrganizationMemberEmail(mail)
  })

  test('whoever was asked to let it pay is asked no more', async () => {
    const company = await newCompany(world.server)
    const payer = await joins(world.server, company, 'invited')
    const payee = await joins(world.server, company, 'invited')
    const relation = `/organizations/${company.organization}/entities/7`
    await admin(world.server, 'PUT', relation, { name: company.entity, managerUin: payer.uin })
    const money = { PolicyType: 'Financial', PermissionIds: [1, 2, 7], PayUin: String(payer.uin) }
    await company.client.UpdateOrganizationMember({ MemberUin: payee.uin, ...money })
    await admin(world.server, 'DELETE', relation)
    const status = async () => {
      const { Items = [] } = await company.client.DescribeOrganizationMembers({ Offset: 0, Limit: 50, SearchKey: String(payee.uin) })
      return Items[0]?.PermissionStatus
    }
    expect(await status()).toBe('UnConfirmed')
    await company.client.DeleteOrganizationMembers({ MemberUin: [payer.uin] })
    expect(await status()).toBe('Confirmed')
  })

  test('fifty in one call are one transaction, of which each is told; one that is named twice counts once', async () => {
    const company = await newCompany(world.server)
    const uins: number[] = []
    for (let count = 0; count < 50; count++) uins.push((await newMember(world.server, company.organization)).uin)
    const { RequestId } = await company.client.DeleteOrganizationMembers({ MemberUin: [...uins, uins[0] as number] })
    expect(await uinsOf(company)).toEqual([company.uin])
    const told = await left(world, company)
    expect(told.map(({ subject }) => Number(subject)).sort()).toEqual([...uins].sort())
    expect(new Set(told.map(({ requestId }) => requestId))).toEqual(new Set([RequestId]))
    expect(new Set(told.map(({ at }) => at)).size).toBe(1)
  })

  test('of sixteen who remove the same member, one does', async () => {
    const company = await newCompany(world.server)
    const { uin } = await newMember(world.server, company.organization)
    const calls = Array.from({ length: 16 }, () => company.client.DeleteOrganizationMembers({ MemberUin: [uin] }))
    const outcomes = (await Promise.allSettled(calls)).map((call) => (call.status === 'fulfilled' ? 'OK' : call.reason.code))
    expect(outcomes.sort()).toEqual([...Array(15).fill('InvalidParameter'), 'OK'])
    expect(await left(world, company)).toHaveLength(1)
  })
}

function refuses(world: SharedServer): void {
  /** Nothing changed: neither members nor what was recorded. */
  const unchanged = async (company: Company, call: () => Promise<unknown>, code: string, words: string | RegExp) => {
    const state = async () => [await uinsOf(company), await eventsIn(world.server, `organization-${company.organization}`)]
    await expectUnchanged(state, call, code, words)
  }

  test('fifty of which the last may not go: nobody goes', async () => {
    const company = await newCompany(world.server)
    const uins: number[] = []
    for (let count = 0; count < 50; count++) uins.push((await newMember(world.server, company.organization)).uin)
    const last = uins.at(-1) as number
    await setFacts(world.server, last, { usesShares: true })
    const call = () => company.client.DeleteOrganizationMembers({ MemberUin: uins })
    await unchanged(company, call, 'FailedOperation.ShareResourceMemberInUse', `Account ${last} uses resources`)
    await setFacts(world.server, last, { usesShares: false })
    await company.client.DeleteOrganizationMembers({ MemberUin: uins })
  })

  test('FailedOperation.DisableQuitSelfCreatedOrganization: its creator, alone or among others', async () => {
    const company = await newCompany(world.server)
    const { uin } = await newMember(world.server, company.organization)
    for (const MemberUin of [[company.uin], [uin, company.uin]]) {
      const call = () => company.client.DeleteOrganizationMembers({ MemberUin })
      await unchanged(company, call, 'FailedOperation.DisableQuitSelfCreatedOrganization', 'DeleteOrganization ends the organization')
    }
  })

  test('InvalidParameter: who is no member, by name, and then nobody goes; no one; what is no Uin', async () => {
    const company = await newCompany(world.server)
    const { uin } = await newMember(world.server, company.organization)
    const stranger = await newAccount(world.server)
    const elsewhere = await joins(world.server, await newCompany(world.server), 'invited')
    for (const one of [stranger.uin, elsewhere.uin, 5]) {
      const call = () => company.client.DeleteOrganizationMembers({ MemberUin: [uin, one] })
      await unchanged(company, call, 'InvalidParameter', `No members of your organization: ${one}`)
    }
    for (const MemberUin of [[], [0], [-1]]) {
      await unchanged(company, () => company.client.DeleteOrganizationMembers({ MemberUin }), 'InvalidParameter', 'MemberUin')
    }
  })

  test('ResourceNotFound.OrganizationNotExist: who has no organization, or is not its manager', async () => {
    const company = await newCompany(world.server)
    const member = await newMember(world.server, company.organization)
    const other = await newMember(world.server, company.organization)
    const stranger = await newAccount(world.server)
    for (const [{ client }, words] of [
      [stranger, 'CreateOrganization'],
      [member, 'manager account'],
    ] as const) {
      const call = () => client.DeleteOrganizationMembers({ MemberUin: [other.uin] })
      await unchanged(company, call, 'ResourceNotFound.OrganizationNotExist', words)
    }
  })
}
