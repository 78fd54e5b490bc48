import { addUserToGroup } from '../../src/dialects/tencent/identity-center/groups/add-user-to-group.ts'
import { createGroup } from '../../src/dialects/tencent/identity-center/groups/create-group.ts'
import { deleteGroup } from '../../src/dialects/tencent/identity-center/groups/delete-group.ts'
import { getGroup } from '../../src/dialects/tencent/identity-center/groups/get-group.ts'
import { listGroupMembers } from '../../src/dialects/tencent/identity-center/groups/list-group-members.ts'
import { listGroups } from '../../src/dialects/tencent/identity-center/groups/list-groups.ts'
import { listJoinedGroupsForUser } from '../../src/dialects/tencent/identity-center/groups/list-joined-groups-for-user.ts'
import { removeUserFromGroup } from '../../src/dialects/tencent/identity-center/groups/remove-user-from-group.ts'
import { updateGroup } from '../../src/dialects/tencent/identity-center/groups/update-group.ts'
import { getSCIMSynchronizationStatus } from '../../src/dialects/tencent/identity-center/scim/get-scim-synchronization-status.ts'
import { updateSCIMSynchronizationStatus } from '../../src/dialects/tencent/identity-center/scim/update-scim-synchronization-status.ts'
import { createUser } from '../../src/dialects/tencent/identity-center/users/create-user.ts'
import { deleteUser } from '../../src/dialects/tencent/identity-center/users/delete-user.ts'
import { getUser } from '../../src/dialects/tencent/identity-center/users/get-user.ts'
import { listUsers } from '../../src/dialects/tencent/identity-center/users/list-users.ts'
import { updateUser } from '../../src/dialects/tencent/identity-center/users/update-user.ts'
import { updateUserStatus } from '../../src/dialects/tencent/identity-center/users/update-user-status.ts'
import { describeIdentityCenter } from '../../src/dialects/tencent/identity-center/zone/describe-identity-center.ts'
import { getZoneStatistics } from '../../src/dialects/tencent/identity-center/zone/get-zone-statistics.ts'
import { openIdentityCenter } from '../../src/dialects/tencent/identity-center/zone/open-identity-center.ts'
import { updateZone } from '../../src/dialects/tencent/identity-center/zone/update-zone.ts'
import { createOrganization } from '../../src/dialects/tencent/organization-settings/create-organization.ts'
import { describeOrganization } from '../../src/dialects/tencent/organization-settings/describe-organization.ts'
import type { Misfits } from './sdk-fit.ts'

/** Every action of the registry by the vendor's name for it; sdk-types.test.ts holds that none is missing. */
export const checkedActions = {
  CreateOrganization: createOrganization,
  DescribeOrganization: describeOrganization,
  OpenIdentityCenter: openIdentityCenter,
  DescribeIdentityCenter: describeIdentityCenter,
  UpdateZone: updateZone,
  GetZoneStatistics: getZoneStatistics,
  CreateUser: createUser,
  GetUser: getUser,
  UpdateUser: updateUser,
  UpdateUserStatus: updateUserStatus,
  DeleteUser: deleteUser,
  ListUsers: listUsers,
  CreateGroup: createGroup,
  GetGroup: getGroup,
  UpdateGroup: updateGroup,
  DeleteGroup: deleteGroup,
  ListGroups: listGroups,
  AddUserToGroup: addUserToGroup,
  RemoveUserFromGroup: removeUserFromGroup,
  ListGroupMembers: listGroupMembers,
  ListJoinedGroupsForUser: listJoinedGroupsForUser,
  GetSCIMSynchronizationStatus: getSCIMSynchronizationStatus,
  UpdateSCIMSynchronizationStatus: updateSCIMSynchronizationStatus,
} as const

/** Does not compile while the input or output of an action differs from what the vendor's SDK says: the error names the action. */
export const misfits = {} satisfies Misfits<typeof checkedActions>
