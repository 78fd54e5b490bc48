import type { organization } from 'tencentcloud-sdk-nodejs/tencentcloud/services/organization/index.js'

type Client = InstanceType<typeof organization.v20210331.Client>

/** What an off-boarding job does: takes a user out of every group, then disables the user. */
export async function offboard(client: Client, zone: string, user: string): Promise<string[]> {
  const left: string[] = []
  for (;;) {
    const { JoinedGroups = [] } = await client.ListJoinedGroupsForUser({ ZoneId: zone, UserId: user, MaxResults: 100 })
    if (JoinedGroups.length === 0) break
    for (const { GroupId = '', GroupName = '' } of JoinedGroups) {
      await client.RemoveUserFromGroup({ ZoneId: zone, GroupId, UserId: user })
      left.push(GroupName)
    }
  }
  await client.UpdateUserStatus({ ZoneId: zone, UserId: user, NewUserStatus: 'Disabled' })
  return left
}
