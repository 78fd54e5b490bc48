import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { returnToRoot } from '../../../directory/members/return-to-root.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { nodeId } from '../departments-and-members/node-fields.ts'

export const deleteOrganizationMemberFromNode = action({
  name: 'DeleteOrganizationMemberFromNode',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'Take a member out of a department, back into the root', zh: '删除企业组织成员' },
  source: 'organization 2018-12-25, DeleteOrganizationMemberFromNode',
  kind: 'write',
  input: Type.Object({ MemberUin: Type.Integer({ minimum: 1 }), NodeId: nodeId() }),
  output: Type.Object({}),
  errors: ['FailedOperation.DisableDeleteMemberFromRootNode', 'ResourceNotFound.NodeNotExist', 'ResourceNotFound.OrganizationNotExist'],
  async handle(call, { MemberUin, NodeId }) {
    const { id } = managedOrganization(call)
    await call.session.write(organizationStream(id), (tx) => returnToRoot(tx, id, MemberUin, NodeId))
    return {}
  },
})
