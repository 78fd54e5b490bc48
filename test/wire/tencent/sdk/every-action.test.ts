import { describe, expect, test } from 'vitest'
import { organization20210331 } from '../../../../src/dialects/tencent/organization-2021-03-31.ts'
import { newAccount, unique } from '../../../kit/directory.ts'
import type { Call } from '../../../kit/intl-client.ts'
import { sharedServer } from '../../../kit/shared-server.ts'
import { clients, reqMethods, signMethods } from './both-clients.ts'

type Answer = Record<string, Record<string, unknown>>

/** The life of an organization, in which every action has its place. */
async function live(ask: Call): Promise<void> {
  const call = ask as (action: string, parameters: object) => Promise<Answer>
  const { OrgId } = await call('CreateOrganization', {})
  expect(await call('DescribeOrganization', { Lang: 'en' })).toMatchObject({ OrgId, IsManager: true, RootNodeId: expect.any(Number) })
  const { ZoneId } = await call('OpenIdentityCenter', { ZoneName: unique('zone') })
  const NewZoneName = unique('renamed')
  await call('UpdateZone', { ZoneId, NewZoneName })
  expect(await call('DescribeIdentityCenter', {})).toMatchObject({ ZoneId, ZoneName: NewZoneName })
  await call('UpdateSCIMSynchronizationStatus', { ZoneId, SCIMSynchronizationStatus: 'Enabled' })
  expect(await call('GetSCIMSynchronizationStatus', { ZoneId })).toMatchObject({ SCIMSynchronizationStatus: 'Enabled' })

  const { UserInfo: user } = await call('CreateUser', { ZoneId, UserName: 'li.si', DisplayName: '李四' })
  const { GroupInfo: group } = await call('CreateGroup', { ZoneId, GroupName: 'Payroll' })
  const [UserId, GroupId] = [user?.UserId, group?.GroupId]
  await call('UpdateUser', { ZoneId, UserId, NewEmail: 'li.si@example.com', NeedResetPassword: true })
  await call('UpdateUserStatus', { ZoneId, UserId, NewUserStatus: 'Disabled' })
  const changed = { UserId, Email: 'li.si@example.com', UserStatus: 'Disabled', DisplayName: '李四', NeedResetPassword: true }
  expect(await call('GetUser', { ZoneId, UserId })).toMatchObject({ UserInfo: changed })
  await call('UpdateGroup', { ZoneId, GroupId, NewDescription: '工资' })
  await call('AddUserToGroup', { ZoneId, GroupId, UserId })
  expect(await call('GetGroup', { ZoneId, GroupId })).toMatchObject({ GroupInfo: { Description: '工资', MemberCount: 1 } })

  expect(await call('ListGroupMembers', { ZoneId, GroupId, MaxResults: 1 })).toMatchObject({
    GroupMembers: [{ UserId }],
    IsTruncated: false,
  })
  expect(await call('ListJoinedGroupsForUser', { ZoneId, UserId })).toMatchObject({ JoinedGroups: [{ GroupId }], TotalCounts: 1 })
  expect(await call('ListUsers', { ZoneId, FilterGroups: [GroupId] })).toMatchObject({ Users: [{ ...changed, IsSelected: true }] })
  expect(await call('ListGroups', { ZoneId, FilterUsers: ['u-0', UserId] })).toMatchObject({ Groups: [{ GroupId, IsSelected: true }] })
  await call('RemoveUserFromGroup', { ZoneId, GroupId, UserId })
  await call('DeleteGroup', { ZoneId, GroupId })
  await call('DeleteUser', { ZoneId, UserId })
  expect(await call('GetZoneStatistics', { ZoneId })).toMatchObject({ ZoneStatistics: { UserCount: 0, GroupCount: 0, UserQuota: 1000 } })
}

describe('every action', () => {
  const world = sharedServer()
  const declared = organization20210331.map(({ name }) => name).sort()

  for (const [name, client] of Object.entries(clients)) {
    for (const signMethod of signMethods) {
      for (const reqMethod of reqMethods) {
        test(`the ${name} client, ${signMethod}, ${reqMethod}`, async () => {
          const { key } = await newAccount(world.server)
          const call = client(key, { endpoint: `127.0.0.1:${world.server.port}`, signMethod, reqMethod })
          const called = new Set<string>()
          await live((action, parameters) => {
            called.add(action)
            return call(action, parameters)
          })
          expect([...called].sort()).toEqual(declared)
        })
      }
    }
  }
})
