import { type Rollcall, startRollcall } from 'rollcall'
import sdk from 'tencentcloud-sdk-nodejs/tencentcloud/services/organization/index.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { offboard } from './leaver.ts'

let rollcall: Rollcall

beforeAll(async () => {
  rollcall = await startRollcall({ seed: 'demo' })
})
afterAll(() => rollcall.stop())

test('a leaver is in no group and can no longer sign in', async () => {
  const { endpoint, credentials, demo } = rollcall
  const client = new sdk.organization.v20210331.Client({
    credential: credentials,
    region: '',
    profile: { httpProfile: { endpoint, protocol: 'http://' } },
  })
  const zone = demo?.zone ?? ''
  const { Users = [] } = await client.ListUsers({ ZoneId: zone, Filter: 'chen.wei' })
  const user = Users[0]?.UserId ?? ''

  expect(await offboard(client, zone, user)).toHaveLength(2)

  const { UserInfo } = await client.GetUser({ ZoneId: zone, UserId: user })
  expect(UserInfo?.UserStatus).toBe('Disabled')
  const { TotalCounts } = await client.ListJoinedGroupsForUser({ ZoneId: zone, UserId: user })
  expect(TotalCounts).toBe(0)
})
