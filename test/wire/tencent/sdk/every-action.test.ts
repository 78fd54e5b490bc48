import { describe, expect, test } from 'vitest'
import { organization20181225 } from '../../../../src/dialects/tencent/organization-2018-12-25.ts'
import { organization20210331 } from '../../../../src/dialects/tencent/organization-2021-03-31.ts'
import type { Key } from '../../../kit/clients.ts'
import { newAccount, somePhone, unique } from '../../../kit/directory.ts'
import { type Call, intlHas } from '../../../kit/sdk/intl-client.ts'
import { sharedServer } from '../../../kit/shared-server.ts'
import { changingStory } from '../../changing-story.ts'
import { chinaCall, clients, reqMethods, signMethods } from './both-clients.ts'

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
  expect(await call('ListSCIMCredentials', { ZoneId })).toMatchObject({ TotalCounts: 0, SCIMCredentials: [] })

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

/** What can be asked of an organization with a member of its own, in both versions. */
async function look(ask: Call, older: Call): Promise<void> {
  const call = ask as (action: string, parameters: object) => Promise<Answer>
  const { RootNodeId: root } = await call('DescribeOrganization', {})
  const page = { Offset: 0, Limit: 10 }
  const made = { Name: 'Ledger', AccountName: 'ledger', NodeId: root, PolicyType: 'Financial', PermissionIds: [1, 2] }
  const { Uin: MemberUin } = await call('CreateOrganizationMember', made)
  await call('AddOrganizationMemberEmail', {
    MemberUin,
    Email: `${unique('ledger')}@example.com`,
    CountryCode: '86',
    Phone: somePhone(),
  })
  expect(await call('DescribeOrganizationNodes', page)).toMatchObject({ Total: 1, Items: [{ NodeId: root, Name: 'Root' }] })
  expect(await call('DescribeOrganizationMembers', { ...page, SearchKey: 'Ledger' })).toMatchObject({
    Items: [{ MemberUin, BindStatus: 'Valid' }],
  })
  expect(await call('DescribeOrganizationMemberEmailBind', { MemberUin })).toMatchObject({ BindStatus: 'Valid' })
  expect(await call('DescribeOrganizationAuthNode', page)).toMatchObject({ Total: 0 })
  expect(await call('CheckAccountDelete', { MemberUin })).toMatchObject({ AllowDelete: false })
  expect(await call('ListOrganizationService', page)).toMatchObject({
    Items: expect.arrayContaining([expect.objectContaining({ Product: 'cloudaudit' })]),
  })
  expect(await call('ListOrgServiceAssignMember', { ...page, Product: 'cloudaudit' })).toMatchObject({ Total: 0 })
  expect(await older('GetOrganization', {})).toMatchObject({ OrgType: 1, IsEmpty: 0 })
  expect(await older('ListOrganizationNodes', {})).toMatchObject({ Nodes: [{ NodeId: root, MemberCount: 2 }] })
  expect(await older('ListOrganizationMembers', {})).toMatchObject({ TotalCount: 2 })
  expect(await older('ListOrganizationNodeMembers', { NodeId: root, Offset: 0, Limit: 1 })).toMatchObject({ TotalCount: 2 })
  expect(await older('GetOrganizationMember', { MemberUin })).toMatchObject({ Name: 'Ledger' })
  expect(await older('ListOrganizationInvitations', { Invited: 0 })).toMatchObject({ TotalCount: 0 })
}

describe('every action of both versions', () => {
  const world = sharedServer()
  const everyAction = [...organization20210331, ...organization20181225]

  for (const [name, client] of Object.entries(clients)) {
    for (const signMethod of signMethods) {
      for (const reqMethod of reqMethods) {
        test(`the ${name} client, ${signMethod}, ${reqMethod}`, { timeout: 30_000 }, async () => {
          const options = { endpoint: `127.0.0.1:${world.server.port}`, signMethod, reqMethod }
          const called = new Set<string>()
          const has = (action: string, older: boolean) => name === 'china' || intlHas(action, older ? 'v20181225' : 'v20210331')
          const as = (key: Key, older = false): Call => {
            const version = older ? 'v20181225' : 'v20210331'
            const call = client(key, options, version)
            return (action, parameters) => {
              // The story goes on with the other client where the international one lacks an action.
              if (!has(action, older)) return chinaCall(key, options, version)(action, parameters)
              called.add(older ? `tencent:2018-12-25:${action}` : `tencent:${action}`)
              return call(action, parameters)
            }
          }
          const { key } = await newAccount(world.server)
          await live(as(key))
          await look(as(key), as(key, true))
          await changingStory(world.server, (who, action, parameters, version) => as(who.key, version === 'older')(action, parameters))
          const declared = everyAction.filter((action) => has(action.name, action.version === '2018-12-25')).map(({ key }) => key)
          expect([...called].sort()).toEqual(declared.sort())
        })
      }
    }
  }
})
