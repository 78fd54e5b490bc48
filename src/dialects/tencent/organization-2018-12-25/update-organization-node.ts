import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { changeNode } from '../../../directory/nodes/change-node.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { nodeId, nodeName } from '../departments-and-members/node-fields.ts'

export const updateOrganizationNode2018 = action({
  name: 'UpdateOrganizationNode',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'Rename a department, or move it with everything below it', zh: '更新企业组织单元' },
  source: 'organization 2018-12-25, UpdateOrganizationNode',
  kind: 'write',
  input: Type.Object({ NodeId: nodeId(), Name: Type.Optional(nodeName()), ParentNodeId: Type.Optional(nodeId()) }),
  output: Type.Object({}),
  errors: [
    'LimitExceeded.NodeDepthExceedLimit',
    'ResourceInUse.NodeNameUsed',
    'ResourceNotFound.NodeNotExist',
    'ResourceNotFound.OrganizationNotExist',
  ],
  async handle(call, { NodeId, Name, ParentNodeId }) {
    const { id } = managedOrganization(call)
    const changes = { name: Name, parent: ParentNodeId }
    await call.session.write(organizationStream(id), (tx) => changeNode(tx, id, NodeId, changes))
    return {}
  },
})
