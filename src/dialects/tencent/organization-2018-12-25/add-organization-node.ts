import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { createNode } from '../../../directory/nodes/create-node.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { nodeId, nodeName } from '../departments-and-members/node-fields.ts'

export const addOrganizationNode2018 = action({
  name: 'AddOrganizationNode',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'Add a department below another', zh: '添加企业组织单元' },
  source: 'organization 2018-12-25, AddOrganizationNode',
  kind: 'write',
  input: Type.Object({ ParentNodeId: nodeId(), Name: nodeName() }),
  output: Type.Object({ NodeId: Type.Integer() }),
  errors: [
    'LimitExceeded.NodeDepthExceedLimit',
    'LimitExceeded.NodeExceedLimit',
    'ResourceInUse.NodeName',
    'ResourceNotFound.NodeNotExist',
    'ResourceNotFound.OrganizationNotExist',
  ],
  async handle(call, { ParentNodeId, Name }) {
    const { id } = managedOrganization(call)
    const { session } = call
    const wanted = { parent: ParentNodeId, name: Name }
    const node = await session.write(organizationStream(id), (tx) => createNode(tx, session.ports, id, wanted))
    return { NodeId: node.id }
  },
})
