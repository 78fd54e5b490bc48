import { describe, expect, test } from 'vitest'
import { newGroup, newUser, newZone, type TestZone, withGroup } from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { chinaTime } from '../../../../kit/held-clock.ts'
import { expectRefusal } from '../../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../../kit/shared-server.ts'
import { pagesThrough } from '../paged-list.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

onEveryEngine('ListUsers', (engine) => {
  const world = sharedServer({ engine })
  shows(world)
  describe('filters', () => filters(world))
  describe('marks', () => marks(world))
  describe('sorts and skips', () => sorts(world))
  describe('pages', () =>
    pagesThrough({
      world,
      async fill(place, rows) {
        for (let count = 0; count < rows; count++) await newUser(place)
        return {}
      },
      ask: list,
      ids: (answer) => answer.Users?.map(({ UserId }) => UserId as string) ?? [],
      sizeCode: 'InvalidParameter.ParamError',
    }))
  refusesWithoutZone(world, (client, ZoneId) => client.ListUsers({ ZoneId }))
})

const list = ({ client, zone }: TestZone, parameters: object = {}) => client.ListUsers({ ZoneId: zone, ...parameters })
const namesOf = async (place: TestZone, parameters: object) => (await list(place, parameters)).Users?.map(({ UserName }) => UserName)

function shows(world: SharedServer): void {
  test('the documented example, without a password', async () => {
    const place = await newZone(world.server)
    const said = { FirstName: 'john', LastName: 'smith', DisplayName: 'john', Description: 'this is user', Email: 'test@example' }
    await place.client.CreateUser({ ZoneId: place.zone, UserName: 'user1', ...said })
    const made = chinaTime(world.clock.now())
    // Source: ListUsers example; NeedResetPassword from the model of UserInfo.
    expect(await list(place)).toEqual({
      TotalCounts: 1,
      MaxResults: 10,
      Users: [
        {
          ...said,
          UserName: 'user1',
          UserStatus: 'Enabled',
          UserType: 'Manual',
          UserId: expect.stringMatching(/^u-/),
          CreateTime: made,
          UpdateTime: made,
          NeedResetPassword: false,
        },
      ],
      IsTruncated: false,
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })
}

function filters(world: SharedServer): void {
  test('Filter is found anywhere in UserName, Email, UserId or Description; letter case does not matter', async () => {
    const place = await newZone(world.server)
    const { UserInfo } = await place.client.CreateUser({ ZoneId: place.zone, UserName: 'Wang.Wu', Email: 'wu@Example.com' })
    await place.client.CreateUser({ ZoneId: place.zone, UserName: 'other', Description: '销售部 Übung, Sales', DisplayName: 'Display' })
    // Source: ListUsers model, Filter.
    for (const Filter of ['Wang.Wu', 'wang', 'NG.W', 'WU@example', UserInfo?.UserId, UserInfo?.UserId?.toUpperCase().slice(3)]) {
      expect(await namesOf(place, { Filter })).toEqual(['Wang.Wu'])
    }
    for (const Filter of ['销售', 'Übung', 'SALES', 'übung, sales'.slice(1)]) expect(await namesOf(place, { Filter })).toEqual(['other'])
    expect(await namesOf(place, { Filter: 'Display' })).toEqual([])
    expect(await namesOf(place, { Filter: '' })).toHaveLength(2)
    expect(await list(place, { Filter: 'wang', MaxResults: 1 })).toMatchObject({ TotalCounts: 1, IsTruncated: false })
  })

  test('signs that mean something to a database mean nothing here', async () => {
    const place = await newZone(world.server)
    await newUser(place, { UserName: 'a.b' })
    for (const Filter of ['%', 'a_b', "'", '"', 'a*', '\\', "' or 1=1 --"]) expect(await namesOf(place, { Filter })).toEqual([])
  })

  test('UserStatus and UserType, alone and together', async () => {
    const place = await newZone(world.server)
    for (const UserType of ['Manual', 'Synchronized']) {
      for (const UserStatus of ['Enabled', 'Disabled']) {
        await place.client.CreateUser({ ZoneId: place.zone, UserName: `${UserType}-${UserStatus}`, UserType, UserStatus })
        world.clock.pass(1)
      }
    }
    expect(await namesOf(place, { UserStatus: 'Disabled' })).toEqual(['Manual-Disabled', 'Synchronized-Disabled'])
    expect(await namesOf(place, { UserType: 'Synchronized' })).toEqual(['Synchronized-Enabled', 'Synchronized-Disabled'])
    const both = await list(place, { UserType: 'Manual', UserStatus: 'Enabled', MaxResults: 1 })
    expect(both).toMatchObject({ TotalCounts: 1, Users: [{ UserName: 'Manual-Enabled' }] })
    expect(await namesOf(place, { UserType: 'Manual', Filter: 'synchronized' })).toEqual([])
    for (const wrong of [{ UserType: 'manual' }, { UserStatus: 'enabled' }]) {
      await expectRefusal(list(place, wrong), 'InvalidParameter.ParamError', Object.keys(wrong)[0] as string)
    }
  })
}

function marks(world: SharedServer): void {
  test('FilterGroups marks every row and hides none; without it no row is marked', async () => {
    const place = await newZone(world.server)
    const [first, second] = [await withGroup(place, 1), await withGroup(place, 1)]
    const empty = await newGroup(place)
    const [one, two] = [first.users[0] as string, second.users[0] as string]
    const marked = async (FilterGroups?: string[]) => {
      const { Users, TotalCounts } = await list(place, FilterGroups && { FilterGroups })
      expect(TotalCounts).toBe(2)
      return Object.fromEntries(Users?.map(({ UserId, IsSelected }) => [UserId, IsSelected]) ?? [])
    }
    // Source: ListUsers model, FilterGroups and IsSelected.
    expect(await marked([first.group])).toEqual({ [one]: true, [two]: false })
    expect(await marked([first.group, second.group, empty])).toEqual({ [one]: true, [two]: true })
    expect(await marked([empty, 'g-000000000000'])).toEqual({ [one]: false, [two]: false })
    expect(await marked([])).toEqual({ [one]: false, [two]: false })
    for (const user of (await list(place)).Users ?? []) expect(user).not.toHaveProperty('IsSelected')
  })

  test('a group of another zone marks nothing', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    await withGroup(place, 1)
    const { group } = await withGroup(other, 1)
    expect((await list(place, { FilterGroups: [group] })).Users).toMatchObject([{ IsSelected: false }])
  })
}

function sorts(world: SharedServer): void {
  const aged = async () => {
    const place = await newZone(world.server)
    for (const UserName of ['old', 'middle', 'new']) {
      await newUser(place, { UserName })
      world.clock.pass(1000)
    }
    return place
  }

  test('CreateTime up and down; up when nothing is said', async () => {
    const place = await aged()
    expect(await namesOf(place, {})).toEqual(['old', 'middle', 'new'])
    expect(await namesOf(place, { SortField: 'CreateTime', SortType: 'Asc' })).toEqual(['old', 'middle', 'new'])
    const newestFirst = { SortField: 'CreateTime', SortType: 'Desc', MaxResults: 1 }
    expect(await namesOf(place, { ...newestFirst, MaxResults: 3 })).toEqual(['new', 'middle', 'old'])
    const { NextToken } = await list(place, newestFirst)
    expect(await namesOf(place, { ...newestFirst, MaxResults: 2, NextToken })).toEqual(['middle', 'old'])
  })

  test('InvalidParameter.ParamError: one without the other, or an unknown one', async () => {
    const place = await newZone(world.server)
    const unknown = [
      { SortField: 'UserName', SortType: 'Asc' },
      { SortField: 'CreateTime', SortType: 'Up' },
    ]
    for (const sorting of [{ SortField: 'CreateTime' }, { SortType: 'Desc' }, ...unknown]) {
      await expectRefusal(list(place, sorting), 'InvalidParameter.ParamError', /Sort(Field|Type)/)
    }
  })

  test('Offset skips rows; a token wins over it; beyond the end there is nothing', async () => {
    const place = await aged()
    expect(await namesOf(place, { Offset: 2 })).toEqual(['new'])
    expect(await list(place, { Offset: 30 })).toMatchObject({ Users: [], TotalCounts: 3, IsTruncated: false })
    const { NextToken } = await list(place, { Offset: 1, MaxResults: 1 })
    expect(await namesOf(place, { NextToken, Offset: 2 })).toEqual(['new'])
    await expectRefusal(list(place, { Offset: -1 }), 'InvalidParameter.ParamError', 'Offset')
  })

  test('InvalidParameter.NextTokenInvalid: a token that was given with other parameters', async () => {
    const place = await aged()
    const asked = { MaxResults: 1, UserType: 'Manual' }
    const { NextToken } = await list(place, asked)
    expect(await namesOf(place, { ...asked, NextToken })).toEqual(['middle'])
    for (const more of [{ UserType: undefined }, { UserStatus: 'Enabled' }, { Filter: 'o' }, { FilterGroups: ['g-000000000000'] }]) {
      await expectRefusal(list(place, { ...asked, ...more, NextToken }), 'InvalidParameter.NextTokenInvalid', 'same other parameters')
    }
  })

  test('users that come and go while someone pages: none of those that stay is missed or seen twice', async () => {
    const place = await aged()
    const { NextToken, Users } = await list(place, { MaxResults: 1 })
    await place.client.DeleteUser({ ZoneId: place.zone, UserId: Users?.[0]?.UserId as string })
    await newUser(place, { UserName: 'newest' })
    expect(await namesOf(place, { NextToken })).toEqual(['middle', 'new', 'newest'])
  })
}
