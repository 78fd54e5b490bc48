import type { Action } from './action.ts'
import { acceptOrganizationInvitation } from './organization-2018-12-25/accept-organization-invitation.ts'
import { addOrganizationNode2018 } from './organization-2018-12-25/add-organization-node.ts'
import { cancelOrganizationInvitation } from './organization-2018-12-25/cancel-organization-invitation.ts'
import { createOrganization2018 } from './organization-2018-12-25/create-organization.ts'
import { deleteOrganization2018 } from './organization-2018-12-25/delete-organization.ts'
import { deleteOrganizationMemberFromNode } from './organization-2018-12-25/delete-organization-member-from-node.ts'
import { deleteOrganizationMembers2018 } from './organization-2018-12-25/delete-organization-members.ts'
import { deleteOrganizationNodes2018 } from './organization-2018-12-25/delete-organization-nodes.ts'
import { denyOrganizationInvitation } from './organization-2018-12-25/deny-organization-invitation.ts'
import { getOrganization } from './organization-2018-12-25/get-organization.ts'
import { getOrganizationMember } from './organization-2018-12-25/get-organization-member.ts'
import { listOrganizationInvitations } from './organization-2018-12-25/list-organization-invitations.ts'
import { listOrganizationMembers } from './organization-2018-12-25/list-organization-members.ts'
import { listOrganizationNodeMembers } from './organization-2018-12-25/list-organization-node-members.ts'
import { listOrganizationNodes } from './organization-2018-12-25/list-organization-nodes.ts'
import { moveOrganizationMembersToNode } from './organization-2018-12-25/move-organization-members-to-node.ts'
import { quitOrganization2018 } from './organization-2018-12-25/quit-organization.ts'
import { sendOrganizationInvitation } from './organization-2018-12-25/send-organization-invitation.ts'
import { updateOrganizationMember2018 } from './organization-2018-12-25/update-organization-member.ts'
import { updateOrganizationNode2018 } from './organization-2018-12-25/update-organization-node.ts'

/** Every action of the older version that Rollcall answers: the same objects, seen through another door. */
export const organization20181225: readonly Action[] = [
  deleteOrganization2018,
  quitOrganization2018,
  deleteOrganizationMembers2018,
  listOrganizationNodes,
  addOrganizationNode2018,
  updateOrganizationNode2018,
  deleteOrganizationNodes2018,
  moveOrganizationMembersToNode,
  deleteOrganizationMemberFromNode,
  sendOrganizationInvitation,
  listOrganizationInvitations,
  acceptOrganizationInvitation,
  denyOrganizationInvitation,
  cancelOrganizationInvitation,
  createOrganization2018,
  getOrganization,
  listOrganizationMembers,
  listOrganizationNodeMembers,
  getOrganizationMember,
  updateOrganizationMember2018,
]
