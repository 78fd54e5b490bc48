import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { createNode } from '../../../directory/nodes/create-node.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { tagsFrom, tagsInput } from '../tags.ts'
import { nodeId, nodeName, nodeRemark } from './node-fields.ts'

const refusal = 'InvalidParameter'

export const addOrganizationNode = action({
  name: 'AddOrganizationNode',
  area: 'departments-and-members',
  summary: { en: 'Add a department below another', zh: '添加企业组织节点' },
  source: 'organization 2021-03-31, AddOrganizationNode; 1031/32016',
  kind: 'write',
  input: Type.Object({
    ParentNodeId: nodeId(refusal),
    Name: nodeName(refusal),
    Remark: nodeRemark(refusal),
    Tags: tagsInput,
  }),
  output: Type.Object({ NodeId: Type.Integer() }),
  errors: [
    'FailedOperation.OrganizationNodeNameUsed',
    'InvalidParameter',
    'InvalidParameter.OrganizationNodeNotExist',
    'InvalidParameter.TagError',
    'LimitExceeded.NodeDepthExceedLimit',
    'LimitExceeded.NodeExceedLimit',
    'ResourceNotFound.OrganizationMemberNotExist',
    'ResourceNotFound.OrganizationNodeNotExist',
    'ResourceNotFound.OrganizationNotExist',
  ],
  faults: ['FailedOperation.TagResourcesError', 'InternalError'],
  async handle(call, { ParentNodeId, Name, Remark, Tags }) {
    const { id } = managedOrganization(call)
    const wanted = { parent: ParentNodeId, name: Name, remark: Remark, tags: tagsFrom(Tags) }
    const { session } = call
    const node = await session.write(organizationStream(id), (tx) => createNode(tx, session.ports, id, wanted))
    return { NodeId: node.id }
  },
})
