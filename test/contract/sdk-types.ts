import { addOrganizationMemberEmail } from '../../src/dialects/tencent/departments-and-members/add-organization-member-email.ts'
import { addOrganizationNode } from '../../src/dialects/tencent/departments-and-members/add-organization-node.ts'
import { checkAccountDelete } from '../../src/dialects/tencent/departments-and-members/check-account-delete.ts'
import { createOrganizationMember } from '../../src/dialects/tencent/departments-and-members/create-organization-member.ts'
import { deleteAccount } from '../../src/dialects/tencent/departments-and-members/delete-account.ts'
import { deleteOrganizationMembers } from '../../src/dialects/tencent/departments-and-members/delete-organization-members.ts'
import { deleteOrganizationNodes } from '../../src/dialects/tencent/departments-and-members/delete-organization-nodes.ts'
import { describeOrganizationAuthNode } from '../../src/dialects/tencent/departments-and-members/describe-organization-auth-node.ts'
import { describeOrganizationMemberEmailBind } from '../../src/dialects/tencent/departments-and-members/describe-organization-member-email-bind.ts'
import { describeOrganizationMembers } from '../../src/dialects/tencent/departments-and-members/describe-organization-members.ts'
import { describeOrganizationNodes } from '../../src/dialects/tencent/departments-and-members/describe-organization-nodes.ts'
import { inviteOrganizationMember } from '../../src/dialects/tencent/departments-and-members/invite-organization-member.ts'
import { moveOrganizationNodeMembers } from '../../src/dialects/tencent/departments-and-members/move-organization-node-members.ts'
import { sendOrgMemberAccountBindEmail } from '../../src/dialects/tencent/departments-and-members/send-org-member-account-bind-email.ts'
import { updateOrganizationMember } from '../../src/dialects/tencent/departments-and-members/update-organization-member.ts'
import { updateOrganizationMemberEmailBind } from '../../src/dialects/tencent/departments-and-members/update-organization-member-email-bind.ts'
import { updateOrganizationNode } from '../../src/dialects/tencent/departments-and-members/update-organization-node.ts'
import { addUserToGroup } from '../../src/dialects/tencent/identity-center/groups/add-user-to-group.ts'
import { createGroup } from '../../src/dialects/tencent/identity-center/groups/create-group.ts'
import { deleteGroup } from '../../src/dialects/tencent/identity-center/groups/delete-group.ts'
import { getGroup } from '../../src/dialects/tencent/identity-center/groups/get-group.ts'
import { listGroupMembers } from '../../src/dialects/tencent/identity-center/groups/list-group-members.ts'
import { listGroups } from '../../src/dialects/tencent/identity-center/groups/list-groups.ts'
import { listJoinedGroupsForUser } from '../../src/dialects/tencent/identity-center/groups/list-joined-groups-for-user.ts'
import { removeUserFromGroup } from '../../src/dialects/tencent/identity-center/groups/remove-user-from-group.ts'
import { updateGroup } from '../../src/dialects/tencent/identity-center/groups/update-group.ts'
import { createSCIMCredential } from '../../src/dialects/tencent/identity-center/scim/create-scim-credential.ts'
import { deleteSCIMCredential } from '../../src/dialects/tencent/identity-center/scim/delete-scim-credential.ts'
import { getSCIMSynchronizationStatus } from '../../src/dialects/tencent/identity-center/scim/get-scim-synchronization-status.ts'
import { listSCIMCredentials } from '../../src/dialects/tencent/identity-center/scim/list-scim-credentials.ts'
import { updateSCIMCredentialStatus } from '../../src/dialects/tencent/identity-center/scim/update-scim-credential-status.ts'
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
import { createOrgServiceAssign } from '../../src/dialects/tencent/organization-services/create-org-service-assign.ts'
import { deleteOrgServiceAssign } from '../../src/dialects/tencent/organization-services/delete-org-service-assign.ts'
import { listOrgServiceAssignMember } from '../../src/dialects/tencent/organization-services/list-org-service-assign-member.ts'
import { listOrganizationService } from '../../src/dialects/tencent/organization-services/list-organization-service.ts'
import { createOrganization } from '../../src/dialects/tencent/organization-settings/create-organization.ts'
import { deleteOrganization } from '../../src/dialects/tencent/organization-settings/delete-organization.ts'
import { describeOrganization } from '../../src/dialects/tencent/organization-settings/describe-organization.ts'
import { quitOrganization } from '../../src/dialects/tencent/organization-settings/quit-organization.ts'
import type { Misfits } from './sdk-fit.ts'

/** Every action of 2021-03-31 by the vendor's name for it; sdk-types.test.ts holds that none is missing. */
export const checkedActions = {
  CreateOrganization: createOrganization,
  DescribeOrganization: describeOrganization,
  QuitOrganization: quitOrganization,
  DeleteOrganization: deleteOrganization,
  DeleteOrganizationMembers: deleteOrganizationMembers,
  CheckAccountDelete: checkAccountDelete,
  DeleteAccount: deleteAccount,
  AddOrganizationNode: addOrganizationNode,
  UpdateOrganizationNode: updateOrganizationNode,
  DeleteOrganizationNodes: deleteOrganizationNodes,
  DescribeOrganizationNodes: describeOrganizationNodes,
  MoveOrganizationNodeMembers: moveOrganizationNodeMembers,
  DescribeOrganizationAuthNode: describeOrganizationAuthNode,
  UpdateOrganizationMember: updateOrganizationMember,
  DescribeOrganizationMembers: describeOrganizationMembers,
  CreateOrganizationMember: createOrganizationMember,
  AddOrganizationMemberEmail: addOrganizationMemberEmail,
  DescribeOrganizationMemberEmailBind: describeOrganizationMemberEmailBind,
  UpdateOrganizationMemberEmailBind: updateOrganizationMemberEmailBind,
  SendOrgMemberAccountBindEmail: sendOrgMemberAccountBindEmail,
  ListOrganizationService: listOrganizationService,
  CreateOrgServiceAssign: createOrgServiceAssign,
  DeleteOrgServiceAssign: deleteOrgServiceAssign,
  ListOrgServiceAssignMember: listOrgServiceAssignMember,
  InviteOrganizationMember: inviteOrganizationMember,
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
  CreateSCIMCredential: createSCIMCredential,
  ListSCIMCredentials: listSCIMCredentials,
  UpdateSCIMCredentialStatus: updateSCIMCredentialStatus,
  DeleteSCIMCredential: deleteSCIMCredential,
} as const

/** Does not compile while the input or output of an action differs from what the vendor's SDK says: the error names the action. */
export const misfits = {} satisfies Misfits<typeof checkedActions>
