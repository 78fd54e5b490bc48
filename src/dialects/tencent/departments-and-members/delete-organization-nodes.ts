import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { deleteNodes } from '../../../directory/nodes/delete-nodes.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { nodeId } from './node-fields.ts'

const refusal = 'InvalidParameter'

export const deleteOrganizationNodes = action({
  name: 'DeleteOrganizationNodes',
  area: 'departments-and-members',
  summary: { en: 'Delete empty departments, all or none', zh: '批量删除企业组织节点' },
  source: 'organization 2021-03-31, DeleteOrganizationNodes',
  kind: 'write',
  input: Type.Object({ NodeId: Type.Array(nodeId(refusal), { minItems: 1, refusal }) }),
  output: Type.Object({}),
  errors: [
    'FailedOperation.NodeNotEmpty',
    'FailedOperation.OrganizationNodeDeleteOverLimit',
    'FailedOperation.OrganizationNodeNotEmpty',
    'FailedOperation.ShareNodeExisted',
    'InvalidParameter',
    'ResourceNotFound.OrganizationMemberNotExist',
    'ResourceNotFound.OrganizationNotExist',
  ],
  faults: ['InternalError'],
  async handle(call, { NodeId }) {
    const { id } = managedOrganization(call)
    await call.session.write(organizationStream(id), (tx) => deleteNodes(tx, id, NodeId))
    return {}
  },
})
