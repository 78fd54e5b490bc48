import { addUserToGroup } from './identity-center/groups/add-user-to-group.ts'
import { createGroup } from './identity-center/groups/create-group.ts'
import { deleteGroup } from './identity-center/groups/delete-group.ts'
import { getGroup } from './identity-center/groups/get-group.ts'
import { listGroupMembers } from './identity-center/groups/list-group-members.ts'
import { listGroups } from './identity-center/groups/list-groups.ts'
import { listJoinedGroupsForUser } from './identity-center/groups/list-joined-groups-for-user.ts'
import { removeUserFromGroup } from './identity-center/groups/remove-user-from-group.ts'
import { updateGroup } from './identity-center/groups/update-group.ts'
import { getSCIMSynchronizationStatus } from './identity-center/scim/get-scim-synchronization-status.ts'
import { updateSCIMSynchronizationStatus } from './identity-center/scim/update-scim-synchronization-status.ts'
import { createUser } from './identity-center/users/create-user.ts'
import { deleteUser } from './identity-center/users/delete-user.ts'
import { getUser } from './identity-center/users/get-user.ts'
import { listUsers } from './identity-center/users/list-users.ts'
import { updateUser } from './identity-center/users/update-user.ts'
import { updateUserStatus } from './identity-center/users/update-user-status.ts'
import { describeIdentityCenter } from './identity-center/zone/describe-identity-center.ts'
import { getZoneStatistics } from './identity-center/zone/get-zone-statistics.ts'
import { openIdentityCenter } from './identity-center/zone/open-identity-center.ts'
import { updateZone } from './identity-center/zone/update-zone.ts'
import { createOrganization } from './organization-settings/create-organization.ts'
import { describeOrganization } from './organization-settings/describe-organization.ts'

/** Every action of this service and version that Rollcall answers, by area. */
export const organization20210331 = [
  createOrganization,
  describeOrganization,
  openIdentityCenter,
  describeIdentityCenter,
  updateZone,
  getZoneStatistics,
  createUser,
  getUser,
  updateUser,
  updateUserStatus,
  deleteUser,
  listUsers,
  createGroup,
  getGroup,
  updateGroup,
  deleteGroup,
  listGroups,
  addUserToGroup,
  removeUserFromGroup,
  listGroupMembers,
  listJoinedGroupsForUser,
  getSCIMSynchronizationStatus,
  updateSCIMSynchronizationStatus,
]
