import { describe, expect, test } from 'vitest'
import { eventsIn, newMember } from '../../../kit/directory.ts'
import { newTree, refusesOutsiders } from '../../../kit/organization/departments.ts'
import { expectSameMembers, newCreated, newPair, putEntity } from '../../../kit/organization/members.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('DescribeOrganizationAuthNode', () => {
  const world = sharedServer()

  test('the documented example: companies that have an administrator, by their numbers', async () => {
    const place = await newTree(world.server)
    const first = await newMember(world.server, place.organization, { name: 'member_name' })
    const second = await newMember(world.server, place.organization)
    const other = await newTree(world.server)
    expect(await place.client.DescribeOrganizationAuthNode({ Offset: 0, Limit: 10 })).toMatchObject({ Total: 0, Items: [] })
    await putEntity(world.server, place, 2, 'other_name', second.uin)
    await putEntity(world.server, place, 1, 'auth_name', first.uin)
    await putEntity(world.server, place, 3, 'nobody administers', null)
    await putEntity(world.server, other, 4, 'auth_name', other.uin)
    const shown = { RelationId: 1, AuthName: 'auth_name', Manager: { MemberUin: first.uin, MemberName: 'member_name' } }
    const { RequestId, ...answer } = await place.client.DescribeOrganizationAuthNode({ Offset: 0, Limit: 10 })
    expect(RequestId).toMatch(/^[0-9a-f-]{36}$/)
    // Source: DescribeOrganizationAuthNode example.
    expect(answer).toEqual({ Total: 2, Items: [shown, expect.objectContaining({ RelationId: 2, AuthName: 'other_name' })] })
    const named = await place.client.DescribeOrganizationAuthNode({ Offset: 0, Limit: 10, AuthName: 'auth_name' })
    expect(named).toMatchObject({ Total: 1, Items: [shown] })
    const page = await place.client.DescribeOrganizationAuthNode({ Offset: 1, Limit: 1 })
    expect(page).toMatchObject({ Total: 2, Items: [{ RelationId: 2 }] })
  })

  test('a new administrator, none any more, and IsAuthManager with it', async () => {
    const { place, member } = await newPair(world.server)
    const administers = async () => (await member.client.DescribeOrganization({})).IsAuthManager
    const shown = async () => (await place.client.DescribeOrganizationAuthNode({ Offset: 0, Limit: 10 })).Items
    await putEntity(world.server, place, 1, 'Related', place.uin)
    expect([await administers(), await shown()]).toMatchObject([false, [{ Manager: { MemberUin: place.uin } }]])
    await putEntity(world.server, place, 1, 'Related', member.uin)
    expect([await administers(), await shown()]).toMatchObject([true, [{ Manager: { MemberUin: member.uin } }]])
    await putEntity(world.server, place, 1, 'Related', null)
    expect([await administers(), await shown()]).toEqual([false, []])
    const related = (managerUin: number | null) => ({ entity: { id: 1, name: 'Related', managerUin } })
    expect((await eventsIn(world.server, `organization-${place.organization}`)).slice(-3)).toMatchObject([
      { kind: 'organization_changed', before: { entity: null }, after: related(place.uin) },
      { kind: 'organization_changed', before: related(place.uin), after: related(member.uin) },
      { kind: 'organization_changed', before: related(member.uin), after: related(null) },
    ])
  })

  describe('refuses', () => {
    refusesOutsiders(world, ({ client }) => client.DescribeOrganizationAuthNode({ Offset: 0, Limit: 10 }))

    test('InvalidParameter: a page as it can not be', async () => {
      const place = await newTree(world.server)
      await newCreated(place)
      for (const wrong of [{ Limit: 0 }, { Limit: 51 }, { Offset: -1 }, { AuthName: 'x'.repeat(256) }]) {
        const call = () => place.client.DescribeOrganizationAuthNode({ Offset: 0, Limit: 10, ...wrong })
        await expectSameMembers(world.server, place, call, 'InvalidParameter', `\`${Object.keys(wrong)[0]}\``)
      }
    })
  })
})
