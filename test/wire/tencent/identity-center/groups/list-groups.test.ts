import { describe, expect, test } from 'vitest'
import { newGroup, newZone, type TestZone, unique, withGroup } from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { chinaTime } from '../../../../kit/held-clock.ts'
import { expectRefusal } from '../../../../kit/refusals.ts'
import { newSource, newSyncedGroup } from '../../../../kit/scim.ts'
import { type SharedServer, sharedServer } from '../../../../kit/shared-server.ts'
import { pagesThrough } from '../paged-list.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

onEveryEngine('ListGroups', (engine) => {
  const world = sharedServer({ engine })
  shows(world)
  describe('filters', () => filters(world))
  describe('marks', () => marks(world))
  describe('sorts and skips', () => sorts(world))
  describe('pages', () =>
    pagesThrough({
      world,
      async fill(place, rows) {
        for (let count = 0; count < rows; count++) await newGroup(place)
        return {}
      },
      ask: list,
      ids: (answer) => answer.Groups?.map(({ GroupId }) => GroupId as string) ?? [],
      sizeCode: 'InvalidParameter.ParamError',
    }))
  refusesWithoutZone(world, (client, ZoneId) => client.ListGroups({ ZoneId }))
})

const list = ({ client, zone }: TestZone, parameters: object = {}) => client.ListGroups({ ZoneId: zone, ...parameters })
const namesOf = async (place: TestZone, parameters: object) => (await list(place, parameters)).Groups?.map(({ GroupName }) => GroupName)

function shows(world: SharedServer): void {
  test('the documented example, and an empty zone', async () => {
    const place = await newZone(world.server)
    const RequestId = expect.stringMatching(/^[0-9a-f-]{36}$/)
    expect(await list(place)).toEqual({ Groups: [], MaxResults: 10, TotalCounts: 0, IsTruncated: false, RequestId })
    const made = chinaTime(world.clock.now())
    const { group } = await withGroup(place, 1)
    // Source: ListGroups example.
    expect(await list(place, { MaxResults: 20, GroupType: 'Manual' })).toEqual({
      Groups: [
        {
          GroupName: expect.any(String),
          Description: '',
          CreateTime: made,
          GroupType: 'Manual',
          UpdateTime: made,
          GroupId: group,
          MemberCount: 1,
        },
      ],
      MaxResults: 20,
      TotalCounts: 1,
      IsTruncated: false,
      RequestId,
    })
  })
}

function filters(world: SharedServer): void {
  const named = async (...names: string[]) => {
    const place = await newZone(world.server)
    for (const GroupName of names) {
      await newGroup(place, { GroupName })
      world.clock.pass(1)
    }
    return place
  }

  test('GroupName eq, co and sw, and a plain part of the name; letter case does not matter', async () => {
    const place = await named('testGroup', 'testGroup2', 'latestGroup', 'other')
    // Source: example "GroupName eq testGroup"; open question 50.
    expect(await namesOf(place, { Filter: 'GroupName eq testGroup' })).toEqual(['testGroup'])
    expect(await namesOf(place, { Filter: 'GroupName eq "TESTgroup"' })).toEqual(['testGroup'])
    expect(await namesOf(place, { Filter: "GroupName EQ 'other'" })).toEqual(['other'])
    expect(await namesOf(place, { Filter: 'GroupName eq test' })).toEqual([])
    expect(await namesOf(place, { Filter: 'GroupName sw test' })).toEqual(['testGroup', 'testGroup2'])
    expect(await namesOf(place, { Filter: 'GroupName co group' })).toEqual(['testGroup', 'testGroup2', 'latestGroup'])
    expect(await namesOf(place, { Filter: 'TESTG' })).toEqual(['testGroup', 'testGroup2', 'latestGroup'])
    expect(await namesOf(place, { Filter: '' })).toHaveLength(4)
    expect((await list(place, { Filter: 'testGroup', MaxResults: 1 })).TotalCounts).toBe(3)
  })

  test('a name that a source gave is found as it is written, whatever spaces are in it', async () => {
    const place = await newZone(world.server)
    const source = await newSource(world.server, place)
    for (const displayName of ['Sales  EMEA', 'Sales EMEA', '销售　部', '销售\u00a0部']) {
      await newSyncedGroup(source, [], { displayName })
      for (const asked of [displayName, `"${displayName}"`]) {
        expect(await namesOf(place, { Filter: `GroupName eq ${asked}` })).toEqual([displayName])
        expect(await namesOf(place, { Filter: ` GroupName\teq   ${asked} ` })).toEqual([displayName])
      }
      expect(await namesOf(place, { Filter: displayName })).toEqual([displayName])
    }
  })

  test('signs that mean something to a database mean nothing here', async () => {
    const place = await named('a-b', 'axb')
    expect(await namesOf(place, { Filter: 'a-b' })).toEqual(['a-b'])
    for (const Filter of ['%', '_', 'a_b', "'", 'a*', '\\', 'GroupName co %', 'GroupName sw _'])
      expect(await namesOf(place, { Filter })).toEqual([])
  })

  test('InvalidParameter.ParamError: another operator, no value', async () => {
    const place = await newZone(world.server)
    for (const Filter of ['GroupName ne x', 'GroupName eq', 'GroupName sw ""', 'GroupName and x', 'GroupName constructor x']) {
      await expectRefusal(list(place, { Filter }), 'InvalidParameter.ParamError', 'GroupName eq VALUE')
    }
  })

  test('GroupType', async () => {
    const place = await newZone(world.server)
    await newGroup(place, { GroupName: 'by-hand' })
    await newGroup(place, { GroupName: 'by-source', GroupType: 'Synchronized' })
    expect(await namesOf(place, { GroupType: 'Manual' })).toEqual(['by-hand'])
    expect(await namesOf(place, { GroupType: 'Synchronized' })).toEqual(['by-source'])
    expect((await list(place, { GroupType: 'Synchronized' })).TotalCounts).toBe(1)
    expect(await namesOf(place, { GroupType: 'Synchronized', Filter: 'hand' })).toEqual([])
    await expectRefusal(list(place, { GroupType: 'synchronized' }), 'InvalidParameter.ParamError', 'GroupType')
  })
}

function marks(world: SharedServer): void {
  test('FilterUsers marks every row and hides none; without it no row is marked', async () => {
    const place = await newZone(world.server)
    const [first, second] = [await withGroup(place, 2), await withGroup(place, 1)]
    const third = await newGroup(place)
    const marked = async (FilterUsers?: string[]) => {
      const { Groups, TotalCounts } = await list(place, FilterUsers && { FilterUsers })
      expect(TotalCounts).toBe(3)
      return Object.fromEntries(Groups?.map(({ GroupId, IsSelected }) => [GroupId, IsSelected]) ?? [])
    }
    // Source: ListGroups model, FilterUsers and IsSelected.
    expect(await marked([first.users[1] as string])).toEqual({ [first.group]: true, [second.group]: false, [third]: false })
    expect(await marked([...first.users, ...second.users])).toEqual({ [first.group]: true, [second.group]: true, [third]: false })
    expect(await marked(['u-000000000000'])).toEqual({ [first.group]: false, [second.group]: false, [third]: false })
    expect(await marked([])).toEqual({ [first.group]: false, [second.group]: false, [third]: false })
    for (const group of (await list(place)).Groups ?? []) expect(group).not.toHaveProperty('IsSelected')
  })

  test('a user of another zone marks nothing', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    await withGroup(place, 1)
    const { users } = await withGroup(other, 1)
    expect((await list(place, { FilterUsers: users })).Groups).toMatchObject([{ IsSelected: false }])
  })
}

function sorts(world: SharedServer): void {
  const aged = async () => {
    const place = await newZone(world.server)
    for (const GroupName of ['old', 'middle', 'new']) {
      await newGroup(place, { GroupName })
      world.clock.pass(1000)
    }
    return place
  }

  test('CreateTime up and down; up when nothing is said', async () => {
    const place = await aged()
    expect(await namesOf(place, {})).toEqual(['old', 'middle', 'new'])
    expect(await namesOf(place, { SortField: 'CreateTime', SortType: 'Asc' })).toEqual(['old', 'middle', 'new'])
    expect(await namesOf(place, { SortField: 'CreateTime', SortType: 'Desc' })).toEqual(['new', 'middle', 'old'])
    const newestFirst = { SortField: 'CreateTime', SortType: 'Desc', MaxResults: 1 }
    const { NextToken } = await list(place, newestFirst)
    expect(await namesOf(place, { ...newestFirst, MaxResults: 2, NextToken })).toEqual(['middle', 'old'])
  })

  test('InvalidParameter.ParamError: one without the other, or an unknown one', async () => {
    const place = await newZone(world.server)
    const wrong = [
      { SortField: 'CreateTime' },
      { SortType: 'Asc' },
      { SortField: 'GroupName', SortType: 'Asc' },
      { SortField: 'CreateTime', SortType: 'desc' },
    ]
    for (const sorting of wrong) await expectRefusal(list(place, sorting), 'InvalidParameter.ParamError', /Sort(Field|Type)/)
  })

  test('Offset skips rows; a token wins over it; beyond the end there is nothing', async () => {
    const place = await aged()
    expect(await namesOf(place, { Offset: 1 })).toEqual(['middle', 'new'])
    expect(await list(place, { Offset: 3 })).toMatchObject({ Groups: [], TotalCounts: 3, IsTruncated: false })
    const { NextToken } = await list(place, { Offset: 1, MaxResults: 1 })
    expect(await namesOf(place, { NextToken, Offset: 0 })).toEqual(['new'])
    await expectRefusal(list(place, { Offset: -1 }), 'InvalidParameter.ParamError', 'Offset')
  })

  test('InvalidParameter.NextTokenInvalid: a token that was given with other parameters', async () => {
    const place = await aged()
    const asked = { MaxResults: 1, GroupType: 'Manual' }
    const { NextToken } = await list(place, asked)
    const others = [
      {},
      { GroupType: 'Synchronized' },
      { ...asked, Filter: 'o' },
      { ...asked, SortField: 'CreateTime', SortType: 'Desc' },
      { ...asked, FilterUsers: [] },
    ]
    for (const parameters of others)
      await expectRefusal(list(place, { ...parameters, NextToken }), 'InvalidParameter.NextTokenInvalid', 'same other parameters')
    const users = await place.client.ListUsers({ ZoneId: place.zone, NextToken } as never).catch((error: { code: string }) => error.code)
    expect(users).toBe('InvalidParameter.NextTokenInvalid')
  })

  test('rows that come and go while someone pages: none of those that stay is missed or seen twice', async () => {
    const place = await aged()
    const { NextToken, Groups } = await list(place, { MaxResults: 1 })
    await place.client.DeleteGroup({ ZoneId: place.zone, GroupId: Groups?.[0]?.GroupId as string })
    await newGroup(place, { GroupName: unique('newest') })
    expect(await namesOf(place, { NextToken })).toEqual(['middle', 'new', expect.stringMatching(/^newest-/)])
  })
}
