import { describe, expect, test } from 'vitest'
import { onEveryEngine } from '../../../kit/engines.ts'
import {
  expectSameInvitations,
  invite,
  newColleague,
  newCompanyTree,
  newInvitee,
  setAccount,
} from '../../../kit/organization/invitations.ts'
import { answerAsked, create, expectSameMembers, memberOf, newCreated, newPair, type TestTree } from '../../../kit/organization/members.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

const arrears = 'UnsupportedOperation.MemberAccountArrears'
const orders = 'UnsupportedOperation.OrderInProgressExisted'
const payerArrears = 'UnsupportedOperation.PayerArrearsAndNoCreditAccount'

const unpaid = { PolicyType: 'Financial', PermissionIds: [1, 2] }
const paidBy = ({ uin }: { uin: number }) => ({ PolicyType: 'Financial', PermissionIds: [1, 2, 7], PayUin: String(uin) })

/** Source: 1031/52485, what must hold when an account begins to be paid for by another, and when that ends. */
onEveryEngine('pay-on-behalf', (engine) => {
  const world = sharedServer({ engine })
  describe('begins only when nothing is unpaid', () => begins(world))
  describe('is not for clients of a distributor', () => spares(world))
  describe('ends only when the member can pay itself', () => ends(world))
})

const settle = { balance: 0, openOrders: 0, paymentCard: true }

function facts(world: SharedServer, uin: number, wanted: Partial<typeof settle>) {
  return setAccount(world.server, uin, { facts: { ...settle, ...wanted } })
}

function change(place: TestTree, MemberUin: number, terms: object) {
  return place.client.UpdateOrganizationMember({ MemberUin, ...terms })
}

/** What is unpaid, on whose side, and how it is told. */
const hindrances = [
  ['payee', { balance: -1 }, arrears, 'balance is -1 cents'],
  ['payee', { openOrders: 2 }, orders, '2 of its orders'],
  ['payer', { balance: -20 }, payerArrears, 'balance is -20 cents'],
] as const

function begins(world: SharedServer): void {
  test('of a created member: MemberAccountArrears, OrderInProgressExisted, PayerArrearsAndNoCreditAccount', async () => {
    const { place } = await newPair(world.server)
    const uin = await newCreated(place)
    for (const [side, wrong, code, words] of hindrances) {
      const hindered = side === 'payee' ? uin : place.uin
      await facts(world, hindered, wrong)
      await expectSameMembers(world.server, place, () => change(place, uin, paidBy(place)), code, words)
      await facts(world, hindered, {})
    }
    // A card is needed by who pays itself.
    await facts(world, uin, { paymentCard: false })
    await change(place, uin, paidBy(place))
    expect(await memberOf(place, uin)).toMatchObject({ PayUin: String(place.uin) })
  })

  test('of an invited member: when it is asked, and when it answers', async () => {
    const { place, member } = await newPair(world.server)
    await facts(world, member.uin, { balance: -1 })
    await expectSameMembers(world.server, place, () => change(place, member.uin, paidBy(place)), arrears, String(member.uin))
    await facts(world, member.uin, {})
    await change(place, member.uin, paidBy(place))
    for (const [side, wrong, , words] of hindrances) {
      const hindered = side === 'payee' ? member.uin : place.uin
      await facts(world, hindered, wrong)
      const { status, body } = await answerAsked(world.server, place, member.uin, true)
      expect([status, JSON.stringify(body)]).toEqual([409, expect.stringContaining(words.split(' of ')[0] as string)])
      await facts(world, hindered, {})
    }
    expect((await answerAsked(world.server, place, member.uin, true)).status).toBe(200)
  })

  test('other permissions of one that is paid for already change whatever is unpaid', async () => {
    const { place } = await newPair(world.server)
    const uin = await newCreated(place, paidBy(place))
    await facts(world, uin, { balance: -1, openOrders: 1, paymentCard: false })
    await facts(world, place.uin, { balance: -1 })
    await change(place, uin, { ...paidBy(place), PermissionIds: [1, 2, 4, 7] })
    await change(place, uin, { Remark: 'still paid for' })
    expect(await memberOf(place, uin)).toMatchObject({ OrgPermission: [{}, {}, { Id: 4 }, { Id: 7 }], Remark: 'still paid for' })
  })

  test('InviteOrganizationMember and AcceptOrganizationInvitation', async () => {
    const place = await newCompanyTree(world.server)
    const colleague = await newColleague(world.server)
    const invitee = await newInvitee(world.server, place, paidBy(place))
    for (const [side, wrong, code, words] of hindrances) {
      const hindered = (payee: number) => (side === 'payee' ? payee : place.uin)
      await facts(world, hindered(colleague.uin), wrong)
      await facts(world, hindered(invitee.uin), wrong)
      await expectSameInvitations(world.server, place, () => invite(place, colleague.uin, paidBy(place)), code, words)
      const accept = () => invitee.older.AcceptOrganizationInvitation({ Id: invitee.id })
      await expectSameInvitations(world.server, place, accept, code, words)
      await facts(world, hindered(colleague.uin), {})
      await facts(world, hindered(invitee.uin), {})
    }
    await facts(world, colleague.uin, { balance: -1 })
    // Who is to pay itself may owe what it will.
    await invite(place, colleague.uin)
    await invitee.older.AcceptOrganizationInvitation({ Id: invitee.id })
    expect(await memberOf(place, invitee.uin)).toMatchObject({ PayUin: String(place.uin) })
  })

  test('CreateOrganizationMember: a new account owes nothing, its payer may', async () => {
    const { place } = await newPair(world.server)
    await facts(world, place.uin, { balance: -1 })
    await expectSameMembers(world.server, place, () => create(place, paidBy(place)), payerArrears, `Account ${place.uin}`)
    await create(place)
  })
}

/** Each of the two permissions that share money. */
const sharing = (place: { uin: number }) => [paidBy(place), { PolicyType: 'Financial', PermissionIds: [1, 2, 6] }]

function spares(world: SharedServer): void {
  const code = 'UnsupportedOperation.ExistedAgent'
  const client = (uin: number, distributor: string) =>
    setAccount(world.server, uin, distributor ? { kind: 'distributor_client', facts: { distributor } } : { kind: 'standard' })

  test('a member that is one, a manager that is one, and the account that this one creates', async () => {
    const { place, member } = await newPair(world.server)
    const uin = await newCreated(place)
    for (const terms of sharing(place)) {
      await client(uin, 'Reseller A')
      await expectSameMembers(world.server, place, () => change(place, uin, terms), code, `account ${uin} is one`)
      await client(uin, '')
      await client(place.uin, 'Reseller A')
      await expectSameMembers(world.server, place, () => change(place, uin, terms), code, `account ${place.uin} is one`)
      await expectSameMembers(world.server, place, () => create(place, terms), code, `account ${place.uin} is one`)
      await client(place.uin, '')
    }
    await change(place, member.uin, paidBy(place))
    await client(member.uin, 'Reseller A')
    const { status, body } = await answerAsked(world.server, place, member.uin, true)
    expect([status, body]).toMatchObject([409, { type: 'urn:rollcall:money_of_distributor_client' }])
    await change(place, uin, paidBy(place))
  })

  test('an account that is invited, and one that was', async () => {
    const place = await newCompanyTree(world.server)
    const colleague = await newColleague(world.server)
    const invitees = [await newInvitee(world.server, place, paidBy(place)), await newInvitee(world.server, place, sharing(place)[1])]
    for (const { uin } of [place, colleague, ...invitees]) await client(uin, 'Reseller A')
    for (const terms of sharing(place)) {
      await expectSameInvitations(world.server, place, () => invite(place, colleague.uin, terms), code, 'clients of a distributor')
    }
    for (const { older, id } of invitees) {
      const accept = () => older.AcceptOrganizationInvitation({ Id: id })
      await expectSameInvitations(world.server, place, accept, code, 'clients of a distributor')
    }
    await invite(place, colleague.uin, { PermissionIds: [1, 2, 4] })
  })
}

function ends(world: SharedServer): void {
  test('UnsupportedOperation.DeleteDelegatePayerNotAllow: the balance, open orders, no card of its own', async () => {
    const { place } = await newPair(world.server)
    const uin = await newCreated(place, paidBy(place))
    const code = 'UnsupportedOperation.DeleteDelegatePayerNotAllow'
    for (const [wrong, words] of [
      [{ balance: -3 }, 'balance -3 cents, 0 open order(s), a payment card'],
      [{ openOrders: 1 }, '1 open order(s)'],
      [{ paymentCard: false }, 'no payment card'],
    ] as const) {
      await facts(world, uin, wrong)
      await expectSameMembers(world.server, place, () => change(place, uin, unpaid), code, words)
    }
    await facts(world, uin, {})
    await change(place, uin, unpaid)
    expect(await memberOf(place, uin)).toMatchObject({ PayUin: '', OrgPermission: [{ Id: 1 }, { Id: 2 }] })
  })

  test('with the consent of an invited member to other permissions', async () => {
    const { place, member } = await newPair(world.server)
    await change(place, member.uin, paidBy(place))
    await answerAsked(world.server, place, member.uin, true)
    await change(place, member.uin, { ...unpaid, PermissionIds: [1, 2, 4] })
    await facts(world, member.uin, { paymentCard: false })
    const { status, body } = await answerAsked(world.server, place, member.uin, true)
    expect([status, body]).toMatchObject([409, { type: 'urn:rollcall:pay_on_behalf_unsettled' }])
    await facts(world, member.uin, {})
    expect((await answerAsked(world.server, place, member.uin, true)).body).toMatchObject({ permissions: [1, 2, 4], payer: null })
  })
}
