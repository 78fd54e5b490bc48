import { Type } from 'typebox'
import { organizationStream } from '../../../directory/events.ts'
import { deleteNodes } from '../../../directory/nodes/delete-nodes.ts'
import { managedOrganization } from '../../../directory/organizations/managed-organization.ts'
import { action } from '../action.ts'
import { nodeId } from '../departments-and-members/node-fields.ts'

export const deleteOrganizationNodes2018 = action({
  name: 'DeleteOrganizationNodes',
  version: '2018-12-25',
  area: 'organization-2018-12-25',
  summary: { en: 'Delete empty departments, all or none', zh: '批量删除企业组织单元' },
  source: 'organization 2018-12-25, DeleteOrganizationNodes',
  kind: 'write',
  input: Type.Object({ NodeIds: Type.Array(nodeId(), { minItems: 1 }) }),
  output: Type.Object({}),
  errors: ['FailedOperation.NodeNotEmpty', 'ResourceNotFound.OrganizationNotExist'],
  async handle(call, { NodeIds }) {
    const { id } = managedOrganization(call)
    await call.session.write(organizationStream(id), (tx) => deleteNodes(tx, id, NodeIds))
    return {}
  },
})
