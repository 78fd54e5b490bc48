import { acceptOrganizationInvitation } from '../../src/dialects/tencent/organization-2018-12-25/accept-organization-invitation.ts'
import { addOrganizationNode2018 } from '../../src/dialects/tencent/organization-2018-12-25/add-organization-node.ts'
import { cancelOrganizationInvitation } from '../../src/dialects/tencent/organization-2018-12-25/cancel-organization-invitation.ts'
import { createOrganization2018 } from '../../src/dialects/tencent/organization-2018-12-25/create-organization.ts'
import { deleteOrganization2018 } from '../../src/dialects/tencent/organization-2018-12-25/delete-organization.ts'
import { deleteOrganizationMemberFromNode } from '../../src/dialects/tencent/organization-2018-12-25/delete-organization-member-from-node.ts'
import { deleteOrganizationMembers2018 } from '../../src/dialects/tencent/organization-2018-12-25/delete-organization-members.ts'
import { deleteOrganizationNodes2018 } from '../../src/dialects/tencent/organization-2018-12-25/delete-organization-nodes.ts'
import { denyOrganizationInvitation } from '../../src/dialects/tencent/organization-2018-12-25/deny-organization-invitation.ts'
import { getOrganization } from '../../src/dialects/tencent/organization-2018-12-25/get-organization.ts'
import { getOrganizationMember } from '../../src/dialects/tencent/organization-2018-12-25/get-organization-member.ts'
import { listOrganizationInvitations } from '../../src/dialects/tencent/organization-2018-12-25/list-organization-invitations.ts'
import { listOrganizationMembers } from '../../src/dialects/tencent/organization-2018-12-25/list-organization-members.ts'
import { listOrganizationNodeMembers } from '../../src/dialects/tencent/organization-2018-12-25/list-organization-node-members.ts'
import { listOrganizationNodes } from '../../src/dialects/tencent/organization-2018-12-25/list-organization-nodes.ts'
import { moveOrganizationMembersToNode } from '../../src/dialects/tencent/organization-2018-12-25/move-organization-members-to-node.ts'
import { quitOrganization2018 } from '../../src/dialects/tencent/organization-2018-12-25/quit-organization.ts'
import { sendOrganizationInvitation } from '../../src/dialects/tencent/organization-2018-12-25/send-organization-invitation.ts'
import { updateOrganizationMember2018 } from '../../src/dialects/tencent/organization-2018-12-25/update-organization-member.ts'
import { updateOrganizationNode2018 } from '../../src/dialects/tencent/organization-2018-12-25/update-organization-node.ts'
import type { Misfits } from './sdk-fit.ts'

/** Every action of 2018-12-25 by the vendor's name for it. */
export const checkedActions2018 = {
  DeleteOrganization: deleteOrganization2018,
  QuitOrganization: quitOrganization2018,
  DeleteOrganizationMembers: deleteOrganizationMembers2018,
  ListOrganizationNodes: listOrganizationNodes,
  AddOrganizationNode: addOrganizationNode2018,
  UpdateOrganizationNode: updateOrganizationNode2018,
  DeleteOrganizationNodes: deleteOrganizationNodes2018,
  MoveOrganizationMembersToNode: moveOrganizationMembersToNode,
  DeleteOrganizationMemberFromNode: deleteOrganizationMemberFromNode,
  SendOrganizationInvitation: sendOrganizationInvitation,
  ListOrganizationInvitations: listOrganizationInvitations,
  AcceptOrganizationInvitation: acceptOrganizationInvitation,
  DenyOrganizationInvitation: denyOrganizationInvitation,
  CancelOrganizationInvitation: cancelOrganizationInvitation,
  CreateOrganization: createOrganization2018,
  GetOrganization: getOrganization,
  ListOrganizationMembers: listOrganizationMembers,
  ListOrganizationNodeMembers: listOrganizationNodeMembers,
  GetOrganizationMember: getOrganizationMember,
  UpdateOrganizationMember: updateOrganizationMember2018,
} as const

/** Does not compile while the input or output of an action differs from what the vendor's SDK says: the error names the action. */
export const misfits2018 = {} satisfies Misfits<typeof checkedActions2018, '2018-12-25'>
