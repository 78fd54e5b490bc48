import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { changeNode } from '../../../directory/nodes/change-node.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { nodeId, nodeName, nodeRemark } from './node-fields.ts'

export const updateOrganizationNode = action({
  name: 'UpdateOrganizationNode',
  area: 'departments-and-members',
  summary: { en: 'Change the name or remark of a department', zh: '更新企业组织节点' },
  source: 'organization 2021-03-31, UpdateOrganizationNode',
  kind: 'write',
  input: Type.Object({ NodeId: nodeId(), Name: Type.Optional(nodeName()), Remark: nodeRemark() }),
  output: Type.Object({}),
  errors: ['FailedOperation.OrganizationNodeNameUsed', 'FailedOperation.OrganizationNodeNotExist', 'ResourceNotFound.OrganizationNotExist'],
  async handle(call, { NodeId, Name, Remark }) {
    const { id } = managedOrganization(call)
    await call.session.write(organizationStream(id), (tx) => changeNode(tx, id, NodeId, { name: Name, remark: Remark }))
    return {}
  },
})
