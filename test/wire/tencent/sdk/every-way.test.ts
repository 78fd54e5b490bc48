import { describe, expect, test } from 'vitest'
import { newGroup, newUser, newZone, type TestZone, unique } from '../../../kit/directory.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import type { Call } from '../../../kit/sdk/intl-client.ts'
import { reachLocalhostNames } from '../../../kit/sdk/localhost-names.ts'
import { sharedServer } from '../../../kit/shared-server.ts'
import { clients, reqMethods, signMethods } from './both-clients.ts'

reachLocalhostNames()
const world = sharedServer()
const hosts = ['127.0.0.1', 'localhost', 'organization.localhost']

interface Place extends TestZone {
  readonly group: string
  readonly inside: string
  readonly outside: string
}

let made: Promise<Place> | undefined

/** One zone for all ways: each leaves it as it found it. */
function place(): Promise<Place> {
  const make = async (): Promise<Place> => {
    const zone = await newZone(world.server)
    const [group, inside, outside] = [await newGroup(zone), await newUser(zone), await newUser(zone)]
    await zone.client.AddUserToGroup({ ZoneId: zone.zone, GroupId: group, UserId: inside })
    return { ...zone, group, inside, outside }
  }
  made ??= make()
  return made
}

/** What is hard to sign: other scripts, and everything that an encoding of queries touches. */
const hard = '李四 & co = "100%" + ü/?#~*()!\' <tag>'

async function withoutParameters(call: Call, { zone, zoneName }: Place): Promise<void> {
  expect(await call('DescribeIdentityCenter', {})).toMatchObject({ ZoneId: zone, ZoneName: zoneName })
}

async function withLists(call: Call, { zone: ZoneId, group, inside, outside }: Place): Promise<void> {
  const FilterGroups = ['g-000000000000', group]
  const { Users, TotalCounts } = await call('ListUsers', {
    ZoneId,
    FilterGroups,
    MaxResults: 100,
    SortField: 'CreateTime',
    SortType: 'Asc',
  })
  const marks = (Users as { UserId: string; IsSelected: boolean }[]).map(({ UserId, IsSelected }) => [UserId, IsSelected])
  expect([Object.fromEntries(marks), TotalCounts]).toEqual([{ [inside]: true, [outside]: false }, 2])
}

async function writing(call: Call, { client, zone: ZoneId }: Place): Promise<void> {
  const UserName = unique('written+=,.@')
  const answer = await call('CreateUser', { ZoneId, UserName, Description: hard, NeedResetPassword: true })
  const UserId = (answer.UserInfo as { UserId: string }).UserId
  const { UserInfo } = await client.GetUser({ ZoneId, UserId })
  expect(UserInfo).toMatchObject({ UserName, Description: hard, NeedResetPassword: true })
  await client.DeleteUser({ ZoneId, UserId })
}

async function refused(call: Call, { zone: ZoneId, inside: UserId, group: GroupId }: Place): Promise<void> {
  const again = call('AddUserToGroup', { ZoneId, GroupId, UserId })
  await expectRefusal(again, 'InvalidParameter.GroupUserAlreadyExists', `User ${UserId} already is in group ${GroupId}`)
}

for (const [name, client] of Object.entries(clients)) {
  describe(`the ${name} client`, () => {
    for (const host of hosts) {
      for (const signMethod of signMethods) {
        for (const reqMethod of reqMethods) {
          test(`${host}, ${signMethod}, ${reqMethod}`, async () => {
            const here = await place()
            const call = client(here.key, { endpoint: `${host}:${world.server.port}`, signMethod, reqMethod })
            await withoutParameters(call, here)
            await withLists(call, here)
            await writing(call, here)
            await refused(call, here)
          })
        }
      }
    }
  })
}
