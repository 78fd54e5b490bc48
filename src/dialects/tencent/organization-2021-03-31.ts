import { addOrganizationMemberEmail } from './departments-and-members/add-organization-member-email.ts'
import { addOrganizationNode } from './departments-and-members/add-organization-node.ts'
import { checkAccountDelete } from './departments-and-members/check-account-delete.ts'
import { createOrganizationMember } from './departments-and-members/create-organization-member.ts'
import { deleteAccount } from './departments-and-members/delete-account.ts'
import { deleteOrganizationMembers } from './departments-and-members/delete-organization-members.ts'
import { deleteOrganizationNodes } from './departments-and-members/delete-organization-nodes.ts'
import { describeOrganizationAuthNode } from './departments-and-members/describe-organization-auth-node.ts'
import { describeOrganizationMemberEmailBind } from './departments-and-members/describe-organization-member-email-bind.ts'
import { describeOrganizationMembers } from './departments-and-members/describe-organization-members.ts'
import { describeOrganizationNodes } from './departments-and-members/describe-organization-nodes.ts'
import { inviteOrganizationMember } from './departments-and-members/invite-organization-member.ts'
import { moveOrganizationNodeMembers } from './departments-and-members/move-organization-node-members.ts'
import { sendOrgMemberAccountBindEmail } from './departments-and-members/send-org-member-account-bind-email.ts'
import { updateOrganizationMember } from './departments-and-members/update-organization-member.ts'
import { updateOrganizationMemberEmailBind } from './departments-and-members/update-organization-member-email-bind.ts'
import { updateOrganizationNode } from './departments-and-members/update-organization-node.ts'
import { addUserToGroup } from './identity-center/groups/add-user-to-group.ts'
import { createGroup } from './identity-center/groups/create-group.ts'
import { deleteGroup } from './identity-center/groups/delete-group.ts'
import { getGroup } from './identity-center/groups/get-group.ts'
import { listGroupMembers } from './identity-center/groups/list-group-members.ts'
import { listGroups } from './identity-center/groups/list-groups.ts'
import { listJoinedGroupsForUser } from './identity-center/groups/list-joined-groups-for-user.ts'
import { removeUserFromGroup } from './identity-center/groups/remove-user-from-group.ts'
import { updateGroup } from './identity-center/groups/update-group.ts'
import { createSCIMCredential } from './identity-center/scim/create-scim-credential.ts'
import { deleteSCIMCredential } from './identity-center/scim/delete-scim-credential.ts'
import { getSCIMSynchronizationStatus } from './identity-center/scim/get-scim-synchronization-status.ts'
import { listSCIMCredentials } from './identity-center/scim/list-scim-credentials.ts'
import { updateSCIMCredentialStatus } from './identity-center/scim/update-scim-credential-status.ts'
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
import { createOrgServiceAssign } from './organization-services/create-org-service-assign.ts'
import { deleteOrgServiceAssign } from './organization-services/delete-org-service-assign.ts'
import { listOrgServiceAssignMember } from './organization-services/list-org-service-assign-member.ts'
import { listOrganizationService } from './organization-services/list-organization-service.ts'
import { createOrganization } from './organization-settings/create-organization.ts'
import { deleteOrganization } from './organization-settings/delete-organization.ts'
import { describeOrganization } from './organization-settings/describe-organization.ts'
import { quitOrganization } from './organization-settings/quit-organization.ts'

/** Every action of this service and version that Rollcall answers, by area. */
export const organization20210331 = [
  createOrganization,
  describeOrganization,
  quitOrganization,
  deleteOrganization,
  deleteOrganizationMembers,
  checkAccountDelete,
  deleteAccount,
  addOrganizationNode,
  updateOrganizationNode,
  deleteOrganizationNodes,
  describeOrganizationNodes,
  moveOrganizationNodeMembers,
  describeOrganizationAuthNode,
  updateOrganizationMember,
  describeOrganizationMembers,
  createOrganizationMember,
  addOrganizationMemberEmail,
  describeOrganizationMemberEmailBind,
  updateOrganizationMemberEmailBind,
  sendOrgMemberAccountBindEmail,
  listOrganizationService,
  createOrgServiceAssign,
  deleteOrgServiceAssign,
  listOrgServiceAssignMember,
  inviteOrganizationMember,
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
  createSCIMCredential,
  listSCIMCredentials,
  updateSCIMCredentialStatus,
  deleteSCIMCredential,
]
