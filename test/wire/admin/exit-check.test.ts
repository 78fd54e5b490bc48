import { describe, expect, test } from 'vitest'
import { admin } from '../../kit/admin.ts'
import { newAccount } from '../../kit/directory.ts'
import { type Company, joins, newCompany, payFor } from '../../kit/leaving/companies.ts'
import { type Obstacle, obstacles, situation, take, type Way } from '../../kit/leaving/obstacles.ts'
import { exitCheck, follow } from '../../kit/leaving/remedies.ts'
import { setInUse } from '../../kit/organization/services.ts'
import { sharedServer } from '../../kit/shared-server.ts'

describe('GET /admin/v1/accounts/{uin}/exit-check', () => {
  const world = sharedServer()

  test('who is free to go is told nothing', async () => {
    const { member } = await situation(world.server, 'invited', new Set())
    const { remove, quit } = await exitCheck(world.server, member.uin)
    expect([remove, quit]).toEqual([[], []])
  })

  test('each entry names its fact, its code, why in both languages, and the call that clears it', async () => {
    const { member } = await situation(world.server, 'invited', new Set<Obstacle>(['administers_services']))
    const { remove, quit } = await exitCheck(world.server, member.uin)
    expect(remove).toEqual([
      {
        fact: 'administers_services',
        code: 'UnsupportedOperation.MemberExistServiceNotAllowDelete',
        explanation: {
          en: `Account ${member.uin} is delegated administrator of cloudaudit. End that with DeleteOrgServiceAssign.`,
          zh: `账号 ${member.uin} 是 cloudaudit 的委派管理员，请先用 DeleteOrgServiceAssign 取消委派。`,
        },
        remedy: `DeleteOrgServiceAssign {"MemberUin":${member.uin},"Product":"cloudaudit"}`,
      },
    ])
    expect(quit).toEqual(remove)
  })

  for (const [kind, way] of [
    ['invited', 'remove'],
    ['invited', 'quit'],
    ['created', 'remove'],
    ['created', 'delete'],
  ] as const) {
    test(`the remedies, followed one after the other, lead out: everything upon an account that was ${kind}, by ${way}`, async () => {
      // A deletion that is pending is cleared by removing the account, which is no way to delete it.
      const facts = new Set<Obstacle>(obstacles.filter((fact) => fact !== 'deletion_pending'))
      const place = await situation(world.server, kind, facts)
      const barring = async () => (await exitCheck(world.server, place.member.uin))[way as Way]
      let left = await barring()
      for (let steps = 0; left.length > 0; steps++) {
        expect(steps).toBeLessThan(obstacles.length)
        const [first, ...others] = left
        await follow(world.server, place, first?.remedy as string)
        const now = await barring()
        // It cleared what it was for, and put nothing else in the way.
        expect(now.map(({ fact }) => fact)).toEqual(others.map(({ fact }) => fact).filter((fact) => now.some((one) => one.fact === fact)))
        expect(now.length).toBeLessThan(left.length)
        left = now
      }
      await take(way, place)
    })
  }

  test('what clears a payment keeps the other permissions', async () => {
    const company = await newCompany(world.server)
    const payee = await joins(world.server, company, 'created')
    await payFor(world.server, company, payee.uin, company.uin, 'created')
    const money = { PolicyType: 'Financial', PermissionIds: [1, 2, 7, 8], PayUin: String(company.uin) }
    await company.client.UpdateOrganizationMember({ MemberUin: payee.uin, ...money })
    const paying = (await exitCheck(world.server, company.uin)).remove.find(({ fact }) => fact === 'pays_for_members')
    await follow(world.server, { company }, paying?.remedy as string)
    const { Items = [] } = await company.client.DescribeOrganizationMembers({ Offset: 0, Limit: 50, SearchKey: String(payee.uin) })
    expect(Items[0]?.OrgPermission?.map(({ Id }) => Id)).toEqual([1, 2, 8])
  })

  describe('what must be cleared before a remedy is taken is the remedy', () => {
    const paid = (payer: number, ...more: number[]) => ({
      PolicyType: 'Financial',
      PermissionIds: [1, 2, 7, ...more],
      PayUin: String(payer),
    })

    /** Follows the remedies of what is told for a way out, as often as each needs. */
    async function clears(uin: number, way: Way, fact: string, company: Company): Promise<string[]> {
      const followed: string[] = []
      for (;;) {
        const entry = (await exitCheck(world.server, uin))[way].find((one) => one.fact === fact)
        if (!entry) return followed.map((remedy) => remedy.split(' ')[0] as string)
        expect(followed).not.toContain(entry.remedy)
        await follow(world.server, { company }, entry.remedy)
        followed.push(entry.remedy)
      }
    }

    test('a member that may not quit, and is asked to be paid for', async () => {
      const company = await newCompany(world.server)
      const { uin } = await joins(world.server, company, 'invited')
      await company.client.UpdateOrganizationMember({ MemberUin: uin, IsAllowQuit: 'Denied' })
      await company.client.UpdateOrganizationMember({ MemberUin: uin, ...paid(company.uin) })
      const [told] = (await exitCheck(world.server, uin)).quit
      expect(told?.explanation.en).toContain(`Member ${uin} answers first`)
      expect(await clears(uin, 'quit', 'quit_denied', company)).toEqual(['POST', 'UpdateOrganizationMember'])
    })

    test('a member that is asked for nothing but more permissions may be allowed to quit at once, and is still asked', async () => {
      const company = await newCompany(world.server)
      const { uin } = await joins(world.server, company, 'invited')
      const more = { IsAllowQuit: 'Denied', PolicyType: 'Financial', PermissionIds: [1, 2, 4] }
      await company.client.UpdateOrganizationMember({ MemberUin: uin, ...more })
      expect(await clears(uin, 'quit', 'quit_denied', company)).toEqual(['UpdateOrganizationMember'])
      const { Items = [] } = await company.client.DescribeOrganizationMembers({ Offset: 0, Limit: 50, SearchKey: String(uin) })
      expect(Items[0]?.PermissionStatus).toBe('UnConfirmed')
    })

    test('a member that is paid for, and asked for more: its own way, and that of its payer', async () => {
      for (const [way, fact] of [
        ['quit', 'quit_denied'],
        ['remove', 'pays_for_members'],
      ] as const) {
        const company = await newCompany(world.server)
        const { uin } = await joins(world.server, company, 'invited')
        await payFor(world.server, company, uin, company.uin, 'invited')
        await company.client.UpdateOrganizationMember({ MemberUin: uin, ...paid(company.uin, 8) })
        const leaving = way === 'quit' ? uin : company.uin
        expect(await clears(leaving, way, fact, company)).toEqual(['POST', 'UpdateOrganizationMember'])
      }
    })

    test('an account that is to be removed for it, and can not be yet', async () => {
      for (const [kind, way, obstacle] of [
        ['created', 'delete', 'security_mail_missing'],
        ['created', 'quit', 'administers_services'],
        ['invited', 'delete', 'uses_shares'],
      ] as const) {
        const facts = new Set<Obstacle>(kind === 'created' && way === 'delete' ? [obstacle, 'deletion_pending'] : [obstacle])
        const { company, member } = await situation(world.server, kind, facts)
        const [told] = (await exitCheck(world.server, member.uin))[way]
        expect(told?.remedy).toBe((await exitCheck(world.server, member.uin)).remove[0]?.remedy)
        await follow(world.server, { company }, told?.remedy as string)
        const [then] = (await exitCheck(world.server, member.uin))[way]
        expect([then?.fact, then?.remedy]).toEqual([told?.fact, `DeleteOrganizationMembers {"MemberUin":[${member.uin}]}`])
        await follow(world.server, { company }, then?.remedy as string)
        expect((await admin(world.server, 'GET', `/accounts/${member.uin}/exit-check`)).status).toBe(409)
      }
    })

    test('a delegated administrator whose service is in use', async () => {
      const company = await newCompany(world.server)
      const { uin } = await joins(world.server, company, 'invited')
      for (const Product of ['cam', 'cic']) await company.client.CreateOrgServiceAssign({ MemberUins: [uin], Product })
      await setInUse(world.server, company.organization, 'cic', uin, true)
      const steps = ['DeleteOrgServiceAssign', 'PATCH', 'DeleteOrgServiceAssign']
      expect(await clears(uin, 'quit', 'administers_services', company)).toEqual(steps)
    })
  })

  test('the manager: it can neither be removed nor quit, and was not created', async () => {
    const company = await newCompany(world.server)
    const told = await exitCheck(world.server, company.uin)
    expect([told.remove, told.quit].map((list) => list.map(({ fact }) => fact))).toEqual([
      ['manager_never_leaves'],
      ['manager_never_leaves'],
    ])
    expect(told.delete.map(({ fact }) => fact)).toContain('not_created_here')
    await follow(world.server, { company }, told.quit[0]?.remedy as string)
    expect((await admin<{ type: string }>(world.server, 'GET', `/accounts/${company.uin}/exit-check`)).body.type).toBe(
      'urn:rollcall:no_organization',
    )
  })

  test('an account that is nowhere, and one that is not there', async () => {
    const { uin } = await newAccount(world.server)
    const ask = (one: number) => admin<{ type: string }>(world.server, 'GET', `/accounts/${one}/exit-check`)
    expect(await ask(uin)).toMatchObject({ status: 409, body: { type: 'urn:rollcall:no_organization' } })
    expect(await ask(999)).toMatchObject({ status: 404, body: { type: 'urn:rollcall:account_not_found' } })
  })
})
