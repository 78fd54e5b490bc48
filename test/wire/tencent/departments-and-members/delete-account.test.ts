import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { eventsIn, eventsOf, newAccount, newMember } from '../../../kit/directory.ts'
import { joins, newCompany, setFacts, setOrganization } from '../../../kit/leaving/companies.ts'
import { type Situation, situation } from '../../../kit/leaving/obstacles.ts'
import { expectRefusal, refusal } from '../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

describe('DeleteAccount', () => {
  const world = sharedServer()
  deletes(world)
  describe('refuses', () => refuses(world))
})

const ask = ({ company, member }: Situation) => company.client.DeleteAccount({ MemberUin: member.uin })

/** The work behind the calls is looked for twice a second. */
const finished = ({ server }: SharedServer, uin: number) =>
  expect.poll(async () => (await admin(server, 'GET', `/accounts/${uin}`)).status, { timeout: 15_000 }).toBe(404)

function deletes(world: SharedServer): void {
  test('the documented example: the account is gone soon, with its membership and its keys', async () => {
    const place = await situation(world.server, 'created', new Set())
    const { company, member } = place
    await setOrganization(world.server, company, { limits: { deletionReviewSeconds: 0 } })
    const answer = await ask(place)
    // Source: DeleteAccount example.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    await finished(world, member.uin)
    expect((await refusal(member.client.DescribeOrganization({}))).code).toBe('AuthFailure.SecretIdNotFound')
    const { Total } = await company.client.DescribeOrganizationMembers({ Offset: 0, Limit: 10 })
    expect(Total).toBe(1)
    const told = (await eventsIn(world.server, `organization-${company.organization}`)).filter(
      ({ subject }) => subject === String(member.uin),
    )
    expect(told.slice(-2)).toMatchObject([
      { kind: 'account_deletion_requested', requestId: answer.RequestId },
      { kind: 'account_left', actor: 'due-work', after: { how: 'deleted' } },
    ])
    const [deleted] = (await eventsOf(world.server, String(member.uin))).filter(({ kind }) => kind === 'account_deleted')
    expect(deleted).toMatchObject({ tenant: 'accounts', before: { uin: member.uin, keys: [member.key.secretId] } })
    expect((await admin(world.server, 'POST', `/accounts/${member.uin}/keys`, {})).status).toBe(404)
    await expectRefusal(ask(place), 'ResourceNotFound.MemberNotExist', String(member.uin))
  })

  test('until its time has come the account works, and a second call is FailedOperation.MemberAccountDeregisterPending', async () => {
    const place = await situation(world.server, 'created', new Set())
    await ask(place)
    const state = () => eventsIn(world.server, `organization-${place.company.organization}`)
    const before = await state()
    await expectRefusal(ask(place), 'FailedOperation.MemberAccountDeregisterPending', String(place.member.uin))
    expect(await state()).toEqual(before)
    expect((await place.member.client.DescribeOrganization({})).OrgId).toBe(place.company.organization)
    world.clock.pass(30_000)
    await finished(world, place.member.uin)
  })

  test('what comes in its way meanwhile withdraws it', async () => {
    const place = await situation(world.server, 'created', new Set())
    await ask(place)
    await setFacts(world.server, place.member.uin, { resources: ['cvm'] })
    world.clock.pass(30_000)
    const last = async () => (await eventsIn(world.server, `organization-${place.company.organization}`)).at(-1)
    await expect.poll(last, { timeout: 15_000 }).toMatchObject({ kind: 'account_deletion_withdrawn', after: { why: 'resources_left' } })
    await expectRefusal(ask(place), 'UnsupportedOperation.MemberAccountExistResource', 'cvm')
    await setFacts(world.server, place.member.uin, { resources: [] })
    await ask(place)
  })

  test('a removed member is not deleted any more', async () => {
    const place = await situation(world.server, 'created', new Set())
    const { company, member } = place
    await ask(place)
    await company.client.DeleteOrganizationMembers({ MemberUin: [member.uin] })
    const told = (await eventsIn(world.server, `organization-${company.organization}`)).slice(-2)
    expect(told).toMatchObject([
      { kind: 'account_deletion_withdrawn', after: { why: 'removed' } },
      { kind: 'account_left', after: { how: 'removed' } },
    ])
    world.clock.pass(30_000)
    // Another account's deletion that is due later shows that this one's time has been passed by.
    const other = await situation(world.server, 'created', new Set())
    await setOrganization(world.server, other.company, { limits: { deletionReviewSeconds: 0 } })
    await ask(other)
    await finished(world, other.member.uin)
    expect((await admin(world.server, 'GET', `/accounts/${member.uin}`)).status).toBe(200)
  })

  test('of sixteen who ask at the same time, one does', async () => {
    const place = await situation(world.server, 'created', new Set())
    const calls = await Promise.allSettled(Array.from({ length: 16 }, () => ask(place)))
    const outcomes = calls.map((call) => (call.status === 'fulfilled' ? 'OK' : call.reason.code)).sort()
    expect(outcomes).toEqual([...Array(15).fill('FailedOperation.MemberAccountDeregisterPending'), 'OK'])
  })
}

function refuses(world: SharedServer): void {
  test('who is no member, what is no Uin, the manager itself, and whoever is not the manager', async () => {
    const company = await newCompany(world.server)
    const stranger = await newAccount(world.server)
    const member = await newMember(world.server, company.organization)
    const remove = ({ client }: Pick<typeof company, 'client'>, MemberUin: number) => client.DeleteAccount({ MemberUin })
    await expectRefusal(remove(company, stranger.uin), 'ResourceNotFound.MemberNotExist', String(stranger.uin))
    for (const wrong of [0, -5]) await expectRefusal(remove(company, wrong), 'InvalidParameter', 'MemberUin')
    await expectRefusal(remove(company, company.uin), 'UnsupportedOperation.InviteAccountNotAllowDelete', String(company.uin))
    await expectRefusal(remove(stranger, member.uin), 'ResourceNotFound.OrganizationNotExist', 'CreateOrganization')
    await expectRefusal(remove(member, member.uin), 'ResourceNotFound.OrganizationNotExist', 'manager account')
  })

  test('a product that could not be asked counts as one with resources: UnsupportedOperation.MemberAccountExistResource', async () => {
    const company = await newCompany(world.server)
    await setOrganization(world.server, company, { facts: { deletionPermission: true } })
    const { uin } = await joins(world.server, company, 'created')
    await setFacts(world.server, uin, { undetectedResources: ['vpc'] })
    await expectRefusal(company.client.DeleteAccount({ MemberUin: uin }), 'UnsupportedOperation.MemberAccountExistResource', 'vpc')
  })
}
